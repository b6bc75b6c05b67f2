using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Explainers.Parsing.Articles;

/// <summary>Writes code, whose long lines scroll by themselves and can be scrolled with keys.</summary>
internal sealed class BodyCode : HtmlObjectRenderer<CodeBlock>
{
    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        var name = block is FencedCodeBlock { Info: { Length: > 0 } info } ? ReferencePipes.Show(info).Trim('{', '}').TrimStart('.') : "";
        renderer.EnsureLine().Write("<pre tabindex=\"0\"><code");
        if (name.Length > 0) renderer.Write(" class=\"language-").WriteEscape(name).Write("\"");
        renderer.Write(">");
        if (CodeLanguages.Of(name) is { } language) Coloured(renderer, block, language);
        else renderer.WriteLeafRawLines(block, writeEndOfLines: true, escape: true);
        renderer.Write("</code></pre>").EnsureLine();
    }

    private static void Coloured(HtmlRenderer renderer, CodeBlock block, CodeLanguage language)
    {
        var code = ReferencePipes.Show(block.Lines.ToString().Replace("\r\n", "\n", StringComparison.Ordinal));
        if (code.Length > 0) code += "\n";
        var at = 0;
        foreach (var (length, kind) in CodeColours.Of(code, language))
        {
            var text = code.AsSpan(at, length);
            at += length;
            if (kind is not null) renderer.Write("<span class=\"").Write(kind).Write("\">");
            renderer.WriteEscape(text);
            if (kind is not null) renderer.Write("</span>");
        }
    }
}

/// <summary>Writes tables; what they scroll in is put around them when the page is made.</summary>
internal sealed class BodyTables(BodyCaptions captions) : HtmlObjectRenderer<Table>
{
    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        var body = (BodyRenderer)renderer;
        body.EnsureLine();
        body.Add(new TablePart(body.LastHeading?.Id));
        body.Write("<table>").EnsureLine();
        if (captions[table] is { } caption) Caption(body, caption);
        Rows(body, table, "thead", [.. table.OfType<TableRow>().Where(row => row.IsHeader)]);
        Rows(body, table, "tbody", [.. table.OfType<TableRow>().Where(row => !row.IsHeader)]);
        body.Write("</table>").EnsureLine();
        body.Add(new TableEndPart());
    }

    private static void Caption(BodyRenderer body, TableCaption caption)
    {
        body.Mark(caption.Text);
        body.Write("<caption class=\"beneath\">").WriteLeafInline(caption.Text);
        if (!caption.Sources.IsEmpty) body.Add(new TableSourcePart(caption.Sources));
        body.Write("</caption>").EnsureLine();
    }

    private static void Rows(BodyRenderer body, Table table, string part, TableRow[] rows)
    {
        if (rows.Length == 0) return;
        body.Write($"<{part}>").EnsureLine();
        foreach (var row in rows)
        {
            body.Write("<tr>").EnsureLine();
            for (var i = 0; i < row.Count; i++)
                Cell(
                    body,
                    (TableCell)row[i],
                    row.IsHeader,
                    i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null);
            body.Write("</tr>").EnsureLine();
        }
        body.Write($"</{part}>").EnsureLine();
    }

    /// <summary>A cell; how it is aligned is said by a class, since pages have no style of their own.</summary>
    private static void Cell(BodyRenderer body, TableCell cell, bool isHeader, TableColumnAlign? alignment)
    {
        body.Write(isHeader ? "<th scope=\"col\"" : "<td");
        if (alignment is TableColumnAlign.Right) body.Write(" class=\"number\"");
        if (alignment is TableColumnAlign.Center) body.Write(" class=\"center\"");
        body.Write(">");
        var outer = body.ImplicitParagraph;
        body.ImplicitParagraph = cell.Count <= 1;
        body.WriteChildren(cell);
        body.ImplicitParagraph = outer;
        body.Write(isHeader ? "</th>" : "</td>").EnsureLine();
    }
}
