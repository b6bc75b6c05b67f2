using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>What of an article its body decides, and other pages show.</summary>
/// <param name="States">The facts that it states, each once, in order of first use.</param>
/// <param name="KeyFacts">The facts of the box at its top.</param>
/// <param name="Minutes">How long it takes to read, in minutes.</param>
internal sealed record ArticleFacts(EquatableArray<FactId> States, EquatableArray<FactId> KeyFacts, int Minutes)
{
    /// <summary>The sources of sheets that captions of tables name, as sheet and source.</summary>
    public EquatableArray<FactId> Sources { get; init; } = [];
}

/// <summary>An image that an article shows.</summary>
/// <param name="Path">The path of its file below the input folder, or null where it lies elsewhere.</param>
/// <param name="IsPhotograph">Whether it is a photograph with a credit.</param>
/// <param name="Span">The place that shows it.</param>
internal sealed record ShownImage(string? Path, bool IsPhotograph, FileSpan Span);

/// <summary>Something of another site that a page shows to readers who ask for it.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Host">The host that it comes from.</param>
internal sealed record ShownEmbed(string Service, string Host);

/// <summary>The articles and pages of a site, with their addresses.</summary>
internal sealed class ArticleQueries
{
    private readonly BindingQueries _binding;

    /// <summary>Defines the queries.</summary>
    public ArticleQueries(Engine engine, BindingQueries binding)
    {
        _binding = binding;
        IndexPages = engine.Query<string, EquatableArray<string>>("index pages of a sheet", (reads, name) => IndexPagesOf(reads, name));
        Routes = engine.Query<SiteKey, Diagnosed<SiteRoutes>>("routes", (reads, _) => RoutesOf(reads));
        Found = engine.Query<SiteKey, EquatableArray<Diagnostic>>("findings of routes", (reads, _) => Routes.Get(reads, default).Findings);
        Places = engine.Query<SiteKey, ArticlePlaces>("places of articles", (reads, _) =>
            new ArticlePlaces(Routes.Get(reads, default).Value.Articles, binding.Publication.Published.Get(reads, default).Unpublished));
        UrlOf = engine.Query<string, string?>(
            "address of an article",
            (reads, path) => Places.Get(reads, default).Urls.GetValueOrDefault(path),
            new() { IsDirect = true });
        At = engine.Query<string, ArticleId?>("article at an address", (reads, url) =>
            Places.Get(reads, default).Articles.TryGetValue(url, out var path) ? new ArticleId(path) : null, new() { IsDirect = true });
        UnpublishedAt = engine.Query<string, UnpublishedArticle?>("unpublished article", (reads, place) =>
            Places.Get(reads, default).Unpublished.GetValueOrDefault(place), new() { IsDirect = true });
        NearPages = engine.Query<SiteKey, NearestIndex>(
            "paths of articles",
            (reads, _) => new NearestIndex(Places.Get(reads, default).Urls.Keys));
        Bound = engine.Query<ArticleId, Diagnosed<Article>>("article", (reads, article) =>
        {
            var syntax = binding.Syntax.Article.Get(reads, article.Path).Value;
            return ArticleBinder.Bind(syntax, new Scope(binding, reads) { AsOf = ArticleDates.AsOf(syntax) });
        }, new() { IsFleeting = reads => binding.Syntax.IsLarge.Get(reads, default) });
        Head = engine.Query<ArticleId, ArticleHead>("article head", (reads, article) =>
        {
            if (!binding.Syntax.IsLarge.Get(reads, default)) return Bound.Get(reads, article).Value.Head;
            var front = binding.Syntax.Front(reads, article.Path);
            return ArticleBinder.Head(front, new Scope(binding, reads) { AsOf = ArticleDates.AsOf(front) });
        });
        Facts = engine.Query<ArticleId, ArticleFacts>("facts of an article", (reads, article) =>
        {
            var bound = Bound.Get(reads, article).Value;
            return new ArticleFacts(bound.States, bound.KeyFacts, bound.Minutes) { Sources = bound.CaptionSources.ToEquatable() };
        });
        Images = engine.Query<ArticleId, EquatableArray<ShownImage>>(
            "images of an article",
            (reads, article) => Bound.Get(reads, article).Value.Images
            .Select(image => new ShownImage(image.Path, image.Photograph is not null, image.Span)).ToEquatable());
        Embeds = engine.Query<ArticleId, EquatableArray<ShownEmbed>>(
            "embeds of an article",
            (reads, article) => Bound.Get(reads, article).Value.Embeds
            .Select(embed => new ShownEmbed(embed.Address.Service, embed.Address.Host)).Distinct().ToEquatable());
        All = engine.Query<SiteKey, EquatableArray<ArticleId>>("articles", (reads, _) =>
            Routes.Get(reads, default).Value.Articles.Select(article => new ArticleId(article.Path)).ToEquatable());
    }

    /// <summary>The addresses of pages that gather entries of the kinds that a sheet has.</summary>
    public Query<string, EquatableArray<string>> IndexPages { get; }

    /// <summary>Which articles and pages have which address.</summary>
    public Query<SiteKey, Diagnosed<SiteRoutes>> Routes { get; }

    /// <summary>What was found while addresses were given out.</summary>
    public Query<SiteKey, EquatableArray<Diagnostic>> Found { get; }

    /// <summary>The address of the article or page in a file, or null.</summary>
    public Query<string, string?> UrlOf { get; }

    /// <summary>The article or page at an address, or null.</summary>
    public Query<string, ArticleId?> At { get; }

    /// <summary>The article at a path or address that is not published, or null.</summary>
    public Query<string, UnpublishedArticle?> UnpublishedAt { get; }

    /// <summary>The paths that one of an article can be meant to be.</summary>
    public Query<SiteKey, NearestIndex> NearPages { get; }

    /// <summary>An article or page, whole.</summary>
    public Query<ArticleId, Diagnosed<Article>> Bound { get; }

    /// <summary>What other pages may show of an article or page.</summary>
    public Query<ArticleId, ArticleHead> Head { get; }

    /// <summary>What of an article or page its body decides.</summary>
    public Query<ArticleId, ArticleFacts> Facts { get; }

    /// <summary>The images that an article or page shows.</summary>
    public Query<ArticleId, EquatableArray<ShownImage>> Images { get; }

    /// <summary>What of other sites an article or page shows to readers who ask for it.</summary>
    public Query<ArticleId, EquatableArray<ShownEmbed>> Embeds { get; }

    /// <summary>Every article and page that has an address, in order of path.</summary>
    public Query<SiteKey, EquatableArray<ArticleId>> All { get; }

    private Query<SiteKey, ArticlePlaces> Places { get; }

    private EquatableArray<string> IndexPagesOf(Reads reads, string sheet) => _binding.Facts.Sheet.Get(reads, sheet)!.Facts
        .Select(fact => Binding.Routes.IndexPage(_binding.Facts.Head.Get(reads, fact).Kind))
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .ToEquatable();

    private Diagnosed<SiteRoutes> RoutesOf(Reads reads)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var published = _binding.Publication.Published.Get(reads, default);
        var sheets = _binding.Facts.Routes.Get(reads, default).Value;
        var routes = SiteRoutes.Of(
            sheets,
            sheets.SelectMany(sheet => IndexPages.Get(reads, sheet.Name)).Distinct(StringComparer.Ordinal)
                .Concat(_binding.Authors.HasAny.Get(reads, default) ? [Binding.Routes.Authors] : []),
            published.Articles.Select(path => _binding.Publication.Status.Get(reads, path)),
            published.Images,
            _binding.Facts.Files(reads),
            alias => AliasSpan(reads, alias),
            findings);
        return new Diagnosed<SiteRoutes>(routes, findings.ToImmutable());
    }

    /// <summary>Where an old address is written.</summary>
    public FileSpan AliasSpan(Reads reads, Alias alias) => _binding.Syntax.Article.Get(reads, alias.Path).Value.Aliases[alias.Number].Span;

    /// <summary>Articles and pages by file and by address.</summary>
    private sealed class ArticlePlaces
    {
        public ArticlePlaces(EquatableArray<Named> articles, EquatableArray<UnpublishedArticle> unpublished)
        {
            Urls = articles.ToDictionary(article => article.Path, article => article.Name, StringComparer.Ordinal);
            Articles = articles.ToDictionary(article => article.Name, article => article.Path, StringComparer.Ordinal);
            Unpublished = new Dictionary<string, UnpublishedArticle>(StringComparer.Ordinal);
            foreach (var article in unpublished)
            {
                Unpublished[article.Path] = article;
                if (!Articles.ContainsKey(Binding.Routes.Article(article.Slug)))
                    Unpublished[Binding.Routes.Article(article.Slug)] = article;
            }
        }

        public Dictionary<string, string> Urls { get; }

        public Dictionary<string, string> Articles { get; }

        public Dictionary<string, UnpublishedArticle> Unpublished { get; }
    }
}
