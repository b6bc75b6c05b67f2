using Explainers.Rendering.Images;
using Explainers.Rendering.Templating;

namespace Explainers.Rendering.Pages;

internal static partial class Views
{
    /// <summary>The picture that networks show beside a link to the page; its address changes with the facts that it states.</summary>
    public static readonly Members<SocialCard> SocialCards = new("a social card",
    [
        new("url", (card, page) => Stated(card, page).Url is { } url ? page.Site.Absolute(url) : null),
        new("alt", (card, _) => card.Alt),
        new("width", (_, _) => SocialCard.Width),
        new("height", (_, _) => SocialCard.Height),
    ]);

    private static SocialCard Stated(SocialCard card, PageScope page)
    {
        foreach (var fact in card.States) page.Stated(fact);
        return card;
    }
}
