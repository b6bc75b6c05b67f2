using System.Collections.Immutable;
using Explainers.Diagnostics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Writes links and images; a target that is a path stays a hole until the site's addresses are known.</summary>
internal sealed class BodyLinks : LinkInlineRenderer
{
    /// <summary>Whether an address leads to a page, a place or a mailbox; a script in an address is not a link.</summary>
    public static bool IsSafe(string url) => Scheme(url) is null or "http" or "https" or "mailto" or "tel";

    /// <summary>The scheme of an address in small letters, or null for a path.</summary>
    private static string? Scheme(string url)
    {
        var colon = url.IndexOf(':');
        return colon < 0 || url.AsSpan(0, colon).ContainsAny('/', '?', '#') ? null : url[..colon].ToLowerInvariant();
    }

    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var body = (BodyRenderer)renderer;
        if (!body.EnableHtmlForInline)
        {
            body.WriteChildren(link);
            return;
        }
        var url = Url(link);
        if (link.IsImage && IsPath(url))
        {
            Write(body, link, url, ImageStanding.InText);
            return;
        }
        body.Mark(link);
        body.Write(link.IsImage ? "<img src=\"" : "<a href=\"");
        Target(body, link, url);
        body.Write("\"");
        if (link.IsImage) Image(body, link);
        else Text(body, link);
    }

    /// <summary>Writes an image that stands alone in its paragraph; false for what is none, or none of this site.</summary>
    public static bool WriteAlone(BodyRenderer body, LinkInline link)
    {
        if (!link.IsImage) return false;
        var url = Url(link);
        if (!IsPath(url)) return false;
        Write(body, link, url, body.ImplicitParagraph ? ImageStanding.AloneInItem : ImageStanding.Alone);
        return true;
    }

    private static string Url(LinkInline link) => ReferencePipes.Show(link.GetDynamicUrl?.Invoke() ?? link.Url ?? "");

    private static bool IsPath(string url) => url is not ['#', ..] && Scheme(url) is null;

    private static void Write(BodyRenderer body, LinkInline link, string url, ImageStanding standing)
    {
        ImmutableArray<BodyPart>? alt = link.FirstChild is null ? null : body.Plain(link);
        body.Mark(link);
        body.Add(new ImagePart(url, alt, string.IsNullOrEmpty(link.Title) ? null : ReferencePipes.Show(link.Title), standing, body.Span(link)));
    }

    private static void Target(BodyRenderer body, LinkInline link, string url)
    {
        if (!IsSafe(url))
        {
            body.Report(Catalog.UnsafeLink(body.Span(link), url));
            body.Write("#");
        }
        else if (url is ['#', ..] || Scheme(url) is not null)
        {
            body.WriteEscapeUrl(url);
        }
        else
        {
            body.Add(new LinkPart(url, body.Span(link)));
        }
    }

    private static void Image(BodyRenderer body, LinkInline link)
    {
        // Without words in the brackets there is no alternative at all, which the proofreader reports.
        if (link.FirstChild is not null)
        {
            body.Write(" alt=\"");
            body.WritePlain(link);
            body.Write("\"");
        }
        Title(body, link);
        body.Write(">");
    }

    private static void Text(BodyRenderer body, LinkInline link)
    {
        Title(body, link);
        body.Write(">");
        body.Within(Setting.Unlinked, link);
        body.Write("</a>");
    }

    private static void Title(BodyRenderer body, LinkInline link)
    {
        if (!string.IsNullOrEmpty(link.Title)) body.Write(" title=\"").WriteEscape(link.Title).Write("\"");
    }
}

/// <summary>Writes addresses in angle brackets as links to themselves.</summary>
internal sealed class BodyAutolinks : HtmlObjectRenderer<AutolinkInline>
{
    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var body = (BodyRenderer)renderer;
        var url = link.IsEmail ? $"mailto:{link.Url}" : link.Url;
        if (body.EnableHtmlForInline && BodyLinks.IsSafe(url))
        {
            body.Mark(link);
            body.Write("<a href=\"").WriteEscapeUrl(url).Write("\">").WriteEscape(link.Url).Write("</a>");
            return;
        }
        if (body.EnableHtmlForInline) body.Report(Catalog.UnsafeLink(body.Span(link), url));
        body.WriteEscape(link.Url);
    }
}
