using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Checking.Prose;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Parsing.Articles;

namespace Explainers.Checking;

/// <summary>Figures, dates and quotations in prose come from the fact sheets; how many do is the site's coverage.</summary>
internal static class ProseIsBound
{
    /// <summary>Reads an article.</summary>
    public static ReadPiece Article(Article article, BoundSite site, ProseGuard guard)
    {
        var bound = Figures(article.Head.Title, site) + Figures(article.Head.Description, site) + Figures(article.Body, site);
        foreach (var sentence in article.Summary) bound += Figures(sentence, site);
        return Piece(article.File.DisplayPath, article.Texts, bound, guard, article.Head.About, article.Plain);
    }

    /// <summary>Reads the sentences of a sheet, and counts the figures in them.</summary>
    public static ReadPiece Sheet(string name, BoundSite site, ProseGuard guard)
    {
        var (sheet, texts) = (site.Entries(name), site.TextsOf(name));
        var bound = Figures(texts.Summary, site) + texts.Facts.Values.Sum(fact => Figures([.. fact.All], site));
        return Piece(
            sheet.Syntax.File.DisplayPath,
            sheet.Prose().Select(prose => prose.Text).OfType<ProseText>(),
            bound,
            guard,
            [name],
            []);
    }

    /// <summary>The coverage that site.yaml asks for.</summary>
    public static IEnumerable<Diagnostic> Floor(BoundSite site, Coverage coverage)
    {
        if (site.Settings.Coverage is { } floor
            && coverage.Percent < int.Parse(floor.Text, System.Globalization.CultureInfo.InvariantCulture))
            yield return Catalog.LowCoverage(floor.Span, coverage.Bound, coverage.Figures, floor.Text);
    }

    private static ReadPiece Piece(
        string file, IEnumerable<ProseText> texts, int bound, ProseGuard guard, EquatableArray<string> about, ImmutableArray<string> plain)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var names = ImmutableArray.CreateBuilder<Diagnostic>();
        var allowed = new PlainWords(plain, guard.Language);
        foreach (var text in texts) findings.AddRange(guard.Read(text, about, allowed, names));
        var row = new CoverageRow(file, bound, bound + findings.Count);
        findings.AddRange(names);
        return new ReadPiece(findings.ToImmutable(), row);
    }

    /// <summary>How many figures are bound in a text, and in the texts of its images.</summary>
    private static int Figures(ImmutableArray<BodyPart> parts, BoundSite site)
    {
        var bound = 0;
        foreach (var part in parts)
        {
            if (part is FactPart fact && IsFigure(fact, site)) bound++;
            else if (part is BoundImagePart image) bound += Figures([.. image.Texts], site);
        }
        return bound;
    }

    /// <summary>Whether a reference gives a figure, date or quotation that rests on a source or says why not; names give none.</summary>
    private static bool IsFigure(FactPart part, BoundSite site) =>
        site.Fact(part.Fact) is var fact && fact.Value is not (ActorValue or PlaceValue or TermValue)
        && fact.Sourcing is not { Citations.IsEmpty: true, IsWaived: false };
}

/// <summary>A piece of prose that has been read.</summary>
/// <param name="Findings">What was found.</param>
/// <param name="Row">How many of its figures are bound.</param>
internal sealed record ReadPiece(EquatableArray<Diagnostic> Findings, CoverageRow Row);
