using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Markdig's HTML renderer, which leaves holes for references, links and blocks, and marks where things came from.</summary>
internal sealed class BodyRenderer : HtmlRenderer
{
    private readonly SourceFile _file;
    private readonly string _text;
    private readonly ImmutableArray<Diagnostic>.Builder _findings;
    private readonly StringWriter _html;
    private readonly ImmutableArray<BodyPart>.Builder _parts = ImmutableArray.CreateBuilder<BodyPart>();
    private Setting _setting = Setting.Prose;

    public BodyRenderer(
        SourceFile file,
        string text,
        MarkdownDialect dialect,
        Dictionary<HeadingBlock, HeadingSyntax> headings,
        ImmutableArray<Diagnostic>.Builder findings)
        : base(new StringWriter { NewLine = "\n" })
    {
        (_file, _text, _findings) = (file, text, findings);
        _html = (StringWriter)Writer;
        dialect.Pipeline.Setup(this);
        ObjectRenderers.Replace<HeadingRenderer>(new Headings(headings));
        ObjectRenderers.Replace<ParagraphRenderer>(new Paragraphs());
        ObjectRenderers.Replace<LinkInlineRenderer>(new Links());
        ObjectRenderers.Replace<HtmlBlockRenderer>(new HtmlBlocks(dialect.Html));
        ObjectRenderers.Replace<HtmlInlineRenderer>(new HtmlInlines(dialect.Html));
        ObjectRenderers.Insert(0, new Expressions());
    }

    /// <summary>What was rendered.</summary>
    public ImmutableArray<BodyPart> Parts()
    {
        Flush();
        return _parts.DrainToImmutable();
    }

    private void Add(BodyPart part)
    {
        Flush();
        _parts.Add(part);
    }

    private void Flush()
    {
        var html = _html.GetStringBuilder();
        if (html.Length == 0) return;
        _parts.Add(new HtmlPart(html.ToString()));
        html.Clear();
    }

    private FileSpan Span(MarkdownObject from) =>
        new(_file, Math.Max(0, from.Span.Start), Math.Clamp(from.Span.Length, 0, _text.Length - Math.Max(0, from.Span.Start)));

    private void Mark(MarkdownObject from) => Add(new MarkPart(Span(from)));

    private void Within(Setting setting, ContainerInline inline)
    {
        var outer = _setting;
        if (setting > outer) _setting = setting;
        WriteChildren(inline);
        _setting = outer;
    }

    private object? Read(ExpressionInline inline)
    {
        var at = Span(inline);
        if (inline.Text is { } text)
        {
            var inner = at with { Start = at.Start + 2, Length = Math.Max(0, at.Length - 4) };
            return ExpressionParser.Parse(inner.Length == text.Length ? _text.Substring(inner.Start, inner.Length) : text, inner, _findings);
        }
        _findings.Add(Catalog.UnclosedExpression(at));
        Write("{{");
        return null;
    }

    private sealed class Expressions : MarkdownObjectRenderer<BodyRenderer, ExpressionInline>
    {
        protected override void Write(BodyRenderer renderer, ExpressionInline inline)
        {
            switch (renderer.Read(inline))
            {
                case ExpressionSyntax expression:
                    renderer.Add(new ExpressionPart(expression, renderer.EnableHtmlForInline ? renderer._setting : Setting.PlainText));
                    break;
                case BlockSyntax block:
                    renderer._findings.Add(Catalog.MisplacedBlock(block.Span, block.Name));
                    break;
            }
        }
    }

    private sealed class Paragraphs : ParagraphRenderer
    {
        protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
        {
            var body = (BodyRenderer)renderer;
            if (paragraph.Inline?.FirstChild is ExpressionInline { Text: not null, NextSibling: null } only) Alone(body, only);
            else base.Write(renderer, paragraph);
        }

        private static void Alone(BodyRenderer body, ExpressionInline only)
        {
            switch (body.Read(only))
            {
                case BlockSyntax block:
                    body.Add(new BlockPart(block));
                    break;
                case ExpressionSyntax expression:
                    body.Write("<p>");
                    body.Add(new ExpressionPart(expression, body._setting));
                    body.WriteLine("</p>");
                    break;
            }
        }
    }

    private sealed class Headings(Dictionary<HeadingBlock, HeadingSyntax> headings) : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
        {
            var body = (BodyRenderer)renderer;
            var tag = $"h{Math.Max(2, heading.Level)}";
            body.EnsureLine();
            body.Mark(heading);
            body.Write($"<{tag} id=\"").WriteEscape(headings[heading].Id).Write("\">");
            if (heading.Inline is { } inline) body.Within(Setting.Unlinked, inline);
            body.Write($"</{tag}>").EnsureLine();
        }
    }

    private sealed class Links : LinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            var body = (BodyRenderer)renderer;
            if (!body.EnableHtmlForInline)
            {
                body.WriteChildren(link);
                return;
            }
            var url = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
            body.Mark(link);
            body.Write(link.IsImage ? "<img src=\"" : "<a href=\"");
            Target(body, link, url);
            body.Write("\"");
            if (link.IsImage) Image(body, link);
            else Text(body, link);
        }

        private static void Target(BodyRenderer body, LinkInline link, string url)
        {
            if (IsSafe(url) && url is not ['#', ..] && !url.Contains(':', StringComparison.Ordinal)) body.Add(new LinkPart(url, body.Span(link)));
            else body.WriteEscapeUrl(IsSafe(url) ? url : "#");
        }

        private static void Image(BodyRenderer body, LinkInline link)
        {
            body.Write(" alt=\"");
            body.EnableHtmlForInline = false;
            body.WriteChildren(link);
            body.EnableHtmlForInline = true;
            body.Write("\"");
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

        /// <summary>Whether a link leads to a page, a place or a mailbox; a script in an address is not a link.</summary>
        private static bool IsSafe(string url)
        {
            var scheme = url.IndexOf(':');
            if (scheme < 0 || url.AsSpan(0, scheme).ContainsAny('/', '?', '#')) return true;
            return url[..scheme].ToLowerInvariant() is "http" or "https" or "mailto" or "tel";
        }
    }

    private sealed class HtmlBlocks(HtmlInMarkdown html) : HtmlObjectRenderer<HtmlBlock>
    {
        protected override void Write(HtmlRenderer renderer, HtmlBlock block)
        {
            var body = (BodyRenderer)renderer;
            if (html == HtmlInMarkdown.Allowed)
            {
                body.Mark(block);
                body.WriteLeafRawLines(block, true, false);
            }
            else if (block.Type != HtmlBlockType.Comment)
            {
                body._findings.Add(Catalog.RawHtml(body.Span(block)));
                body.Write("<p>").WriteLeafRawLines(block, true, true);
                body.Write("</p>").EnsureLine();
            }
        }
    }

    private sealed class HtmlInlines(HtmlInMarkdown html) : HtmlObjectRenderer<HtmlInline>
    {
        protected override void Write(HtmlRenderer renderer, HtmlInline inline)
        {
            var body = (BodyRenderer)renderer;
            if (html == HtmlInMarkdown.Allowed)
            {
                body.Mark(inline);
                body.Write(inline.Tag);
            }
            else if (!inline.Tag.StartsWith("<!--", StringComparison.Ordinal))
            {
                body._findings.Add(Catalog.RawHtml(body.Span(inline)));
                body.WriteEscape(inline.Tag);
            }
        }
    }
}
