using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Templates;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>What becomes of articles marked as drafts.</summary>
public enum Drafts
{
    /// <summary>They are left out.</summary>
    Excluded,

    /// <summary>They are treated as published.</summary>
    Included,
}

/// <summary>Ties the files of a site together: every name to what it names, every page to its address.</summary>
internal static class Binder
{
    /// <summary>Binds a site; names that lead nowhere are reported, and placeholders stand in for them.</summary>
    /// <param name="site">What is written.</param>
    /// <param name="drafts">What becomes of drafts.</param>
    /// <param name="today">The day that embargoes are judged against.</param>
    /// <param name="blocks">The blocks that the compiler knows.</param>
    /// <param name="memory">What was bound before; it takes what is bound now.</param>
    internal static Diagnosed<BoundSite> Bind(ParsedSite site, Drafts drafts, DateOnly today, ImmutableArray<BlockKind> blocks, BindMemory memory)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var publication = Publication.Of(site, drafts, today);
        var routes = new RouteTable(publication.Articles.Length + publication.Sheets.Length, findings);
        routes.ReserveOwn();
        var sheets = Sheets(Addressed(publication.Sheets, site.Theme, routes, findings), memory, findings);
        routes.ReserveGatherings(sheets);
        var published = Addressed(publication.Articles, routes);
        var topics = site.Settings.Topics.Select(topic => new Topic(topic.Id.Text, topic.Title, topic.Summary)).ToImmutableArray();
        foreach (var image in publication.Images) routes.Take(Routes.Image(image.Path), image.DisplayPath, FileSpan.StartOf(image));
        var language = Language(site, findings);
        var redirects = Redirects(published, routes);
        var names = NamesOf(site, publication, sheets, topics, published, language, blocks, memory);
        memory.Use(names);
        var articles = Articles(published, names, memory, findings);
        findings.AddRange(PhotographBinder.Unused(site, publication.Waiting, articles));
        findings.AddRange(PhotographBinder.Faults(site, articles));
        var used = articles.SelectMany(article => article.Topics).Select(topic => topic.Id).ToHashSet(StringComparer.Ordinal);
        var explainers = memory.Newest.Sort([.. articles.Where(article => article.Kind == ArticleKind.Explainer)]);
        var bound = new BoundSite(
            site.Settings,
            language,
            explainers,
            Lead(site, names, explainers, findings),
            [.. articles.Where(article => article.Kind == ArticleKind.Page).OrderBy(article => article.Url, StringComparer.Ordinal)],
            memory.Titles.Sort(sheets),
            [.. topics.Where(topic => used.Contains(topic.Id))],
            redirects,
            site.Theme,
            publication.Images,
            Texts(sheets, names, memory, findings))
        {
            ByName = names.Facts,
            Unpublished = publication.Unpublished,
            Waiting = publication.Waiting,
            Pictures = site.Pictures.Where(picture => picture.Content is not null)
                .ToDictionary(picture => picture.File.Path, picture => picture.Content!, StringComparer.Ordinal),
            Principles = Principles(site, names, articles, findings),
        };
        return new Diagnosed<BoundSite>(bound, findings.ToImmutable());
    }

    /// <summary>The article that site.yaml puts first, or else the newest.</summary>
    private static Article? Lead(
        ParsedSite site, SiteNames names, ImmutableArray<Article> articles, ImmutableArray<Diagnostic>.Builder findings)
    {
        const string Otherwise = "the newest article comes first instead";
        var named = site.Settings.Lead is { } lead ? Named(lead, names, articles, Otherwise, findings) : null;
        return named ?? articles.FirstOrDefault();
    }

    /// <summary>The page that says how the publisher works, or null where site.yaml names none.</summary>
    private static Article? Principles(
        ParsedSite site, SiteNames names, ImmutableArray<Article> articles, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (site.Settings.Publisher?.Principles is not { } slug) return null;
        return Named(slug, names, [.. articles.Where(article => article.Kind == ArticleKind.Page)], "no page leads to it", findings);
    }

    /// <summary>The article or page that site.yaml names by its slug; one that does not exist, or is not published, is reported.</summary>
    private static Article? Named(
        ScalarSyntax slug,
        SiteNames names,
        ImmutableArray<Article> articles,
        string otherwise,
        ImmutableArray<Diagnostic>.Builder findings)
    {
        var found = articles.FirstOrDefault(article => article.Url == Routes.Article(slug.Text));
        if (found is not null) return found;
        findings.Add(names.Unpublished.TryGetValue(Routes.Article(slug.Text), out var waiting)
            ? Catalog.UnpublishedPage(slug.Span, slug.Text, waiting.Why, otherwise)
            : Catalog.UnknownPage(slug.Span, slug.Text, Nearest.To(slug.Text, articles.Select(article => article.Url.Trim('/')))));
        return null;
    }

    /// <summary>The site's language, or the first that the theme has words for.</summary>
    private static string Language(ParsedSite site, ImmutableArray<Diagnostic>.Builder findings)
    {
        var known = site.Theme.Strings.Select(strings => strings.Language).ToImmutableArray();
        var language = site.Settings.Language;
        if (known.IsEmpty || known.Contains(language.Text)) return language.Text;
        findings.Add(Catalog.UnknownLanguage(language.Span, language.Text, known));
        return known[0];
    }

    /// <summary>The sheets that get the address that they want.</summary>
    private static ImmutableArray<FactSheetSyntax> Addressed(ImmutableArray<FactSheetSyntax> sheets, ThemeSyntax theme, RouteTable routes, ImmutableArray<Diagnostic>.Builder findings)
    {
        var kept = ImmutableArray.CreateBuilder<FactSheetSyntax>(sheets.Length);
        foreach (var sheet in sheets)
        {
            var start = FileSpan.StartOf(sheet.File);
            if (theme.Blocks.Contains(sheet.Name)) findings.Add(Reserved(start, sheet.Name, "block"));
            else if (FactFormat.Filters.Contains(sheet.Name)) findings.Add(Reserved(start, sheet.Name, "filter"));
            if (routes.Take(Routes.Sheet(sheet.Name), sheet.File.DisplayPath, start)) kept.Add(sheet);
        }
        return kept.ToImmutable();
    }

    private static ImmutableArray<FactSheet> Sheets(ImmutableArray<FactSheetSyntax> written, BindMemory memory, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (memory.Same(written) is { } same) return same;
        var own = ImmutableArray.CreateBuilder<Diagnostic>();
        var table = new FactTable(written, memory.Unchanged(written), own);
        var sheets = table.Bind();
        memory.Keep(written, sheets, [.. own.Select(finding => finding.Span.File), .. table.Lacking.Select(sheet => sheet.File)]);
        findings.AddRange(own);
        return sheets;
    }

    /// <summary>What the sheets say in sentences, with its references bound.</summary>
    private static Dictionary<ProseSyntax, ImmutableArray<BodyPart>> Texts(
        ImmutableArray<FactSheet> sheets, SiteNames names, BindMemory memory, ImmutableArray<Diagnostic>.Builder findings)
    {
        var known = memory.Recall(sheets);
        var texts = new SheetTexts[sheets.Length];
        var wasFaulty = new bool[sheets.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            var before = findings.Count;
            texts[i] = known[i] ?? Texts(sheets[i], names, findings);
            wasFaulty[i] = findings.Count > before;
        }
        return memory.Keep(sheets, texts, wasFaulty);
    }

    private static SheetTexts Texts(FactSheet sheet, SiteNames names, ImmutableArray<Diagnostic>.Builder findings)
    {
        var scope = new Scope(names);
        ImmutableArray<KeyValuePair<ProseSyntax, ImmutableArray<BodyPart>>> texts = [.. sheet.Prose.Select(prose => KeyValuePair.Create(prose, ArticleBinder.Text(prose, scope, findings)))];
        return new SheetTexts(texts, scope.Answers);
    }

    private static Diagnostic Reserved(FileSpan at, string name, string what) =>
        Catalog.ReservedName(at, name, what, $"{name.Replace('_', '-')}-facts.yaml");

    /// <summary>The articles and pages that get the address that they want.</summary>
    private static ImmutableArray<ArticleSyntax> Addressed(ImmutableArray<ArticleSyntax> articles, RouteTable routes) =>
        [.. articles
            .Where(article => routes.TakePage(Routes.Article(article.Slug), article.File.DisplayPath, FileSpan.StartOf(article.File)))];

    private static ImmutableArray<Redirect> Redirects(ImmutableArray<ArticleSyntax> articles, RouteTable routes)
    {
        var redirects = ImmutableArray.CreateBuilder<Redirect>();
        foreach (var article in articles)
        {
            foreach (var alias in article.Aliases)
            {
                var from = AliasPath.Of(alias.Text)!;
                if (!routes.TakeAlias(from, article, alias.Span)) continue;
                redirects.Add(new Redirect(from, Routes.Article(article.Slug), alias.Span));
            }
        }
        return [.. redirects.OrderBy(redirect => redirect.From, StringComparer.Ordinal)];
    }

    private static SiteNames NamesOf(
        ParsedSite site,
        Publication publication,
        ImmutableArray<FactSheet> sheets,
        ImmutableArray<Topic> topics,
        ImmutableArray<ArticleSyntax> articles,
        string language,
        ImmutableArray<BlockKind> blocks,
        BindMemory memory) => new(
        memory.Facts(sheets),
        memory.Sheets(sheets),
        topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal),
        site.Theme.Blocks.ToDictionary(name => name, name => blocks.FirstOrDefault(kind => kind.Name == name) ?? BlockKind.Own(name), StringComparer.Ordinal),
        memory.Urls(articles),
        publication.Images.ToDictionary(image => image.Path, StringComparer.Ordinal),
        site.Credits.ToDictionary(credit => credit.Image, StringComparer.Ordinal),
        language,
        [.. site.Theme.Strings.Select(strings => strings.Language)])
        {
            HasAllTopics = !site.Settings.IsPartial,
            Unpublished = publication.ByPlace(),
        };

    private static ImmutableArray<Article> Articles(ImmutableArray<ArticleSyntax> articles, SiteNames names, BindMemory memory, ImmutableArray<Diagnostic>.Builder findings)
    {
        var bound = memory.Recall(articles);
        var found = new ImmutableArray<Diagnostic>[articles.Length];
        Parallel.For(0, articles.Length, i =>
        {
            if (bound[i] is { } known && memory.IsSame(known)) return;
            (bound[i], found[i]) = ArticleBinder.Bind(articles[i], new Scope(names));
        });
        memory.Keep(articles, [.. bound.Select((article, i) => found[i].IsDefaultOrEmpty ? article : null)]);
        foreach (var own in found)
            if (!own.IsDefaultOrEmpty) findings.AddRange(own);
        return [.. bound.Select(article => article!)];
    }
}
