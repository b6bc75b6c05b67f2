using Explainers.Binding;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Pages;

/// <summary>What templates may ask of a list that can fill several pages.</summary>
internal static partial class Views
{
    /// <summary>Which part of a list a page shows.</summary>
    public static readonly Members<PageHead> Pagers = new("a pager",
    [
        new("number", (head, _) => head.Pager!.Number),
        new("count", (head, _) => head.Pager!.Count),
        new("previous", (head, page) => Link(head.Pager!, head.Pager!.Previous, page)),
        new("next", (head, page) => Link(head.Pager!, head.Pager!.Next, page)),
        new("pages", (head, page) => PageLinks!.Of(head.Pager!.Links.Select(number => new PageLink(head.Pager, number)), page)),
        new("articles", (head, page) => Articles.Of(head.Pager!.Shown(ArticlesOf(head, page)), page)),
        new("authors", (head, page) => Authors!.Of(head.Pager!.Shown(page.Site.Authors), page)),
        new("sheets", (head, page) => Sheets!.Of(head.Pager!.Shown(page.Site.Site.Sheets).Select(name => new SheetView(name)), page)),
        new("people", (head, page) => Shown(EntryKind.Person, head, page)),
        new("organisations", (head, page) => Shown(EntryKind.Organisation, head, page)),
    ]);

    private static readonly Members<PageLink> PageLinks = new("a link to a page of a list",
    [
        new("number", (link, _) => link.Number),
        new("url", (link, page) => Link(link.Pager, link.Number, page)),
        new("is_current", (link, _) => link.Number == link.Pager.Number),
        new("follows_gap", (link, _) => link.Number > 1 && !link.Pager.Links.Contains(link.Number - 1)),
    ]);

    private static View[] Shown(EntryKind kind, PageHead head, PageScope page) =>
        Actors!.Of(head.Pager!.Shown(page.Site.Actors.Where(actor => actor.Kind == kind).ToEquatable()), page);

    private static string? Link(Pager pager, int? number, PageScope page) =>
        number is { } known ? page.Site.Link(pager.UrlOf(known)) : null;

    /// <summary>The articles of the topic or author that the page is about.</summary>
    private static EquatableArray<ArticleId> ArticlesOf(PageHead head, PageScope page) =>
        page.Site.Site.Topics.FirstOrDefault(topic => Routes.Topic(topic) == head.Pager!.First) is { } topic ? page.Site.ArticlesOf(topic)
        : page.Site.Authors.FirstOrDefault(author => Routes.Author(author) == head.Pager!.First) is { } author ? page.Site.WrittenBy(author)
        : [];

    private sealed record PageLink(Pager Pager, int Number);
}
