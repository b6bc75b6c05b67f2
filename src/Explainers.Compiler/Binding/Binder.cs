using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Yaml;
using Explainers.Sources;
using NodaTime;

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
public static class Binder
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
        var routes = new RouteTable(findings);
        routes.ReserveOwn();
        var embargo = new Embargo(drafts, today, memory.Published);
        var sheets = Sheets(Sheets(site, embargo, routes, findings), memory, findings);
        routes.ReserveGatherings(sheets.SelectMany(sheet => sheet.Facts));
        var published = Published(site.Articles, embargo, routes);
        var topics = site.Settings.Topics.Select(topic => new Topic(topic.Id.Text, topic.Title, topic.Summary)).ToImmutableArray();
        foreach (var image in site.Images) routes.Take(Routes.Image(image.Path), image.DisplayPath, FileSpan.StartOf(image));
        var language = Language(site, findings);
        var redirects = Redirects(published, routes);
        var names = NamesOf(site, sheets, topics, published, language, blocks);
        memory.Use(names);
        var articles = Articles(published, names, memory, findings);
        findings.AddRange(PhotographBinder.Unused(site, articles));
        var used = articles.SelectMany(article => article.Topics).ToHashSet();
        var explainers = articles
            .Where(article => article.Kind == ArticleKind.Explainer)
            .OrderByDescending(When)
            .ThenBy(article => article.Url, StringComparer.Ordinal)
            .ToImmutableArray();
        var bound = new BoundSite(
            site.Settings,
            language,
            explainers,
            Lead(site, explainers, findings),
            [.. articles.Where(article => article.Kind == ArticleKind.Page).OrderBy(article => article.Url, StringComparer.Ordinal)],
            [.. sheets.OrderBy(sheet => sheet.Title, StringComparer.Ordinal).ThenBy(sheet => sheet.Name, StringComparer.Ordinal)],
            [.. topics.Where(used.Contains)],
            redirects,
            site.Theme,
            site.Images,
            Texts(sheets, names, memory, findings))
        {
            Principles = site.Settings.Publisher?.Principles is { } principles ? Named(principles, [.. articles.Where(article => article.Kind == ArticleKind.Page)], findings) : null,
        };
        return new Diagnosed<BoundSite>(bound, findings.ToImmutable());
    }

    /// <summary>The article that site.yaml puts first, or else the newest.</summary>
    private static Article? Lead(ParsedSite site, ImmutableArray<Article> articles, ImmutableArray<Diagnostic>.Builder findings)
    {
        var named = site.Settings.Lead is { } lead ? Named(lead, articles, findings) : null;
        return named ?? articles.FirstOrDefault();
    }

    /// <summary>The article or page that site.yaml names by its slug; one that does not exist is reported.</summary>
    private static Article? Named(ScalarSyntax slug, ImmutableArray<Article> articles, ImmutableArray<Diagnostic>.Builder findings)
    {
        var found = articles.FirstOrDefault(article => article.Url == Routes.Article(slug.Text));
        if (found is null) findings.Add(Catalog.UnknownPage(slug.Span, slug.Text, Nearest.To(slug.Text, articles.Select(article => article.Url.Trim('/')))));
        return found;
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

    private static Instant When(Article article) => article.Published?.Instant ?? Instant.MinValue;

    private static ImmutableArray<FactSheetSyntax> Sheets(ParsedSite site, Embargo embargo, RouteTable routes, ImmutableArray<Diagnostic>.Builder findings)
    {
        var kept = ImmutableArray.CreateBuilder<FactSheetSyntax>(site.Sheets.Length);
        foreach (var sheet in embargo.Let(site))
        {
            var start = FileSpan.StartOf(sheet.File);
            if (site.Theme.Blocks.Contains(sheet.Name)) findings.Add(Reserved(start, sheet.Name, "block"));
            else if (FactFormat.Filters.Contains(sheet.Name)) findings.Add(Reserved(start, sheet.Name, "filter"));
            if (routes.Take(Routes.Sheet(sheet.Name), sheet.File.DisplayPath, start)) kept.Add(sheet);
        }
        return kept.ToImmutable();
    }

    private static ImmutableArray<FactSheet> Sheets(ImmutableArray<FactSheetSyntax> written, BindMemory memory, ImmutableArray<Diagnostic>.Builder findings)
    {
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
        Diagnosed<SheetTexts>[] texts = [.. sheets.Select(sheet => memory.Recall(sheet) is { } known ? new Diagnosed<SheetTexts>(known, []) : Texts(sheet, names))];
        memory.Keep(sheets, texts);
        foreach (var text in texts) findings.AddRange(text.Findings);
        return new(texts.SelectMany(text => text.Value.Texts), ReferenceEqualityComparer.Instance);
    }

    private static Diagnosed<SheetTexts> Texts(FactSheet sheet, SiteNames names)
    {
        var (scope, findings) = (new Scope(names), ImmutableArray.CreateBuilder<Diagnostic>());
        ImmutableArray<KeyValuePair<ProseSyntax, ImmutableArray<BodyPart>>> texts = [.. sheet.Prose.Select(prose => KeyValuePair.Create(prose, ArticleBinder.Text(prose, scope, findings)))];
        return new Diagnosed<SheetTexts>(new SheetTexts(texts, scope.Answers), findings.ToImmutable());
    }

    private static Diagnostic Reserved(FileSpan at, string name, string what) =>
        Catalog.ReservedName(at, name, what, $"{name.Replace('_', '-')}-facts.yaml");

    private static ImmutableArray<ArticleSyntax> Published(ImmutableArray<ArticleSyntax> articles, Embargo embargo, RouteTable routes) =>
        [.. articles
            .Where(embargo.Lets)
            .Where(article => routes.TakePage(Routes.Article(article.Slug), article.File.DisplayPath, FileSpan.StartOf(article.File)))];

    private static ImmutableArray<Redirect> Redirects(ImmutableArray<ArticleSyntax> articles, RouteTable routes)
    {
        var redirects = ImmutableArray.CreateBuilder<Redirect>();
        foreach (var article in articles)
        {
            foreach (var alias in article.Aliases)
            {
                var from = $"/{alias.Text.Trim('/')}/";
                if (routes.Take(from, article.File.DisplayPath, alias.Span)) redirects.Add(new Redirect(from, Routes.Article(article.Slug)));
            }
        }
        return [.. redirects.OrderBy(redirect => redirect.From, StringComparer.Ordinal)];
    }

    private static SiteNames NamesOf(ParsedSite site, ImmutableArray<FactSheet> sheets, ImmutableArray<Topic> topics, ImmutableArray<ArticleSyntax> articles, string language, ImmutableArray<BlockKind> blocks) => new(
        sheets.SelectMany(sheet => sheet.Facts).ToDictionary(fact => fact.Name, StringComparer.Ordinal),
        sheets.ToDictionary(sheet => sheet.Name, StringComparer.Ordinal),
        topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal),
        site.Theme.Blocks.ToDictionary(name => name, name => blocks.FirstOrDefault(kind => kind.Name == name) ?? BlockKind.Own(name), StringComparer.Ordinal),
        articles.ToDictionary(article => article.File.Path, article => Routes.Article(article.Slug), StringComparer.Ordinal),
        site.Images.ToDictionary(image => image.Path, StringComparer.Ordinal),
        site.Credits.ToDictionary(credit => credit.Image, StringComparer.Ordinal),
        language,
        [.. site.Theme.Strings.Select(strings => strings.Language)])
    {
        HasAllTopics = !site.Settings.IsPartial,
    };

    private static ImmutableArray<Article> Articles(ImmutableArray<ArticleSyntax> articles, SiteNames names, BindMemory memory, ImmutableArray<Diagnostic>.Builder findings)
    {
        var bound = new Diagnosed<Article>[articles.Length];
        Parallel.For(0, articles.Length, i => bound[i] = memory.Recall(articles[i]) is { } known ? new Diagnosed<Article>(known, []) : ArticleBinder.Bind(articles[i], new Scope(names)));
        memory.Keep(articles, bound);
        foreach (var article in bound) findings.AddRange(article.Findings);
        return [.. bound.Select(article => article.Value)];
    }
}
