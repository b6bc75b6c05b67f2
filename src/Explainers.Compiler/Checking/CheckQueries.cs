using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Checking.Prose;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Parsing.Text;
using Explainers.Parsing.Yaml;

namespace Explainers.Checking;

/// <summary>What was found in an article, and how many of the figures in it are bound to facts.</summary>
/// <param name="Findings">What was found, as it weighs in this site.</param>
/// <param name="Row">Its coverage; null for an article that is not published.</param>
internal sealed record ArticleReport(EquatableArray<Diagnostic> Findings, CoverageRow? Row)
{
    /// <summary>The warnings that it accepts.</summary>
    public EquatableArray<Acceptance> Accepted { get; init; } = [];
}

/// <summary>Holds a site against the editorial rules, one sheet, article or fact at a time.</summary>
internal sealed class CheckQueries
{
    private readonly BindingQueries _binding;

    /// <summary>Defines the queries.</summary>
    public CheckQueries(Engine engine, BindingQueries binding)
    {
        _binding = binding;
        Sheets = engine.Query<SiteKey, NamedSheets>("named sheets", (reads, _) => new NamedSheets(
            [.. binding.Facts.ByTitle.Get(reads, default).Select(sheet => binding.Facts.Sheet.Get(reads, sheet)!)],
            LanguageOf(reads)));
        Sheet = engine.Query<string, NamedSheet>("named sheet", (reads, name) =>
        {
            var sheet = binding.Facts.Sheet.Get(reads, name)!;
            return new NamedSheet(sheet, FactsOf(reads, sheet), LanguageOf(reads));
        });
        Actors = engine.Query<string, EquatableArray<KnownActor>>("people and organisations of a sheet", (reads, name) =>
            binding.Facts.Sheet.Get(reads, name) is { } sheet ? KnownActor.In(FactsOf(reads, sheet)).ToEquatable() : []);
        ArticleProse = engine.Query<ArticleId, ReadPiece>("prose of an article", (reads, article) =>
        {
            var bound = binding.Articles.Bound.Get(reads, article).Value;
            var guard = Guard(reads, bound.States, ProseLanguage.Of(bound.Head.Language), bound.Head.About, bound.Head.AsOf);
            return ProseIsBound.Article(bound, new BoundSite(binding, reads), guard);
        }, new() { IsDirect = true });
        SheetProse = engine.Query<string, ReadPiece>(
            "prose of a sheet",
            (reads, sheet) => ProseIsBound.Sheet(
                sheet, new BoundSite(binding, reads), Guard(reads, [], LanguageOf(reads), [sheet], null)));
        OfArticle = engine.Query<ArticleId, EquatableArray<Diagnostic>>("rules of an article", (reads, article) =>
            CheckArticle(new BoundSite(binding, reads), article, sheet => Corrections!.Get(reads, sheet)), new() { IsDirect = true });
        Corrections = engine.Query<string, EquatableArray<Correction>>("corrections of a sheet", (reads, sheet) =>
            binding.Facts.Entries.Get(reads, sheet) is { } entries ? Correction.In(entries).ToEquatable() : []);
        Claims = engine.Query<string, EquatableArray<Claim>>("claims of a sheet", (reads, sheet) => binding.Facts.Sheet.Get(reads, sheet)!
            .Facts.SelectMany(fact => Claim.Of(binding.Facts.Bound.Get(reads, fact))).ToEquatable());
        OfClaims = engine.Query<SiteKey, EquatableArray<Diagnostic>>("rules of claims", (reads, _) => CheckClaims(
            [.. binding.Facts.ByTitle.Get(reads, default).SelectMany(sheet => Claims.Get(reads, sheet))]));
        Report = engine.Query<string, ArticleReport>("report on an article", (reads, path) => ReportOf(reads, path));
        Row = engine.Query<string, CoverageRow?>(
            "coverage of an article", (reads, path) => Report.Get(reads, path).Row, new() { IsDirect = true });
        OfSheet = engine.Query<string, EquatableArray<Diagnostic>>(
            "rules of a sheet",
            (reads, sheet) => [.. CheckSheet(new BoundSite(binding, reads), sheet), .. OwnersExist.Check(sheet, binding, reads)]);
        OfSite = engine.Query<SiteKey, EquatableArray<Diagnostic>>(
            "rules of the site",
            (reads, _) => CheckSite(new BoundSite(binding, reads), sheet => Unnamed!.Get(reads, sheet)));
        Unnamed = engine.Query<string, EquatableArray<FactId>>("sources that no fact names", (reads, sheet) =>
        {
            var site = new BoundSite(binding, reads);
            return SourcesAreUsed.Unnamed(site.Entries(sheet), site.Sheet(sheet).Facts.Select(site.Fact)).ToEquatable();
        });
        OfArticles = engine.Query<SiteKey, EquatableArray<Diagnostic>>(
            "findings of articles",
            (reads, _) => Paths(reads).SelectMany(path => Report.Get(reads, path).Findings).ToEquatable());
        Findings = engine.Query<SiteKey, EquatableArray<Diagnostic>>("findings of rules", (reads, _) => FindingsOf(reads));
        var acceptedIn = engine.Query<string, EquatableArray<Acceptance>>(
            "accepted in an article", (reads, path) => Report.Get(reads, path).Accepted, new() { IsDirect = true });
        AcceptedOf = engine.Query<string, EquatableArray<Acceptance>>("accepted in a sheet", (reads, sheet) =>
            binding.Facts.Entries.Get(reads, sheet)!.Syntax.Accepted.OrderBy(one => one.Within.Start).ToEquatable());
        Accepted = engine.Query<SiteKey, EquatableArray<Acceptance>>("accepted findings", (reads, _) =>
        [
            .. binding.Facts.ByTitle.Get(reads, default).SelectMany(sheet => AcceptedOf.Get(reads, sheet)),
            .. Paths(reads).SelectMany(path => acceptedIn.Get(reads, path)),
        ]);
        Covered = engine.Query<SiteKey, Coverage>("coverage", (reads, _) => new Coverage(Rows(reads)
            .OrderBy(row => row.File, StringComparer.Ordinal).ToEquatable()));
    }

    /// <summary>How many of the figures in the site's prose are bound to facts.</summary>
    public Query<SiteKey, Coverage> Covered { get; }

    /// <summary>What was found in an article, by the path of its file, while it was parsed, bound and checked.</summary>
    public Query<string, ArticleReport> Report { get; }

    /// <summary>The warnings that a sheet accepts, in order of place.</summary>
    public Query<string, EquatableArray<Acceptance>> AcceptedOf { get; }

    /// <summary>The warnings that writers accept, in order of place within each file.</summary>
    public Query<SiteKey, EquatableArray<Acceptance>> Accepted { get; }

    private Query<string, CoverageRow?> Row { get; }

    private Query<ArticleId, ReadPiece> ArticleProse { get; }

    private Query<string, ReadPiece> SheetProse { get; }

    private Query<SiteKey, NamedSheets> Sheets { get; }

    private Query<string, NamedSheet> Sheet { get; }

    private Query<string, EquatableArray<KnownActor>> Actors { get; }

    private Query<ArticleId, EquatableArray<Diagnostic>> OfArticle { get; }

    private Query<string, EquatableArray<Correction>> Corrections { get; }

    private Query<string, EquatableArray<Claim>> Claims { get; }

    private Query<SiteKey, EquatableArray<Diagnostic>> OfClaims { get; }

    private Query<string, EquatableArray<Diagnostic>> OfSheet { get; }

    private Query<SiteKey, EquatableArray<Diagnostic>> OfSite { get; }

    private Query<string, EquatableArray<FactId>> Unnamed { get; }

    private Query<SiteKey, EquatableArray<Diagnostic>> OfArticles { get; }

    /// <summary>What the rules say.</summary>
    public Query<SiteKey, EquatableArray<Diagnostic>> Findings { get; }

    /// <summary>What is wrong with a sheet by itself.</summary>
    public IEnumerable<Diagnostic> FindingsOf(Reads reads, string sheet) => _binding.Facts.Path.Get(reads, sheet) is not { } path ? [] :
    [
        .. _binding.Syntax.Found.Get(reads, path),
        .. _binding.Facts.Found.Get(reads, sheet),
        .. _binding.Texts.Found.Get(reads, sheet),
        .. OfSheet.Get(reads, sheet),
        .. SheetProse.Get(reads, sheet).Findings,
    ];

    private EquatableArray<Diagnostic> FindingsOf(Reads reads) =>
    [
        .. _binding.Facts.ByTitle.Get(reads, default).SelectMany(sheet => OfSheet.Get(reads, sheet)),
        .. OfSite.Get(reads, default),
        .. OfClaims.Get(reads, default),
        .. OfArticles.Get(reads, default),
        .. _binding.Facts.ByTitle.Get(reads, default).SelectMany(sheet => SheetProse.Get(reads, sheet).Findings),
        .. ProseIsBound.Floor(new BoundSite(_binding, reads), Covered.Get(reads, default)),
    ];

    private IEnumerable<CoverageRow> Rows(Reads reads) => Paths(reads)
        .Select(path => Row.Get(reads, path))
        .OfType<CoverageRow>()
        .Concat(_binding.Facts.ByTitle.Get(reads, default).Select(sheet => SheetProse.Get(reads, sheet).Row));

    private IEnumerable<string> Paths(Reads reads)
    {
        var lists = _binding.Syntax.Lists.Get(reads, default);
        return lists.Articles.Concat(lists.Pages);
    }

    private ArticleReport ReportOf(Reads reads, string path)
    {
        var (syntax, weights) = (_binding.Syntax.Article.Get(reads, path), _binding.Syntax.Weights.Get(reads, default));
        var parsed = syntax.Findings;
        if (_binding.Articles.UrlOf.Get(reads, path) is null) return new ArticleReport(weights.Weigh(parsed).ToEquatable(), null);
        var article = new ArticleId(path);
        var prose = ArticleProse.Get(reads, article);
        // What other pages need of an article is read while the article is at hand.
        _ = (
            _binding.Articles.Head.Get(reads, article),
            _binding.Articles.Facts.Get(reads, article),
            _binding.Articles.Images.Get(reads, article),
            _binding.Articles.Embeds.Get(reads, article));
        Diagnostic[] findings =
            [.. parsed, .. _binding.Articles.Bound.Get(reads, article).Findings, .. OfArticle.Get(reads, article), .. prose.Findings];
        return new ArticleReport(weights.Weigh(findings).ToEquatable(), prose.Row) { Accepted = syntax.Value.Accepted.ToEquatable() };
    }

    /// <summary>The guard of a text. Of a table from a file it knows the parts that the text states, and not every cell.</summary>
    private ProseGuard Guard(
        Reads reads, IEnumerable<FactId> stated, ProseLanguage language, EquatableArray<string> about, PartialDate? day)
    {
        KnownActor[] actors = [.. about.SelectMany(sheet => Actors.Get(reads, sheet))];
        var cited = stated.Where(fact => fact.Part.Length > 0).GroupBy(fact => fact.Sheet).ToDictionary(
            parts => parts.Key,
            parts => _binding.Facts.Sheet.Get(reads, parts.Key) is { } sheet
                ? new NamedSheet(
                    sheet,
                    FactsOf(reads, sheet).Concat(parts.Select(part => _binding.Facts.Fact.Get(reads, part))),
                    LanguageOf(reads))
                : null);
        return new(
            () => Sheets.Get(reads, default),
            sheet => cited.GetValueOrDefault(sheet) ?? Sheet.Get(reads, sheet),
            language,
            _binding.Publication.Settings(reads).ReadsDecades)
        {
            Names = actors.Length == 0 ? null : new NameGuard(actors, LanguageOf(reads), day),
        };
    }

    /// <summary>The language that sheets are written in, which is the site's.</summary>
    private ProseLanguage LanguageOf(Reads reads) => ProseLanguage.Of(_binding.Site.Language.Get(reads, default).Value);

    private IEnumerable<Fact> FactsOf(Reads reads, FactSheet sheet) => sheet.Facts.Select(fact => _binding.Facts.Fact.Get(reads, fact))
        .Where(fact => fact.Value is not TableValue { IsOfFile: true });

    private static EquatableArray<Diagnostic> CheckSheet(BoundSite site, string name)
    {
        var (sheet, today, settings) = (site.Entries(name), site.Today, site.Settings);
        BoundFact[] facts = [.. site.Sheet(name).Facts.Select(site.Bound)];
        return
        [
            .. facts.SelectMany(FactsHaveSources.Check),
            .. facts.SelectMany(bound => FactsAreFresh.Check(bound, today, settings.GraceDays)),
            .. facts.SelectMany(bound => DatesAgree.Check(bound, today)),
            .. DatesAgree.Check(sheet, today),
            .. NamesByDate.Check(sheet),
            .. facts.SelectMany(FactsFollowSources.Check),
            .. facts.SelectMany(SharesAddUp.Check),
            .. SharesAddUp.Check(facts),
            .. SumsAddUp.Check(facts),
            .. PlacesAreNear.Check(facts),
            .. SourcesFollowPolicy.Check(sheet, settings.Sources),
            .. facts.SelectMany(bound => SourcesFollowPolicy.Check(bound, settings.Sources)),
        ];
    }

    private static EquatableArray<Diagnostic> CheckArticle(
        BoundSite site, ArticleId id, Func<string, IEnumerable<Correction>> corrections)
    {
        var article = site.Article(id);
        return
        [
            .. DatesAgree.Check(article, site.Today),
            .. CorrectionsAreMarked.Check(article, site.Today, corrections),
            .. RolesHold.Check(article, site),
            .. EventsInText.Check(article, site),
        ];
    }

    /// <summary>Holds what sheets say of one thing against each other.</summary>
    private static EquatableArray<Diagnostic> CheckClaims(ImmutableArray<Claim> claims) =>
    [
        .. EventsAgree.Check(claims),
        .. RolesAgree.Check(claims),
        .. OrganisationsNest.Check(claims),
        .. QuotationsAgree.Check(claims),
    ];

    private static EquatableArray<Diagnostic> CheckSite(BoundSite site, Func<string, IEnumerable<FactId>> unnamedSources) =>
    [
        .. FactsAreUsed.Check(site),
        .. SourcesAreUsed.Check(site, unnamedSources),
        .. site.Unpublished.SelectMany(article => DatesAgree.Check(site.DatesOf(article))),
        .. site.Images.IsEmpty ? [] : DatesAgree.Check(site.Credits, site.Today),
        .. ContactIsFresh.Check(site),
    ];
}
