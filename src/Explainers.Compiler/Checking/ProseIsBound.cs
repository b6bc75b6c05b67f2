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
        var articles = site.All;
        var (clean, cleanSheets) = (memory.Recall(articles), memory.Recall(site.Sheets));
        var read = new ReadPiece[articles.Length + site.Sheets.Length];
        Parallel.For(0, read.Length, i => read[i] = i < articles.Length
            ? clean[i] ?? Article(articles[i], guard)
            : Sheet(site, site.Sheets[i - articles.Length], guard, cleanSheets[i - articles.Length]));
        memory.Keep(articles, site.Sheets, read);
        var coverage = new Coverage(memory.Rows.Sort([.. read.Select(piece => piece.Row)]));
        return ([.. read.SelectMany(piece => piece.Findings), .. Floor(site, coverage)], coverage);
    }

    private static ReadPiece Article(Article article, ProseGuard guard)
    {
        var bound = article.Title.Concat(article.Description).Concat(article.Summary.SelectMany(sentence => sentence)).Concat(article.Body.SelectMany(part => part is BoundImagePart image ? image.Texts : [part])).OfType<FactPart>().Count(IsFigure);
        return Piece(article.File, article.Texts, bound, guard, article.About, article.Plain);
    }

    /// <summary>Reads the sentences of a sheet, if they are not known to be clean, and counts the figures in them, which facts of other sheets may have become.</summary>
    private static ReadPiece Sheet(BoundSite site, FactSheet sheet, ProseGuard guard, ReadPiece? clean)
    {
        var bound = sheet.Prose.SelectMany(prose => site.Texts[prose]).OfType<FactPart>().Count(IsFigure);
        if (clean is not null) return clean.Row.Bound == bound ? clean : clean with { Row = new CoverageRow(clean.Row.File, bound, bound) };
        return Piece(sheet.Span.File!, sheet.Prose.Select(prose => prose.Text).OfType<ProseText>(), bound, guard, [sheet], []);
    }

    private static ReadPiece Piece(
        SourceFile file, IEnumerable<ProseText> texts, int bound, ProseGuard guard, ImmutableArray<FactSheet> about, ImmutableArray<string> plain)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var allowed = new PlainWords(plain);
        foreach (var text in texts) findings.AddRange(guard.Read(text, about, allowed));
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

/// <summary>The articles and sheets in which the guard found nothing: while they are what they were, it will not, whatever other sheets say.</summary>
internal sealed class ProseMemory
{
    private readonly Recollection<Article, ReadPiece> _articles = new();
    private readonly Recollection<FactSheet, ReadPiece> _sheets = new();

    /// <summary>The rows of coverage in order of path.</summary>
    public Ordering<CoverageRow> Rows { get; } = new((one, other) => string.CompareOrdinal(one.File.DisplayPath, other.File.DisplayPath));

    /// <summary>What was read in some articles; null where something was found, or nothing is known.</summary>
    public ReadPiece?[] Recall(ImmutableArray<Article> articles) => _articles.Recall(articles);

    /// <summary>What was read in some sheets; null where something was found, or nothing is known.</summary>
    public ReadPiece?[] Recall(ImmutableArray<FactSheet> sheets) => _sheets.Recall(sheets);

    /// <summary>Keeps the articles and sheets of a site in which nothing was found.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="sheets">The sheets.</param>
    /// <param name="read">What was read in the articles, then in the sheets.</param>
    public void Keep(ImmutableArray<Article> articles, ImmutableArray<FactSheet> sheets, ReadPiece[] read)
    {
        ReadPiece?[] clean = [.. read.Select(piece => piece.Findings.IsEmpty ? piece : null)];
        _articles.Keep(articles, clean[..articles.Length]);
        _sheets.Keep(sheets, clean[articles.Length..]);
    }
}
