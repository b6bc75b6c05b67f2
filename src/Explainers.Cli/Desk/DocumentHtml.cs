using System.Net;
using System.Text;

namespace Explainers.Cli.Desk;

/// <summary>Writes a document as a page of HTML that needs no other file.</summary>
internal static class DocumentHtml
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1rem; }
        h1, h2, h3 { line-height: 1.2; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-bottom: 1px solid; padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; }
        td { overflow-wrap: break-word; }
        ins { background: light-dark(#d5f2da, #17431f); text-decoration: none; }
        del { background: light-dark(#fbdcdc, #571d1d); }
        """;

    /// <summary>Writes a document.</summary>
    public static string Write(Document document)
    {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"robots\" content=\"noindex\">\n")
            .Append($"<title>{Encoded(document.Title)}</title>\n<style>\n{Style.ReplaceLineEndings("\n")}\n</style>\n")
            .Append("</head>\n<body>\n<main>\n")
            .Append($"<h1>{Encoded(document.Title)}</h1>\n");
        var heading = document.Title;
        foreach (var part in document.Parts)
        {
            if (part is DocumentHeading named) heading = string.Concat(named.Text.Pieces.Select(piece => piece.Text));
            page.Append(Text(part, heading));
        }
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Text(DocumentPart part, string heading) => part switch
    {
        DocumentHeading own => $"<h{own.Level}>{Text(own.Text)}</h{own.Level}>\n",
        DocumentParagraph paragraph => $"<p>{Text(paragraph.Text)}</p>\n",
        DocumentTable table => $"<div class=\"scroll\" role=\"region\" aria-label=\"{Encoded(heading)}\" tabindex=\"0\">\n<table>\n"
            + $"<thead><tr>{string.Concat(table.Heads.Select(head => $"<th scope=\"col\">{Encoded(head)}</th>"))}</tr></thead>\n<tbody>\n"
            + string.Concat(table.Rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{Text(cell)}</td>"))}</tr>\n"))
            + "</tbody>\n</table>\n</div>\n",
        _ => throw new InvalidOperationException($"A {part.GetType().Name} has no HTML."),
    };

    private static string Text(Line line) => string.Concat(line.Pieces.Select(piece => piece.Style switch
    {
        PieceStyle.Code => $"<code>{Encoded(piece.Text)}</code>",
        PieceStyle.Link => $"<a href=\"{Encoded(piece.Url!)}\">{Encoded(piece.Text)}</a>",
        PieceStyle.Removed => $"<del>{Encoded(piece.Text)}</del>",
        PieceStyle.Added => $"<ins>{Encoded(piece.Text)}</ins>",
        _ => Encoded(piece.Text),
    }));

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
