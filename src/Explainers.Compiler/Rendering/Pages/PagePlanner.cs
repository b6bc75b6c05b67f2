using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Parsing.Articles;
using Explainers.Rendering.Formatting;
using Explainers.Rendering.Memory;
using Explainers.Rendering.Search;

namespace Explainers.Rendering.Pages;

/// <summary>Says which pages a site has.</summary>
internal static class PagePlanner
{
    /// <summary>Every page, in the order of the site's plan.</summary>
    /// <param name="scope">The site.</param>
    /// <param name="memory">The plans of articles that were made before; it takes those of now.</param>
    public static ImmutableArray<PagePlan> Plan(SiteScope scope, PlanMemory memory)
    {
        memory.Plan(scope, article => Article(article, scope));
        var site = scope.Site;
        var language = site.Language;
        var words = scope.Words(language);
        return
        [
            Plain(Routes.Home, "home", null, site.Settings.Description, Latest(site.Articles)),
            .. memory.Articles,
            Plain(Routes.Topics, "topics", words["topics"], words["topics_description"]),
            .. site.Topics.Select(topic => new PagePlan(
                new PageHead(topic.Url, "topic", language, topic.Title, topic.Summary ?? topic.Title, Changed: Latest(scope.ArticlesOf(topic.Id))), "topic", page => Views.Topics.Of(topic, page), null)),
            Plain(Routes.Facts, "facts", words["facts"], words["facts_description"]),
            .. site.Sheets.Select(sheet => Sheet(sheet, scope)),
            .. Gatherings(scope),
            .. scope.Embedded.Select(fact => Card(fact, scope)),
            .. Searching(scope, memory),
            Plain(Routes.Sources, "sources", words["sources"], words["sources_description"]),
            Plain(Routes.Corrections, "corrections", words["corrections"], words["corrections_description"]),
            Plain(Routes.NotFound, "404", words["not_found"], words["not_found_description"]),
        ];

        PagePlan Plain(string url, string layout, string? title, string description, PublicationDate? changed = null) =>
            new(new PageHead(url, layout, language, title, description, Changed: changed), null, _ => null, null);
    }

    /// <summary>When the first of some articles was last changed, which is when the pages that list them changed.</summary>
    private static PublicationDate? Latest(IEnumerable<Article> articles) =>
        articles.Select(article => article.Changed).OfType<PublicationDate>().MaxBy(changed => changed.Instant);

    /// <summary>The pages that gather people, places, events and terms of all sheets, where there are any.</summary>
    private static IEnumerable<PagePlan> Gatherings(SiteScope scope)
    {
        var words = scope.Words(scope.Site.Language);
        foreach (var (url, layout) in new[] { (Routes.People, "people"), (Routes.Places, "places"), (Routes.Timeline, "timeline"), (Routes.Glossary, "glossary") })
        {
            if (scope.Sheets.Gatherings.Contains(url))
                yield return new PagePlan(new PageHead(url, layout, scope.Site.Language, words[layout], words[$"{layout}_description"]), "gathering", page => Views.Gatherings.Of(url, page), null);
        }
        foreach (var person in scope.Sheets.People)
        {
            var head = new PageHead(person.Url, "person", scope.Site.Language, person.Name, words.Fill("person_description", ("name", person.Name))) { Names = person.Entries };
            yield return new PagePlan(head, "person", page => Views.People.Of(person, page), person.Entries[0].Span.File);
        }
    }

    /// <summary>The page to search on, where the theme has one, and those of the letters where there is too much for one page.</summary>
    private static IEnumerable<PagePlan> Searching(SiteScope scope, PlanMemory memory)
    {
        if (!scope.HasSearch) yield break;
        var words = scope.Words(scope.Site.Language);
        var alphabet = memory.Order(scope);
        yield return Page(Routes.Search, words["search"], null);
        foreach (var letter in alphabet.IsLong ? alphabet.Letters : [])
            yield return Page(letter.Url, $"{words["search"]}: {letter.Name}", letter);

        PagePlan Page(string url, string title, Letter? letter)
        {
            var shown = alphabet.Shown(letter);
            var head = new PageHead(url, "search", scope.Site.Language, title, words["search_description"])
            {
                States = [.. shown.SelectMany(section => section.Entries).SelectMany(entry => entry.States).Distinct()],
                Names = [.. shown.SelectMany(section => section.Entries).SelectMany(entry => entry.Names).Distinct()],
            };
            return new PagePlan(head, "search", page => Views.Searches.Of(new AlphabetPage(alphabet, letter), page), null);
        }
    }

    /// <summary>A fact as a card for other sites.</summary>
    private static PagePlan Card(Fact fact, SiteScope scope)
    {
        var title = $"{scope.SheetOf(fact).Title}: {fact.Label}";
        return new PagePlan(new PageHead(Routes.Embed(fact), "embed", scope.Site.Language, title, title), "fact", page => Views.Facts.Of(fact, page), fact.Span.File) { IsFramed = false };
    }

    private static PagePlan Sheet(FactSheet sheet, SiteScope scope)
    {
        var stated = new HashSet<Fact>();
        var summary = sheet.Summary is { } prose ? Prose.Text(scope.Site.Texts[prose], new FactFormatter(scope.Words(scope.Site.Language)), stated) : sheet.Title;
        var head = new PageHead(sheet.Url, "sheet", scope.Site.Language, sheet.Title, summary) { States = [.. stated] };
        return new PagePlan(head, "sheet", page => Views.Sheets.Of(sheet, page), sheet.Span.File);
    }

    private static PagePlan Article(Article article, SiteScope scope)
    {
        var format = FactFormatter.Of(scope.Words(article.Language), article.Language);
        var stated = new HashSet<Fact>();
        var head = new PageHead(
            article.Url,
            article.Kind == ArticleKind.Explainer ? "article" : "page",
            article.Language,
            Prose.Text(article.Title, format, stated),
            Prose.Text(article.Description, format, stated),
            article.Published,
            article.Changed)
        {
            States = [.. stated],
        };
        return new PagePlan(head, "article", page => Views.Articles.Of(article, page), article.File) { Article = article };
    }
}
