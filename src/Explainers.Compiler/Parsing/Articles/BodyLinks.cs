using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Text;
using Explainers.Sources;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Writes links and images; a target that is a path stays a hole until the site's addresses are known.</summary>
internal sealed class BodyLinks : LinkInlineRenderer
{
    private const string ReferenceInPath = "the address of a page or picture of this site cannot hold a reference";
    private const string NameTheFile = "name the file itself, as in [words](page.md)";

    /// <summary>Whether an address leads to a page, a place or a mailbox; a script in an address is not a link.</summary>
    public static bool IsSafe(string url) => Scheme(url) is null or "http" or "https" or "mailto" or "tel";

    /// <summary>
    /// What is wrong with the target of a link or image, or null for a good one; paths of the site are judged when its addresses are
    /// known.
    /// </summary>
    public static Diagnostic? Fault(string url, bool isImage, FileSpan at)
    {
        if (!IsSafe(url)) return Catalog.UnsafeLink(at, url);
        var scheme = Scheme(url);
        if (isImage && scheme is "mailto" or "tel") return Catalog.InvalidValue(at, url, "the address of an image");
        if (scheme == "tel") return WebAddress.IsTelephone(url) ? null
            : Catalog.InvalidValue(at, url, "a telephone number, such as tel:+1-202-555-0100");
        var fault = scheme switch
        {
            "mailto" => WebAddress.OfMail(url),
            null when !IsMeantForWeb(url) => null,
            // Only an address between < and > can hold a space, which is written as %20.
            _ => WebAddress.OfWeb(url.Replace(" ", "%20", StringComparison.Ordinal)),
        };
        return fault is { } wrong ? Catalog.InvalidValue(at, url, wrong.Expected, wrong.Hint) : null;
    }

    /// <summary>
    /// Whether a path was most likely meant to be an address of another site: <c>https//example.org</c>, <c>www.example.org</c>,
    /// <c>//example.org</c>.
    /// </summary>
    private static bool IsMeantForWeb(string url) =>
        (url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        && WebAddress.Meant(url) is not null && !url.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

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
            Write(body, link, url, ImagePlacement.InText);
            return;
        }
        body.Mark(link);
        body.Write(link.IsImage ? "<img" : "<a");
        Target(body, link, url);
        if (link.IsImage) Image(body, link);
        else Text(body, link);
    }

    /// <summary>Writes an image that stands alone in its paragraph; false for what is none, or none of this site.</summary>
    public static bool WriteAlone(BodyRenderer body, LinkInline link)
    {
        if (!link.IsImage) return false;
        var url = Url(link);
        if (!IsPath(url)) return false;
        Write(body, link, url, body.ImplicitParagraph ? ImagePlacement.AloneInItem : ImagePlacement.Alone);
        return true;
    }

    private static string Url(LinkInline link) => ReferencePipes.Show(link.GetDynamicUrl?.Invoke() ?? link.Url ?? "");

    private static bool IsPath(string url) => url is not ['#', ..] && Scheme(url) is null;

    private static void Write(BodyRenderer body, LinkInline link, string url, ImagePlacement placement)
    {
        ImmutableArray<BodyPart>? alt = link.FirstChild is null ? null : body.Plain(link);
        ImmutableArray<BodyPart>? title = string.IsNullOrEmpty(link.Title) ? null : body.Title(link);
        body.Mark(link);
        if (TargetText.HasReference(url)) body.Report(Catalog.MalformedLink(body.Span(link), ReferenceInPath, NameTheFile));
        body.Add(new ImagePart(url, alt, title, placement, body.Span(link)));
    }

    private static void Target(BodyRenderer body, LinkInline link, string url)
    {
        var isWhole = url.StartsWith("{{", StringComparison.Ordinal);
        if (Fault(isWhole ? "https://x.example" : TargetText.Sample(url), link.IsImage, body.Span(link)) is { } fault)
        {
            body.Report(fault);
            Write(body, link, "#");
        }
        else if (TargetText.HasReference(url))
        {
            if (isWhole || Scheme(url) is not null) Made(body, link, url, isWhole);
            else
            {
                body.Report(Catalog.MalformedLink(body.Span(link), ReferenceInPath, NameTheFile));
                Write(body, link, "#");
            }
        }
        else if (url is ['#', ..] || Scheme(url) is not null)
        {
            body.Refer(url);
            Write(body, link, url);
        }
        else
        {
            body.Add(new LinkPart(url, body.Span(link)));
        }
    }

    /// <summary>Writes an address that is made with references: a fact that is an address itself, or words in one.</summary>
    private static void Made(BodyRenderer body, LinkInline link, string url, bool isWhole)
    {
        body.Write(link.IsImage ? " src=\"" : " href=\"");
        Address(body, body.Target(url, link, isWhole ? InlineContext.WholeAddress : InlineContext.Address));
        body.Write("\"");
    }

    /// <summary>Writes the parts of an address.</summary>
    public static void Address(BodyRenderer body, ImmutableArray<BodyPart> parts)
    {
        foreach (var part in parts)
        {
            if (part is TextPart text) body.WriteEscapeUrl(text.Text);
            else body.Add(part);
        }
    }

    private static void Write(BodyRenderer body, LinkInline link, string url) =>
        body.Write(link.IsImage ? " src=\"" : " href=\"").WriteEscapeUrl(url).Write("\"");

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
        body.Within(InlineContext.Unlinked, link);
        body.Write("</a>");
    }

    private static void Title(BodyRenderer body, LinkInline link)
    {
        if (string.IsNullOrEmpty(link.Title)) return;
        body.Write(" title=\"");
        foreach (var part in body.Title(link))
        {
            if (part is TextPart text) body.WriteEscape(text.Text);
            else body.Add(part);
        }
        body.Write("\"");
    }
}

/// <summary>Writes addresses in angle brackets as links to themselves.</summary>
internal sealed class BodyAutolinks : HtmlObjectRenderer<AutolinkInline>
{
    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var url = ReferencePipes.Show(link.Url);
        BodyBareAddresses.Write((BodyRenderer)renderer, link, url, link.IsEmail ? $"mailto:{url}" : url);
    }
}

/// <summary>Writes addresses among words as links to themselves.</summary>
internal sealed class BodyBareAddresses : HtmlObjectRenderer<BareAddressInline>
{
    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, BareAddressInline link) =>
        Write((BodyRenderer)renderer, link, link.Text, link.Url);

    /// <summary>Writes an address as a link, or as text where no link may stand or it is none.</summary>
    public static void Write(BodyRenderer body, LeafInline link, string text, string url)
    {
        var mayLink = body.EnableHtmlForInline && !BodyNoteMarks.IsInLink(link);
        var fault = mayLink ? BodyLinks.Fault(TargetText.Sample(url), isImage: false, body.Span(link)) : null;
        if (fault is not null) body.Report(fault);
        var parts = body.Target(text, link, body.EnableHtmlForInline ? InlineContext.Unlinked : InlineContext.PlainText);
        if (mayLink && fault is null)
        {
            body.Mark(link);
            body.Refer(url);
            body.Write("<a href=\"").WriteEscapeUrl(url[..^text.Length]);
            BodyLinks.Address(
                body,
                [.. parts.Select(part => part is ExpressionPart value
                    ? value with { Context = InlineContext.Address, IsRepeated = true } : part)]);
            body.Write("\">");
        }
        foreach (var part in parts)
        {
            if (part is TextPart words) body.WriteEscape(words.Text);
            else body.Add(part);
        }
        if (mayLink && fault is null) body.Write("</a>");
    }
}
