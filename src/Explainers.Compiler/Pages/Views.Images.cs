using System.Globalization;
using Explainers.Binding;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Pages;

internal static partial class Views
{
    /// <summary>The picture that networks show beside a link to the page; its address changes with the facts that it states.</summary>
    public static readonly Members<SocialCard> SocialCards = new("a social card",
    [
        new("url", (card, page) => page.Site.Absolute(Stated(card, page).Url)),
        new("alt", (card, page) => Stated(card, page).Alt),
        new("width", (_, _) => SocialCard.Width),
        new("height", (_, _) => SocialCard.Height),
    ]);

    /// <summary>A photograph with what is said of it.</summary>
    public static readonly Members<BoundImagePart> Photographs = new("a photograph",
    [
        new("url", (image, page) => page.Site.Link(image.Url)),
        new("srcset", (image, page) => SourceSet(page.Site.Photograph(image.Photograph!.Image.Path), page)),
        new("width", (image, page) => page.Site.Photograph(image.Photograph!.Image.Path).Content?.Width),
        new("height", (image, page) => page.Site.Photograph(image.Photograph!.Image.Path).Content?.Height),
        new("alt", (image, page) => image.Alt is { } alt ? Prose.Body(alt, page) : null),
        new("title", (image, page) => image.Title is { } title ? Prose.Body(title, page) : null),
        new("caption", (image, page) => image.Photograph!.Caption.IsEmpty ? null : Prose.Sentence(image.Photograph!.Caption, page)),
        new("credit", (image, _) => image.Photograph!.Credit.Credit),
        new("licence", (image, _) => image.Photograph!.Credit.Licence),
        new("source", (image, _) => image.Photograph!.Credit.Source),
        new("date", (image, _) => image.Photograph!.Credit.Date?.ToString()),
        new("is_first", (image, page) => page.IsFirst(image)),
    ]);

    private static SocialCard Stated(SocialCard card, PageScope page)
    {
        foreach (var fact in card.States) page.Stated(fact);
        return card;
    }

    private static string? SourceSet(PhotographFiles photograph, PageScope page) => photograph.Sizes.IsEmpty
        ? null
        : string.Join(", ", photograph.Sizes.Select(size =>
            string.Create(CultureInfo.InvariantCulture, $"{page.Site.Link(Routes.Escaped(size.Url))} {size.Width}w")));
}
