using Explainers.Binding;
using Explainers.Checking.Prose;
using Explainers.Diagnostics;
using Explainers.Incremental;

namespace Explainers.Checking;

/// <summary>Holds a site against the editorial rules, one sheet, article or fact at a time.</summary>
internal sealed class CheckQueries
{
    private readonly BindingQueries _binding;

    /// <summary>Defines the queries.</summary>
    public CheckQueries(Engine engine, BindingQueries binding)
    {
        _binding = binding;
        Sheets = engine.Query<SiteKey, NamedSheets>("named sheets", (reads, _) => new NamedSheets(
            [.. binding.Facts.ByTitle.Get(reads, default).Select(sheet => binding.Facts.Sheet.Get(reads, sheet)!)]));
        Sheet = engine.Query<string, NamedSheet>("named sheet", (reads, name) =>
        {
            var sheet = binding.Facts.Sheet.Get(reads, name)!;
            return new NamedSheet(sheet, sheet.Facts.Select(fact => binding.Facts.Fact.Get(reads, fact)));
        });
        ArticleProse = engine.Query<ArticleId, ReadPiece>("prose of an article", (reads, article) =>
            ProseIsBound.Article(binding.Articles.Bound.Get(reads, article).Value, new BoundSite(binding, reads), Guard(reads)));
        SheetProse = engine.Query<string, ReadPiece>("prose of a sheet", (reads, sheet) => ProseIsBound.Sheet(sheet, new BoundSite(binding, reads), Guard(reads)));
        OfArticle = engine.Query<ArticleId, EquatableArray<Diagnostic>>("rules of an article", (reads, article) =>
            DatesAgree.Check(binding.Articles.Bound.Get(reads, article).Value, binding.Publication.Today.Get(reads, default)).ToEquatable());
        OfSheet = engine.Query<string, EquatableArray<Diagnostic>>("rules of a sheet", (reads, sheet) => CheckSheet(new BoundSite(binding, reads), sheet));
        OfSite = engine.Query<SiteKey, EquatableArray<Diagnostic>>("rules of the site", (reads, _) => CheckSite(new BoundSite(binding, reads)));
        Covered = engine.Query<SiteKey, Coverage>("coverage", (reads, _) => new Coverage(Pieces(reads)
            .Select(piece => piece.Row).OrderBy(row => row.File, StringComparer.Ordinal).ToEquatable()));
    }

    /// <summary>How many of the figures in the site's prose are bound to facts.</summary>
    public Query<SiteKey, Coverage> Covered { get; }

    /// <summary>What the prose of an article has.</summary>
    public Query<ArticleId, ReadPiece> ArticleProse { get; }

    private Query<string, ReadPiece> SheetProse { get; }

    private Query<SiteKey, NamedSheets> Sheets { get; }

    private Query<string, NamedSheet> Sheet { get; }

    private Query<ArticleId, EquatableArray<Diagnostic>> OfArticle { get; }

    private Query<string, EquatableArray<Diagnostic>> OfSheet { get; }

    private Query<SiteKey, EquatableArray<Diagnostic>> OfSite { get; }

    /// <summary>What the rules say.</summary>
    public IEnumerable<Diagnostic> Findings(Reads reads) =>
    [
        .. _binding.Facts.ByTitle.Get(reads, default).SelectMany(sheet => OfSheet.Get(reads, sheet)),
        .. _binding.Articles.All.Get(reads, default).SelectMany(article => OfArticle.Get(reads, article)),
        .. OfSite.Get(reads, default),
        .. Pieces(reads).SelectMany(piece => piece.Findings),
        .. ProseIsBound.Floor(new BoundSite(_binding, reads), Covered.Get(reads, default)),
    ];

    private IEnumerable<ReadPiece> Pieces(Reads reads) => _binding.Articles.All.Get(reads, default)
        .Select(article => ArticleProse.Get(reads, article))
        .Concat(_binding.Facts.ByTitle.Get(reads, default).Select(sheet => SheetProse.Get(reads, sheet)));

    private ProseGuard Guard(Reads reads) => new(() => Sheets.Get(reads, default), sheet => Sheet.Get(reads, sheet));

    private static EquatableArray<Diagnostic> CheckSheet(BoundSite site, string name)
    {
        var (sheet, today, settings) = (site.Entries(name), site.Today, site.Settings);
        BoundFact[] facts = [.. site.Sheet(name).Facts.Select(site.Bound)];
        return
        [
            .. facts.SelectMany(FactsHaveSources.Check),
            .. FactsHaveSources.Check(sheet, facts.Select(bound => bound.Fact)),
            .. facts.SelectMany(bound => FactsAreFresh.Check(bound, today, settings.GraceDays)),
            .. facts.SelectMany(bound => DatesAgree.Check(bound, today)),
            .. DatesAgree.Check(sheet, today),
            .. SourcesFollowPolicy.Check(sheet, settings.Sources),
            .. facts.SelectMany(bound => SourcesFollowPolicy.Check(bound, settings.Sources)),
        ];
    }

    private static EquatableArray<Diagnostic> CheckSite(BoundSite site) =>
    [
        .. FactsAreUsed.Check(site),
        .. site.Unpublished.SelectMany(article => DatesAgree.Check(site.DatesOf(article))),
        .. site.Images.IsEmpty ? [] : DatesAgree.Check(site.All.SelectMany(article => site.ImagesOf(article)), site.Today),
        .. ContactIsFresh.Check(site),
    ];
}
