using System.Globalization;
using Explainers.Binding;
using Explainers.Facts;
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
            .. site.Topics.SelectMany(topic => PagesOf(new OutputKey(OutputKind.Topic, topic), scope)),
            .. PagesOf(new OutputKey(OutputKind.Facts, ""), scope),
            .. site.Sheets.Select(sheet => new OutputKey(OutputKind.Sheet, sheet)),
            .. Routes.IndexPages
                .Where(url => scope.IndexPages.Contains(url))
                .SelectMany(url => PagesOf(new OutputKey(OutputKind.IndexPage, url), scope)),
            .. scope.Authors.SelectMany(author => PagesOf(new OutputKey(OutputKind.Author, author), scope)),
            .. scope.Actors.Select(ActorPage.Key),
            .. scope.Embedded.Select(fact => new OutputKey(OutputKind.Embed, fact.Name)),
            .. SearchPage.Keys(scope),
            new(OutputKind.Sources, ""),
            new(OutputKind.Corrections, ""),
            new(OutputKind.NotFound, ""),
        ];
    }

    /// <summary>What a page is about.</summary>
    public static PagePlan Plan(OutputKey key, SiteScope scope)
    {
        var language = scope.Site.Language;
        var strings = scope.Strings(language);
        return key.Kind switch
        {
            OutputKind.Home => Plain(Routes.Home, "home", null, scope.Site.Settings.Description, scope.LastChange(null)),
            OutputKind.Article => ArticlePage.Plan(new ArticleId(key.Name), scope),
            OutputKind.Topics => Plain(Routes.Topics, "topics", strings["topics"], strings["topics_description"]),
            OutputKind.Topic => Listed(TopicPage.Plan(scope.Site.Topic(key.First.Name), scope)),
            OutputKind.Facts => Listed(Plain(Routes.Facts, "facts", strings["facts"], strings["facts_description"])),
            OutputKind.Sheet => SheetPage.Plan(scope.Site.Sheet(key.Name), scope),
            OutputKind.IndexPage => Listed(IndexPage.Plan(key.First.Name, scope)),
            OutputKind.Author => Listed(AuthorPage.Plan(key.First.Name, scope)),
            OutputKind.Person or OutputKind.Organisation => ActorPage.Plan(scope.ActorAt(key.Name)!, scope),
            OutputKind.Embed => EmbedPage.Plan(new FactId(key.Name), scope),
            OutputKind.Search => SearchPage.Plan(null, scope),
            OutputKind.Letter => SearchPage.Plan(key.Name, scope),
            OutputKind.Sources => Plain(Routes.Sources, "sources", strings["sources"], strings["sources_description"]),
            OutputKind.Corrections => Plain(Routes.Corrections, "corrections", strings["corrections"], strings["corrections_description"]),
            OutputKind.NotFound => Plain(Routes.NotFound, "404", strings["not_found"], strings["not_found_description"]),
            _ => throw new InvalidOperationException($"A file of the kind {key.Kind} is no page."),
        };

        PagePlan Plain(string url, string layout, string? title, string description, PublicationDate? changed = null) =>
            new(new PageHead(url, layout, language, title, description, Changed: changed), null, _ => null, null);

        PagePlan Listed(PagePlan first)
        {
            var (head, count) = (first.Head, CountOf(key.First, scope));
            var pager = new Pager(head.Url, key.Number, count, scope.Site.Settings.PerPage ?? int.MaxValue);
            return first with
            {
                Head = head with
                {
                    Url = pager.UrlOf(key.Number),
                    Title = key.Number == 1 ? head.Title : strings.Fill(
                        "numbered_title", ("title", head.Title!), ("number", key.Number.ToString(CultureInfo.InvariantCulture))),
                    Pager = pager,
                },
            };
        }
    }

    /// <summary>The pages of a list, given the first.</summary>
    private static IEnumerable<OutputKey> PagesOf(OutputKey first, SiteScope scope) =>
        Enumerable.Range(1, CountOf(first, scope)).Select(first.At);

    /// <summary>How many pages a list has. Places, events and terms stay on one: others link to their places on it.</summary>
    private static int CountOf(OutputKey first, SiteScope scope) => scope.Site.Settings.PerPage is not { } size ? 1 : first.Kind switch
    {
        OutputKind.Topic => Pager.CountOf(scope.ArticlesOf(first.Name).Length, size),
        OutputKind.Facts => Pager.CountOf(scope.Site.Sheets.Length, size),
        OutputKind.Author => Pager.CountOf(scope.WrittenBy(first.Name).Length, size),
        OutputKind.IndexPage when first.Name == Routes.Authors => Pager.CountOf(scope.Authors.Length, size),
        _ => KindOf(first.Name) is { } kind ? Pager.CountOf(scope.Actors.Count(actor => actor.Kind == kind), size) : 1,
    };

    private static EntryKind? KindOf(string url) => url switch
    {
        Routes.People => EntryKind.Person,
        Routes.Organisations => EntryKind.Organisation,
        _ => null,
    };

    /// <summary>The layout that a kind of page needs.</summary>
    public static string Layout(OutputKey key, SiteScope scope) => key.Kind switch
    {
        OutputKind.Article => scope.Site.Head(new ArticleId(key.Name)).Kind == ArticleKind.Explainer ? "article" : "page",
        OutputKind.IndexPage => key.First.Name.Trim('/'),
        OutputKind.Letter => "search",
        OutputKind.NotFound => "404",
        _ => key.Kind.ToString().ToLowerInvariant(),
    };
}
