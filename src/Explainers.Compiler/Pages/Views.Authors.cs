using System.Net;
using Explainers.Binding;
using Explainers.Pages.LinkedData;
using Explainers.Parsing.Articles;
using Explainers.Scopes;
using Explainers.Sources;
using Explainers.Templating;

namespace Explainers.Pages;

/// <summary>What templates may ask of authors, of parts in articles, and of what the publisher says of itself.</summary>
internal static partial class Views
{
    /// <summary>An author, by the id.</summary>
    public static readonly Members<string> Authors = new("an author",
    [
        new("id", (author, _) => author),
        new("name", (author, page) => page.Site.Site.Author(author).Name),
        new("role", (author, page) => page.Site.Site.Author(author).Role),
        new("bio", (author, page) => page.Site.Site.Author(author).Bio),
        new("email", (author, page) => page.Site.Site.Author(author).Email),
        new("links", (author, page) => AuthorLinks!.Of(page.Site.Site.Author(author).Links, page)),
        new("languages", (author, page) => page.Site.Site.Author(author).Languages
            .Select(code => page.Strings.All.GetValueOrDefault($"language_{code}", code)).ToArray()),
        new("expertise", (author, page) => page.Site.Site.Author(author).Expertise.ToArray()),
        new("photograph", (author, page) => page.Site.Site.Portrait(author) is { } portrait
            ? Photographs!.Of(Shown(portrait, page.Site.Site.Author(author)), page) : null),
        new("url", (author, page) => page.Site.Link(Routes.Author(author))),
        new("feed", (author, page) => page.Site.WrittenBy(author).IsEmpty ? null : page.Site.Link(Routes.AuthorFeed(author))),
        new("json_feed", (author, page) => page.Site.WrittenBy(author).IsEmpty ? null : page.Site.Link(Routes.AuthorJsonFeed(author))),
        new("articles", (author, page) => Articles!.Of(page.Site.WrittenBy(author), page)),
        new("helped_with", (author, page) => Articles!.Of(page.Site.HelpedBy(author), page)),
        new("structured_data", (author, page) => LinkedAuthors.Page(author, page)),
    ]);

    /// <summary>A page of an author elsewhere.</summary>
    private static readonly Members<AuthorLink> AuthorLinks = new("a link of an author",
    [
        new("title", (link, _) => link.Label),
        new("url", (link, _) => link.Url),
    ]);

    /// <summary>A part in an article.</summary>
    private static readonly Members<Contribution> Contributions = new("a contribution",
    [
        new("label", (part, page) => page.Strings[part.Kind switch
        {
            ContributionKind.Edited => "edited_by",
            ContributionKind.Translated => "translated_by",
            _ => "fact_checked_by",
        }]),
        new("author", (part, page) => Authors.Of(part.Author, page)),
        new("date", (part, _) => part.Date?.ToString()),
    ]);

    /// <summary>What a publisher says of itself, and where.</summary>
    private static readonly Members<PublisherPolicy> Policies = new("a policy",
    [
        new("title", (policy, page) => page.Strings[$"policy_{policy.Key}"]),
        new("url", (policy, page) => page.Site.Link(policy.Url)),
    ]);

    /// <summary>A portrait as an image of a page; the name of the person says what it shows.</summary>
    private static BoundImagePart Shown(Photograph portrait, Author author) => new(
        Routes.Escaped(Routes.Image(portrait.Image.Path)),
        portrait,
        [new HtmlPart(WebUtility.HtmlEncode(author.Name))],
        null,
        ImagePlacement.Alone,
        FileSpan.None)
    { Path = portrait.Image.Path };
}
