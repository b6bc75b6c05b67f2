using System.Text;

namespace Explainers.Cli.Desk;

/// <summary>Writes a document as Markdown, as GitHub reads it.</summary>
internal static class DocumentMarkdown
{
    /// <summary>How long a comment on GitHub may be, with room for the line that says what is left out.</summary>
    private const int Longest = 65_536 - 300;

    private const string Marks = "\\`*_[]<>|~#";

    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="whole">Where all of it can be had, if it is too long for a comment.</param>
    public static string Write(Document document, string whole)
    {
        var text = new StringBuilder($"# {Escaped(document.Title)}\n");
        foreach (var part in document.Parts)
        {
            foreach (var piece in Pieces(part))
            {
                if (text.Length + piece.Length > Longest)
                    return text.Append($"\nThe rest has no room in a comment: `{whole}` shows all of it.\n").ToString();
                text.Append(piece);
            }
        }
        return text.ToString();
    }

    private static IEnumerable<string> Pieces(DocumentPart part)
    {
        switch (part)
        {
            case DocumentHeading heading: return [$"\n{new string('#', heading.Level)} {Text(heading.Text)}\n"];
            case DocumentParagraph paragraph: return [$"\n{Text(paragraph.Text)}\n"];
            case DocumentTable table:
                return [
                    $"\n| {string.Join(" | ", table.Heads)} |\n|{string.Concat(table.Heads.Select(_ => " --- |"))}\n",
                    .. table.Rows.Select(row => $"| {string.Join(" | ", row.Select(Text))} |\n"),
                ];
            default: throw new InvalidOperationException($"A {part.GetType().Name} has no Markdown.");
        }
    }

    private static string Text(Line line) => string.Concat(line.Pieces.Select(Text));

    private static string Text(LinePiece piece) => piece.Style switch
    {
        PieceStyle.Code => $"`{piece.Text.Replace("`", "'", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)}`",
        PieceStyle.Link => $"[{Escaped(piece.Text)}]({Address(piece.Url!)})",
        PieceStyle.Removed => $"<del>{Escaped(piece.Text)}</del>",
        PieceStyle.Added => $"<ins>{Escaped(piece.Text)}</ins>",
        _ => Escaped(piece.Text),
    };

    private static string Address(string url) => new StringBuilder(url)
        .Replace(" ", "%20").Replace("(", "%28").Replace(")", "%29").Replace("|", "%7C").Replace("<", "%3C").Replace(">", "%3E").ToString();

    /// <summary>Text without any mark of Markdown, and without the name of a user whom a comment would call.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (letter is '\n' or '\r') escaped.Append(' ');
            else if (letter == '@') escaped.Append("&#64;");
            else if (letter == '&') escaped.Append("&amp;");
            else if (Marks.Contains(letter, StringComparison.Ordinal)) escaped.Append('\\').Append(letter);
            else escaped.Append(letter);
        }
        return escaped.ToString();
    }
}
