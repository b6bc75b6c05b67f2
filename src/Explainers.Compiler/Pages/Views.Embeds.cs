using Explainers.Binding;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Pages;

internal static partial class Views
{
    /// <summary>How high a post or a chart is, in pixels, where the writer does not say; a film has the shape of a screen.</summary>
    private const int UsualHeight = 480;

    /// <summary>Something of another site, or a film or recording of the site itself.</summary>
    public static readonly Members<BoundEmbedPart> Embeds = new("an embed",
    [
        new("block", (embed, _) => embed.Block),
        new("title", (embed, page) => page.Text(embed.Title)),
        new("url", (embed, page) => embed.Address.IsOwn ? page.Site.Link(embed.Url) : embed.Url),
        new("content", (embed, page) => embed.Address.IsOwn ? page.Site.Link(embed.Address.Content) : embed.Address.Content),
        new("form", (embed, _) => embed.Address.Form.ToString().ToLowerInvariant()),
        new("service", (embed, _) => embed.Address.Service),
        new("host", (embed, _) => embed.Address.IsOwn ? null : embed.Address.Host),
        new("is_own", (embed, _) => embed.Address.IsOwn),
        new("is_first", (embed, page) => page.IsFirst(embed)),
        new("photograph", (embed, page) =>
            embed.Picture is { Photograph: not null } picture ? Photographs!.Of(picture, page) : null),
        new("drawing", (embed, page) =>
            embed.Picture is { Photograph: null } picture ? page.Site.Link(picture.Url) : null),
        new("captions", (embed, page) => embed.Captions is { } file ? page.Site.Link(file) : null),
        new("captions_language", (embed, page) => embed.CaptionsLanguage ?? page.Head.Language),
        new("transcript", (embed, page) => embed.Transcript is { } file ? page.Site.Link(file) : null),
        new("height", (embed, _) => embed.Height ?? (embed.Block == "video" ? null : UsualHeight)),
    ]);

    /// <summary>A service of others that pages talk to.</summary>
    public static readonly Members<SiteService> Services = new("a service",
    [
        new("name", (service, _) => service.Name),
        new("purpose", (service, page) => service.Purpose is { } purpose ? page.Strings[$"service_{purpose}"] : null),
        new("gets", (service, _) => service.Gets),
        new("privacy", (service, _) => service.Privacy),
        new("hosts", (service, _) => string.Join(", ", service.Hosts)),
        new("is_asked", (service, _) => service.IsAsked),
    ]);
}
