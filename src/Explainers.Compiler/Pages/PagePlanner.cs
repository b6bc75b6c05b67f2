using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Pages;

/// <summary>Says which pages a site has, and what each is about.</summary>
internal static class PagePlanner
{
    /// <summary>Every page, in the order of the site's plan.</summary>
    public static IEnumerable<OutputKey> Keys(SiteScope scope)
    {
        var site = scope.Site;
        return
        [
            new(OutputKind.Home, ""),
            .. site.All.Select(article => new OutputKey(OutputKind.Article, article.Path)),
            new(OutputKind.Topics, ""),
            .. site.Topics.Select(topic => new OutputKey(OutputKind.Topic, topic)),
            new(OutputKind.Facts, ""),
            .. site.Sheets.Select(sheet => new OutputKey(OutputKind.Sheet, sheet)),
            .. new[] { Routes.People, Routes.Places, Routes.Timeline, Routes.Glossary }
                .Where(url => scope.IndexPages.Contains(url)).Select(url => new OutputKey(OutputKind.IndexPage, url)),
            .. scope.People.Select(person => new OutputKey(OutputKind.Person, person.Url)),
            .. scope.Embedded.Select(fact => new OutputKey(OutputKind.Embed, fact.Name)),
            .. Searching(scope),
            new(OutputKind.Sources, ""),
            new(OutputKind.Corrections, ""),
            new(OutputKind.NotFound, ""),
        ];
    }

    /// <summary>What a page is about.</summary>
    public static PagePlan Plan(OutputKey key, SiteScope scope)
    {
        var language = scope.Site.Language;
        var words = scope.Words(language);
        return key.Kind switch
        {
            OutputKind.Home => Plain(Routes.Home, "home", null, scope.Site.Settings.Description, scope.LastChange(null)),
            OutputKind.Article => Article(new ArticleId(key.Name), scope),
            OutputKind.Topics => Plain(Routes.Topics, "topics", words["topics"], words["topics_description"]),
            OutputKind.Topic => Topic(scope.Site.Topic(key.Name), scope),
            OutputKind.Facts => Plain(Routes.Facts, "facts", words["facts"], words["facts_description"]),
            OutputKind.Sheet => Sheet(scope.Site.Sheet(key.Name), scope),
            OutputKind.IndexPage => IndexPage(key.Name, scope),
            OutputKind.Person => Person(scope.PersonAt(key.Name)!, scope),
            OutputKind.Embed => Card(new FactId(key.Name), scope),
            OutputKind.Search => Search(null, scope),
            OutputKind.Letter => Search(key.Name, scope),
            OutputKind.Sources => Plain(Routes.Sources, "sources", words["sources"], words["sources_description"]),
            OutputKind.Corrections => Plain(Routes.Corrections, "corrections", words["corrections"], words["corrections_description"]),
            OutputKind.NotFound => Plain(Routes.NotFound, "404", words["not_found"], words["not_found_description"]),
            _ => throw new InvalidOperationException($"A file of the kind {key.Kind} is no page."),
        };

        PagePlan Plain(string url, string layout, string? title, string description, PublicationDate? changed = null) =>
            new(new PageHead(url, layout, language, title, description, Changed: changed), null, _ => null, null);
    }

    /// <summary>The layout that a kind of page needs.</summary>
    public static string Layout(OutputKey key, SiteScope scope) => key.Kind switch
    {
        OutputKind.Article => scope.Site.Head(new ArticleId(key.Name)).Kind == ArticleKind.Explainer ? "article" : "page",
        OutputKind.IndexPage => key.Name.Trim('/'),
        OutputKind.Letter => "search",
        OutputKind.NotFound => "404",
        _ => key.Kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The page to search on, where the theme has one, and those of the letters where there is too much for one page.</summary>
    private static IEnumerable<OutputKey> Searching(SiteScope scope)
    {
        if (!scope.HasSearch) yield break;
        yield return new OutputKey(OutputKind.Search, "");
        if (!scope.Alphabet.IsLong) yield break;
        foreach (var letter in scope.Alphabet.Letters) yield return new OutputKey(OutputKind.Letter, letter.Name);
    }

    private static PagePlan Topic(Topic topic, SiteScope scope) => new(
        new PageHead(
            topic.Url,
            "topic",
            scope.Site.Language,
            topic.Title,
            topic.Summary ?? topic.Title,
            Changed: scope.LastChange(topic.Id)),
        "topic",
        page => Views.Topics.Of(topic.Id, page),
        null);

    private static PagePlan IndexPage(string url, SiteScope scope)
    {
        var (layout, words) = (url.Trim('/'), scope.Words(scope.Site.Language));
        var head = new PageHead(url, layout, scope.Site.Language, words[layout], words[$"{layout}_description"]);
        return new PagePlan(head, "gathering", page => Views.IndexPages.Of(url, page), null);
    }

    private static PagePlan Person(Person person, SiteScope scope)
    {
        var description = scope.Words(scope.Site.Language).Fill("person_description", ("name", person.Name));
        var head = new PageHead(person.Url, "person", scope.Site.Language, person.Name, description) { Names = person.Entries };
        return new PagePlan(head, "person", page => Views.People.Of(person, page), scope.SheetOf(person.Entries[0]).Path);
    }

    private static PagePlan Search(string? name, SiteScope scope)
    {
        var words = scope.Words(scope.Site.Language);
        var alphabet = scope.Alphabet;
        var letter = alphabet.Letters.FirstOrDefault(letter => letter.Name == name);
        var entries = alphabet.Shown(letter).SelectMany(section => section.Entries).ToArray();
        var title = letter is null ? words["search"] : $"{words["search"]}: {letter.Name}";
        var head = new PageHead(letter?.Url ?? Routes.Search, "search", scope.Site.Language, title, words["search_description"])
        {
            States = entries.SelectMany(entry => entry.States).Distinct().ToEquatable(),
            Names = entries.SelectMany(entry => entry.Names).Distinct().ToEquatable(),
        };
        return new PagePlan(head, "search", page => Views.Searches.Of(new AlphabetPage(alphabet, letter), page), null);
    }

    /// <summary>A fact as a card for other sites.</summary>
    private static PagePlan Card(FactId fact, SiteScope scope)
    {
        var title = $"{scope.SheetOf(fact).Title}: {scope.Site.Head(fact).Label}";
        var head = new PageHead(Routes.Embed(fact), "embed", scope.Site.Language, title, title);
        return new PagePlan(head, "fact", page => Views.Facts.Of(fact, page), scope.SheetOf(fact).Path) { IsFramed = false };
    }

    private static PagePlan Sheet(FactSheet sheet, SiteScope scope)
    {
        var stated = new HashSet<FactId>();
        var summary = PlainText.Of(scope.Site.Summary(sheet.Name), scope.Site, new FactFormatter(scope.Words(scope.Site.Language)), stated);
        var head = new PageHead(
            sheet.Url,
            "sheet",
            scope.Site.Language,
            sheet.Title,
            summary.Length == 0 ? sheet.Title : summary) { States = stated.ToEquatable() };
        return new PagePlan(head, "sheet", page => Views.Sheets.Of(new SheetView(sheet.Name), page), sheet.Path);
    }

    private static PagePlan Article(ArticleId article, SiteScope scope)
    {
        var own = scope.Site.Head(article);
        var format = FactFormatter.Of(scope.Words(own.Language), own.Language);
        var stated = new HashSet<FactId>();
        var head = new PageHead(
            own.Url,
            own.Kind == ArticleKind.Explainer ? "article" : "page",
            own.Language,
            PlainText.Of(own.Title, scope.Site, format, stated),
            PlainText.Of(own.Description, scope.Site, format, stated),
            own.Published,
            own.Changed)
        {
            States = stated.ToEquatable(),
        };
        return new PagePlan(head, "article", page => Views.Articles.Of(article, page), article.Path);
    }
}
