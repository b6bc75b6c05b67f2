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
    /// <param name="site">The site.</param>
    /// <param name="memory">The pieces in which nothing was found before; it takes those of now.</param>
    public static (ImmutableArray<Diagnostic> Findings, Coverage Coverage) Check(BoundSite site, ProseMemory memory)
    {
        var guard = new ProseGuard(site);
        var articles = site.Articles.Concat(site.Pages).ToArray();
        var read = new ReadPiece[articles.Length + site.Sheets.Length];
        Parallel.For(0, read.Length, i => read[i] = i < articles.Length
            ? memory.Recall(articles[i]) ?? Article(articles[i], guard)
            : Sheet(site, site.Sheets[i - articles.Length], guard));
        memory.Keep(articles, read);
        var coverage = new Coverage([.. read.Select(piece => piece.Row).OrderBy(row => row.File.DisplayPath, StringComparer.Ordinal)]);
        return ([.. read.SelectMany(piece => piece.Findings), .. Floor(site, coverage)], coverage);
    }

    private static ReadPiece Article(Article article, ProseGuard guard)
    {
        var bound = article.Title.Concat(article.Description).Concat(article.Summary.SelectMany(sentence => sentence)).Concat(article.Body.SelectMany(part => part is BoundImagePart image ? image.Texts : [part])).OfType<FactPart>().Count(IsFigure);
        return Piece(article.File, article.Texts, bound, guard, article.About, article.Plain);
    }

    private static ReadPiece Sheet(BoundSite site, FactSheet sheet, ProseGuard guard)
    {
        var bound = sheet.Prose.SelectMany(prose => site.Texts[prose]).OfType<FactPart>().Count(IsFigure);
        return Piece(sheet.Span.File!, sheet.Prose.Select(prose => prose.Text).OfType<ProseText>(), bound, guard, [sheet], []);
    }

    private static ReadPiece Piece(
        SourceFile file, IEnumerable<ProseText> texts, int bound, ProseGuard guard, ImmutableArray<FactSheet> about, ImmutableArray<string> plain)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var text in texts) findings.AddRange(guard.Read(text, about, plain));
        return new ReadPiece(findings.ToImmutable(), new CoverageRow(file, bound, bound + findings.Count));
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

/// <summary>A piece of prose that has been read.</summary>
/// <param name="Findings">What was found.</param>
/// <param name="Row">How many of its figures are bound.</param>
internal sealed record ReadPiece(ImmutableArray<Diagnostic> Findings, CoverageRow Row);

/// <summary>The articles in which the guard found nothing: while they are what they were, it will not, whatever the sheets say.</summary>
internal sealed class ProseMemory
{
    private Dictionary<Article, ReadPiece> _clean = [];

    /// <summary>What was read in an article, where nothing was found, or null.</summary>
    public ReadPiece? Recall(Article article) => _clean.GetValueOrDefault(article);

    /// <summary>Keeps the articles of a site in which nothing was found.</summary>
    public void Keep(Article[] articles, ReadPiece[] read)
    {
        var clean = new Dictionary<Article, ReadPiece>(articles.Length);
        for (var i = 0; i < articles.Length; i++)
            if (read[i].Findings.IsEmpty) clean[articles[i]] = read[i];
        _clean = clean;
    }
}
