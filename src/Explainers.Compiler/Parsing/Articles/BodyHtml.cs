using Explainers.Diagnostics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Writes HTML in Markdown that stands in lines of its own, as it is or as text.</summary>
internal sealed class BodyHtmlBlocks(HtmlInMarkdown html) : HtmlObjectRenderer<HtmlBlock>
{
    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, HtmlBlock block)
    {
        var body = (BodyRenderer)renderer;
        if (html == HtmlInMarkdown.Allowed)
        {
            body.Mark(block);
            var raw = ReferencePipes.Show(block.Lines.ToString());
            RawAddresses.Read(raw, body.Refer);
            body.WriteLine(raw);
        }
        else if (block.Type != HtmlBlockType.Comment)
        {
            body.Report(Catalog.RawHtml(body.Span(block)));
            body.Write("<p>").WriteLeafRawLines(block, true, true);
            body.Write("</p>").EnsureLine();
        }
    }
}

/// <summary>Writes HTML in Markdown that stands among words, as it is or as text.</summary>
internal sealed class BodyHtmlInlines(HtmlInMarkdown html) : HtmlObjectRenderer<HtmlInline>
{
    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, HtmlInline inline)
    {
        var body = (BodyRenderer)renderer;
        if (html == HtmlInMarkdown.Allowed)
        {
            body.Mark(inline);
            var raw = ReferencePipes.Show(inline.Tag);
            RawAddresses.Read(raw, body.Refer);
            body.Write(raw);
        }
        else if (!inline.Tag.StartsWith("<!--", StringComparison.Ordinal))
        {
            if (!inline.Tag.StartsWith("</", StringComparison.Ordinal)) body.Report(Catalog.RawHtml(body.Span(inline)));
            body.WriteEscape(inline.Tag);
        }
    }
}

/// <summary>Writes characters by number: those that no page may hold are reported, as where they are typed.</summary>
internal sealed class BodyEntities : HtmlObjectRenderer<HtmlEntityInline>
{
    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, HtmlEntityInline entity)
    {
        var body = (BodyRenderer)renderer;
        body.WriteEscape(body.Clean(entity.Transcoded.ToString(), entity));
    }
}
