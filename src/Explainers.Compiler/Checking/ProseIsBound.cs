using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Checking.Prose;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Sources;

namespace Explainers.Checking;

/// <summary>Figures, dates and quotations in prose come from the fact sheets; how many do is the site's coverage.</summary>
internal static class ProseIsBound
{
    /// <summary>Checks all prose.</summary>
    public static (ImmutableArray<Diagnostic> Findings, Coverage Coverage) Check(BoundSite site)
    {
        var guard = new ProseGuard(site);
        var articles = site.Articles.Concat(site.Pages).ToArray();
        var read = new (ImmutableArray<Diagnostic> Findings, CoverageRow Row)[articles.Length + site.Sheets.Length];
        Parallel.For(0, read.Length, i => read[i] = i < articles.Length ? Article(articles[i], guard) : Sheet(site, site.Sheets[i - articles.Length], guard));
        var coverage = new Coverage([.. read.Select(piece => piece.Row).OrderBy(row => row.File.DisplayPath, StringComparer.Ordinal)]);
        return ([.. read.SelectMany(piece => piece.Findings), .. Floor(site, coverage)], coverage);
    }

    private static (ImmutableArray<Diagnostic>, CoverageRow) Article(Article article, ProseGuard guard)
    {
        var bound = article.Title.Concat(article.Description).Concat(article.Summary.SelectMany(sentence => sentence)).Concat(article.Body.SelectMany(part => part is BoundImagePart image ? image.Texts : [part])).OfType<FactPart>().Count(IsFigure);
        return Piece(article.File, article.Texts, bound, guard, article.About, article.Plain);
    }

    private static (ImmutableArray<Diagnostic>, CoverageRow) Sheet(BoundSite site, FactSheet sheet, ProseGuard guard)
    {
        var bound = sheet.Prose.SelectMany(prose => site.Texts[prose]).OfType<FactPart>().Count(IsFigure);
        return Piece(sheet.Span.File!, sheet.Prose.Select(prose => prose.Text).OfType<ProseText>(), bound, guard, [sheet], []);
    }

    private static (ImmutableArray<Diagnostic>, CoverageRow) Piece(
        SourceFile file, IEnumerable<ProseText> texts, int bound, ProseGuard guard, ImmutableArray<FactSheet> about, ImmutableArray<string> plain)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var text in texts) findings.AddRange(guard.Read(text, about, plain));
        return (findings.ToImmutable(), new CoverageRow(file, bound, bound + findings.Count));
    }

    /// <summary>Whether a reference gives a figure, date or quotation that rests on a source or says why not; names give none.</summary>
    private static bool IsFigure(FactPart part) =>
        part.Fact.Value is not (PersonValue or PlaceValue or TermValue) && part.Fact.Sourcing is not { Citations.IsEmpty: true, IsWaived: false };

    private static IEnumerable<Diagnostic> Floor(BoundSite site, Coverage coverage)
    {
        if (site.Settings.Coverage is { } floor && coverage.Percent < int.Parse(floor.Text, System.Globalization.CultureInfo.InvariantCulture))
            yield return Catalog.LowCoverage(floor.Span, coverage.Bound, coverage.Figures, floor.Text);
    }
}
