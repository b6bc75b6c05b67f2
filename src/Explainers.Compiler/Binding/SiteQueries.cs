using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>What a site has as a whole: its language, topics and blocks, its images, and its articles in their order.</summary>
internal sealed class SiteQueries
{
    private readonly BindingQueries _binding;

    /// <summary>Defines the queries.</summary>
    public SiteQueries(Engine engine, BindingQueries binding, ImmutableArray<BlockKind> blocks)
    {
        _binding = binding;
        Languages = engine.Query<SiteKey, EquatableArray<string>>("languages", (reads, _) =>
            binding.Syntax.Theme.Get(reads, default).Value.Strings.Select(strings => strings.Language).ToEquatable());
        Language = engine.Query<SiteKey, Diagnosed<string>>("language", (reads, _) => LanguageOf(reads));
        BlockNames = engine.Query<SiteKey, EquatableArray<string>>(
            "names of blocks",
            (reads, _) => binding.Syntax.Theme.Get(reads, default).Value.Blocks);
        Block = engine.Query<string, BlockKind?>("block", (reads, name) => !BlockNames.Get(reads, default).Contains(name) ? null
            : blocks.FirstOrDefault(kind => kind.Name == name) ?? BlockKind.OfTheme(name));
        var topics = engine.Query<SiteKey, Dictionary<string, Topic>>("topics by id", (reads, _) =>
            binding.Publication.Settings(reads).Topics
            .DistinctBy(topic => topic.Id.Text, StringComparer.Ordinal)
            .ToDictionary(topic => topic.Id.Text, topic => new Topic(topic.Id.Text, topic.Title, topic.Summary), StringComparer.Ordinal));
        Topic = engine.Query<string, Topic?>("topic", (reads, id) => topics.Get(reads, default).GetValueOrDefault(id));
        NearTopics = engine.Query<SiteKey, NearestIndex>("ids of topics", (reads, _) =>
            new NearestIndex(binding.Publication.Settings(reads).Topics.Select(topic => topic.Id.Text)));
        PublishedImages = engine.Query<SiteKey, HashSet<string>>("published images", (reads, _) =>
            binding.Publication.Published.Get(reads, default).Images.ToHashSet(StringComparer.Ordinal));
        Image = engine.Query<string, SourceFile?>("image", (reads, path) =>
            PublishedImages.Get(reads, default).Contains(path) ? binding.Syntax.Files.Get(reads, path) : null);
        Explainers = engine.Query<SiteKey, EquatableArray<ArticleId>>("explainers", (reads, _) => ExplainersOf(reads));
        Pages = engine.Query<SiteKey, EquatableArray<ArticleId>>("pages", (reads, _) => OfKind(reads, ArticleKind.Page)
            .OrderBy(head => head.Url, StringComparer.Ordinal).Select(head => head.Id).ToEquatable());
        Topics = engine.Query<SiteKey, EquatableArray<string>>("topics", (reads, _) => TopicsOf(reads));
        Lead = engine.Query<SiteKey, Diagnosed<ArticleId?>>("lead", (reads, _) => LeadOf(reads));
        Principles = engine.Query<SiteKey, Diagnosed<ArticleId?>>("principles", (reads, _) => PrinciplesOf(reads));
        Policies = engine.Query<string, string?>("policy of the publisher", (reads, key) => PolicyOf(reads, key).Value);
        PolicyFindings = engine.Query<SiteKey, EquatableArray<Diagnostic>>("findings of policies", (reads, _) =>
            PolicyKeys(reads).SelectMany(key => PolicyOf(reads, key).Findings).ToEquatable());
        ImageFindings = engine.Query<SiteKey, EquatableArray<Diagnostic>>(
            "images that are wrong",
            (reads, _) => PhotographChecks.Check(binding, reads).ToEquatable());
    }

    /// <summary>The languages that the theme has words for.</summary>
    public Query<SiteKey, EquatableArray<string>> Languages { get; }

    /// <summary>The site's language, or the first that the theme has words for.</summary>
    public Query<SiteKey, Diagnosed<string>> Language { get; }

    /// <summary>The names of the blocks that the theme can draw.</summary>
    public Query<SiteKey, EquatableArray<string>> BlockNames { get; }

    /// <summary>A block, or null.</summary>
    public Query<string, BlockKind?> Block { get; }

    /// <summary>A topic, or null.</summary>
    public Query<string, Topic?> Topic { get; }

    /// <summary>The ids that one of a topic can be meant to be.</summary>
    public Query<SiteKey, NearestIndex> NearTopics { get; }

    /// <summary>A published file of <c>images/</c>, or null.</summary>
    public Query<string, SourceFile?> Image { get; }

    /// <summary>The explainers, the newest first.</summary>
    public Query<SiteKey, EquatableArray<ArticleId>> Explainers { get; }

    /// <summary>The pages about the site, in order of address.</summary>
    public Query<SiteKey, EquatableArray<ArticleId>> Pages { get; }

    /// <summary>The ids of the topics that have articles, in the order of site.yaml.</summary>
    public Query<SiteKey, EquatableArray<string>> Topics { get; }

    /// <summary>The article that the home page puts first: the one that site.yaml names, or else the newest.</summary>
    public Query<SiteKey, Diagnosed<ArticleId?>> Lead { get; }

    /// <summary>The page that says how the publisher works, or null where site.yaml names none.</summary>
    public Query<SiteKey, Diagnosed<ArticleId?>> Principles { get; }

    /// <summary>
    /// The address of what the publisher says of itself, by its key in site.yaml, or null: a path from the site's root, or one elsewhere.
    /// </summary>
    public Query<string, string?> Policies { get; }

    /// <summary>Pages that site.yaml names for policies, and that are not there.</summary>
    public Query<SiteKey, EquatableArray<Diagnostic>> PolicyFindings { get; }

    /// <summary>Images and credits that are wrong or not used.</summary>
    public Query<SiteKey, EquatableArray<Diagnostic>> ImageFindings { get; }

    private Query<SiteKey, HashSet<string>> PublishedImages { get; }

    private Diagnosed<string> LanguageOf(Reads reads)
    {
        var known = Languages.Get(reads, default);
        var language = _binding.Publication.Settings(reads).Language;
        return known.IsEmpty || known.Contains(language.Text)
            ? new Diagnosed<string>(language.Text, [])
            : new Diagnosed<string>(known[0], [Catalog.UnknownLanguage(language.Span, language.Text, known)]);
    }

    private IEnumerable<ArticleHead> OfKind(Reads reads, ArticleKind kind) => _binding.Articles.All.Get(reads, default)
        .Where(article => SourceKinds.Of(article.Path) == (kind == ArticleKind.Page ? SourceKind.Page : SourceKind.Article))
        .Select(article => _binding.Articles.Head.Get(reads, article));

    private EquatableArray<ArticleId> ExplainersOf(Reads reads)
    {
        var articles = OfKind(reads, ArticleKind.Explainer)
            .Select(head => (When: head.Published?.Instant ?? NodaTime.Instant.MinValue, head.Url, head.Id))
            .ToArray();
        Array.Sort(articles, static (one, other) =>
            other.When.CompareTo(one.When) is var difference and not 0 ? difference : string.CompareOrdinal(one.Url, other.Url));
        return articles.Select(article => article.Id).ToEquatable();
    }

    private EquatableArray<string> TopicsOf(Reads reads)
    {
        var used = _binding.Articles.All.Get(reads, default)
            .SelectMany(article => _binding.Articles.Head.Get(reads, article).Topics)
            .ToHashSet(StringComparer.Ordinal);
        return _binding.Publication.Settings(reads).Topics.Select(topic => topic.Id.Text).Where(used.Contains).ToEquatable();
    }

    private Diagnosed<ArticleId?> LeadOf(Reads reads)
    {
        const string Otherwise = "the newest article comes first instead";
        var explainers = Explainers.Get(reads, default);
        var named = _binding.Publication.Settings(reads).Lead is { } slug
            ? Named(reads, slug, explainers, Otherwise)
            : new Diagnosed<ArticleId?>(null, []);
        return named.Value is null && !explainers.IsEmpty ? named with { Value = explainers[0] } : named;
    }

    private Diagnosed<ArticleId?> PrinciplesOf(Reads reads) =>
        _binding.Publication.Settings(reads).Publisher?.Principles is { } slug
            ? Named(reads, slug, Pages.Get(reads, default), "no page leads to it")
            : new Diagnosed<ArticleId?>(null, []);

    private IEnumerable<string> PolicyKeys(Reads reads) =>
        (_binding.Publication.Settings(reads).Publisher?.Policies ?? []).Select(policy => policy.Key);

    private Diagnosed<string?> PolicyOf(Reads reads, string key)
    {
        if (_binding.Publication.Settings(reads).Publisher?.Policies.FirstOrDefault(policy => policy.Key == key).Value is not { } page)
            return new Diagnosed<string?>(null, []);
        if (page.Text.Contains(':', StringComparison.Ordinal)) return new Diagnosed<string?>(page.Text, []);
        var named = Named(reads, page, Pages.Get(reads, default), "no page leads to it");
        return new Diagnosed<string?>(named.Value is { } found ? _binding.Articles.UrlOf.Get(reads, found.Path) : null, named.Findings);
    }

    /// <summary>The article or page that site.yaml names by its slug; one that does not exist, or is not published, is reported.</summary>
    private Diagnosed<ArticleId?> Named(Reads reads, ScalarSyntax slug, EquatableArray<ArticleId> among, string otherwise)
    {
        var url = Routes.Article(slug.Text);
        if (_binding.Articles.At.Get(reads, url) is { } found && among.Contains(found)) return new Diagnosed<ArticleId?>(found, []);
        var finding = _binding.Articles.UnpublishedAt.Get(reads, url) is { } waiting
            ? Catalog.UnpublishedPage(slug.Span, slug.Text, waiting.Why, otherwise)
            : Catalog.UnknownPage(
                slug.Span, slug.Text,
                Nearest.To(slug.Text, among.Select(article => _binding.Articles.UrlOf.Get(reads, article.Path)!.Trim('/'))));
        return new Diagnosed<ArticleId?>(null, [finding]);
    }
}

/// <summary>Ties the files of a site together: every name to what it names, every page to its address.</summary>
internal sealed class BindingQueries
{
    /// <summary>Defines the queries.</summary>
    /// <param name="engine">Takes them.</param>
    /// <param name="syntax">What the files say.</param>
    /// <param name="blocks">The blocks that the compiler knows.</param>
    public BindingQueries(Engine engine, SyntaxQueries syntax, ImmutableArray<BlockKind> blocks)
    {
        Syntax = syntax;
        Publication = new PublicationQueries(engine, syntax);
        Facts = new FactQueries(engine, syntax, Publication);
        Texts = new TextQueries(engine, this);
        Articles = new ArticleQueries(engine, this);
        Site = new SiteQueries(engine, this, blocks);
        Authors = new AuthorQueries(engine, this);
        Findings = engine.Query<SiteKey, EquatableArray<Diagnostic>>("findings of names", (reads, _) => FindingsOf(reads));
    }

    /// <summary>The files as syntax.</summary>
    public SyntaxQueries Syntax { get; }

    /// <summary>What is published.</summary>
    public PublicationQueries Publication { get; }

    /// <summary>Sheets and facts.</summary>
    public FactQueries Facts { get; }

    /// <summary>What sheets and facts say in sentences.</summary>
    public TextQueries Texts { get; }

    /// <summary>Articles and pages.</summary>
    public ArticleQueries Articles { get; }

    /// <summary>The site as a whole.</summary>
    public SiteQueries Site { get; }

    /// <summary>Who writes the articles.</summary>
    public AuthorQueries Authors { get; }

    /// <summary>What was found while names were tied to what they name.</summary>
    public Query<SiteKey, EquatableArray<Diagnostic>> Findings { get; }

    private EquatableArray<Diagnostic> FindingsOf(Reads reads) =>
    [
        .. Facts.Findings(reads),
        .. Facts.Routes.Get(reads, default).Value.SelectMany(sheet => Texts.Found.Get(reads, sheet.Name)),
        .. Articles.Found.Get(reads, default),
        .. Site.Language.Get(reads, default).Findings,
        .. Site.Lead.Get(reads, default).Findings,
        .. Site.Principles.Get(reads, default).Findings,
        .. Site.PolicyFindings.Get(reads, default),
        .. Site.ImageFindings.Get(reads, default),
        .. Authors.Findings.Get(reads, default),
    ];
}
