using System.Globalization;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Pages.LinkedData;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Settings;
using Explainers.Rendering;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Pages;

/// <summary>What templates may ask of a site, a page, an article and the rest.</summary>
internal static partial class Views
{
    /// <summary>An explainer or page, by its file.</summary>
    public static readonly Members<ArticleId> Articles = new("an article",
    [
        new("title", (article, page) => page.Text(Head(article, page).Title)),
        new("description", (article, page) => page.Text(Head(article, page).Description)),
        new("url", (article, page) => page.Site.Link(page.Site.Site.Url(article))),
        new("folder", (article, page) => page.Site.Link(Routes.Folder(page.Site.Site.Url(article)))),
        new("parent", (article, page) => page.Site.ParentOf(article) is { } parent ? Articles!.Of(parent, page) : null),
        new("language", (article, page) => Head(article, page).Language),
        new("published", (article, page) => Head(article, page).Published?.When),
        new("updated", (article, page) => Head(article, page).Updated?.When),
        new("topics", (article, page) => Topics!.Of(Head(article, page).Topics, page)),
        new("authors", (article, page) => Authors!.Of(Head(article, page).Authors, page)),
        new("contributions", (article, page) => Contributions!.Of(Head(article, page).Contributions, page)),
        new("genre", (article, page) => Head(article, page).Genre is { } genre ? page.Strings[$"genre_{genre}"] : null),
        new("method", (article, page) => Whole(article, page).Method is { IsEmpty: false } method
            ? Prose.Sentence(method.Items, page) : null),
        new("changes", (article, page) => Changed(Whole(article, page), page)),
        new("structured_data", (article, page) => StructuredData.Article(Whole(article, page), page)),
        new("about", (article, page) => Sheets!.Of(Head(article, page).About.Select(name => new SheetView(name)), page)),
        new("key_facts", (article, page) => Facts!.Of(page.Site.Site.Facts(article).KeyFacts, page)),
        new("headings", (article, page) => Headings!.Of(Whole(article, page).Headings, page)),
        new("summary", (article, page) => Whole(article, page).Summary.Select(sentence => Prose.Sentence(sentence, page)).ToArray()),
        new("related", (article, page) => Articles!.Of(page.Site.Related(article), page)),
        new("body", (article, page) => Prose.Body(Whole(article, page).Body, page)),
        new("sources", (_, page) => Sources!.Of(page.Notes.All, page)),
        new("reading_minutes", (article, page) => page.Site.Site.Facts(article).Minutes),
        new("is_explainer", (article, page) => Head(article, page).Kind == ArticleKind.Explainer),
        new("file", (article, _) => article.Path),
    ]);

    private static ArticleHead Head(ArticleId article, PageScope page) => page.Site.Site.Head(article);

    private static Article Whole(ArticleId article, PageScope page) => page.Site.Site.Article(article);

    /// <summary>A topic, by its id.</summary>
    public static readonly Members<string> Topics = new("a topic",
    [
        new("id", (topic, _) => topic),
        new("title", (topic, page) => page.Site.Site.Topic(topic).Title),
        new("summary", (topic, page) => page.Site.Site.Topic(topic).Summary),
        new("url", (topic, page) => page.Site.Link(Routes.Topic(topic))),
        new("feed", (topic, page) => page.Site.Link(Routes.TopicFeed(topic))),
        new("json_feed", (topic, page) => page.Site.Link(Routes.TopicJsonFeed(topic))),
        new("articles", (topic, page) => Articles.Of(page.Site.ArticlesOf(topic), page)),
    ]);

    /// <summary>A source of the page.</summary>
    public static readonly Members<SourceEntry> Sources = new("a source",
    [
        new("number", (source, _) => source.Number),
        new("id", (source, _) => source.Anchor),
        new("slip", (source, _) => source.Popover),
        new("publisher", (source, _) => source.Citation.Publisher),
        new("title", (source, _) => source.Citation.Title),
        new("url", (source, _) => source.Citation.Url),
        new("date", (source, _) => source.Citation.Date?.ToString()),
        new("accessed", (source, _) => source.Citation.Accessed?.ToString()),
        new("archived", (source, _) => source.Citation.Archived),
        new("language", (source, _) => source.Citation.Language),
        new(
            "language_name",
            (source, page) => source.Citation.Language is { } code ? page.Strings.All.GetValueOrDefault($"language_{code}", code) : null),
        new("note", (source, page) => NoteOf(source.Citation, page)),
        new("uses", (source, page) => Uses!.Of(source.Uses.Select((anchor, index) => new Use(source.Number, anchor, index)), page)),
    ]);

    /// <summary>Several sources that a mark names together.</summary>
    private static readonly Members<SourceGroup> SourceGroups = new("sources of one mark",
    [
        new("slip", (group, _) => group.Popover),
        new("sources", (group, page) => Sources.Of(group.Sources, page)),
    ]);

    /// <summary>What is to be said of a source: the rate that it gave, and what its sheet says.</summary>
    private static string? NoteOf(Citation citation, PageScope page)
    {
        if (citation.Rate is not { } name) return citation.Note;
        var rate = page.Fact(name);
        var said = page.Strings.Fill(
            "converted",
            ("rate", page.Format.Value(rate.Value, FactForm.Whole)),
            ("date", rate.AsOf is { } day ? page.Format.Date(day, FactForm.Whole) : ""));
        return citation.Note is null ? said : $"{said} {citation.Note}";
    }

    /// <summary>A heading of an article.</summary>
    public static readonly Members<HeadingSyntax> Headings = new("a heading",
    [
        new("id", (heading, _) => heading.Id),
        new("text", (heading, _) => heading.Text),
        new("level", (heading, _) => heading.Level),
        new("kind", (heading, _) => heading.Kind.ToString().ToLowerInvariant()),
    ]);

    /// <summary>Who publishes the site.</summary>
    public static readonly Members<PublisherSyntax> Publishers = new("a publisher",
    [
        new("name", (publisher, _) => publisher.Name),
        new("url", (publisher, _) => publisher.Url),
        new("email", (publisher, _) => publisher.Email),
        new("policies", (_, page) => Policies!.Of(PublisherPolicies.Of(page), page)),
    ]);

    /// <summary>The site.</summary>
    public static readonly Members<SiteScope> Site = new("the site",
    [
        new("title", (site, _) => site.Site.Settings.Title),
        new("tagline", (site, _) => site.Site.Settings.Tagline),
        new("description", (site, _) => site.Site.Settings.Description),
        new("language", (site, _) => site.Site.Language),
        new("url", (site, _) => site.Absolute(Routes.Home)),
        new("publisher", (site, page) => site.Site.Settings.Publisher is { } publisher ? Publishers.Of(publisher, page) : null),
        new("topics", (site, page) => Topics.Of(site.Site.Topics, page)),
        new("sheets", (site, page) => Sheets!.Of(site.Site.Sheets.Select(name => new SheetView(name)), page)),
        new("people", (site, page) => Of(EntryKind.Person, page)),
        new("organisations", (site, page) => Of(EntryKind.Organisation, page)),
        new("authors", (site, page) => Authors!.Of(site.Authors, page)),
        new("header_menu", (site, page) => site.Menu(Menu.Header) is { } menu ? MenuLinks!.Of(menu.Links, page) : null),
        new("footer_menu", (site, page) => site.Menu(Menu.Footer) is { } menu ? MenuLinks!.Of(menu.Links, page) : null),
        new("policy", (site, _) => SecurityPolicy.InPages(site)),
        new("gatherings", (site, page) => Links!.Of(site.IndexPages, page)),
        new("sources", (site, page) => AllSources!.Of(site.Sources, page)),
        new("changes", (site, page) => Changes!.Of(site.Changes, page)),
        new("pages", (site, page) => Articles.Of(site.Site.Pages, page)),
        new("top_pages", (site, page) => Articles.Of(site.TopPages, page)),
        new("articles", (site, page) => Articles.Of(site.Site.Articles, page)),
        new("lead", (site, page) => site.Site.Lead is { } lead ? Articles.Of(lead, page) : null),
        new("is_indexed", (site, _) => site.Indexing == Indexing.Allowed),
        new("structured_data", (_, page) => StructuredData.Site(page)),
        new("services", (site, page) => Services!.Of(site.Services, page)),
        new("search", (site, _) => site.HasSearch ? site.Link(Routes.Search) : null),
        new("search_index", (site, _) => site.HasSearch ? site.Link(Routes.SearchManifest) : null),
    ]);

    /// <summary>The page being rendered.</summary>
    public static readonly Members<PageHead> Page = new("the page",
    [
        new("title", (head, _) => head.Title),
        new("description", (head, _) => head.Description),
        new("url", (head, page) => page.Site.Link(head.Url)),
        new("canonical", (head, page) => page.Site.Absolute(head.Url)),
        new("layout", (head, _) => head.Layout),
        new("language", (head, _) => head.Language),
        new("is_right_to_left", (head, _) => WritingDirection.IsRightToLeft(head.Language)),
        new("published", (head, _) => head.Published?.ToString()),
        new("changed", (head, _) => head.Changed?.ToString()),
        new("card", (head, page) => page.Card() is { } card ? SocialCards!.Of(card, page) : null),
        new("terms", (_, page) => Facts!.Of(page.Terms, page)),
        new("source_groups", (_, page) => SourceGroups!.Of(page.Notes.Groups, page)),
        new("pager", (head, page) => head.Pager is not null ? Pagers!.Of(head, page) : null),
    ]);

    /// <summary>A page that gathers entries, as the footer links to it.</summary>
    private static readonly Members<string> Links = new("a link",
    [
        new("url", (url, page) => page.Site.Link(url)),
        new("title", (url, page) => page.Strings[url.Trim('/')]),
    ]);

    /// <summary>A link of a menu.</summary>
    private static readonly Members<MenuLink> MenuLinks = new("an entry of a menu",
    [
        new("url", (link, page) => page.Site.Link(link.Url)),
        new("title", (link, page) => link.Title
            ?? (link.Article is { } article ? page.Text(Head(article, page).Title) : page.Strings[link.Word!])),
        new("is_current", (link, page) => link.Url == page.Head.Url),
    ]);

    /// <summary>A place that rests on a source.</summary>
    private static readonly Members<Use> Uses = new("a use of a source",
    [
        new("url", (use, _) => $"#{use.Anchor}"),
        new("number", (use, _) => use.Number),
        new("label", (use, page) => page.Strings["back_to_use"]
            .Replace("{number}", use.Number, StringComparison.Ordinal)
            .Replace("{source}", use.Source.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)),
    ]);

    private sealed record Use(int Source, string Anchor, int Index)
    {
        public string Number => (Index + 1).ToString(CultureInfo.InvariantCulture);
    }
}
