using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace Explainers.Cli.Terminal;

/// <summary>Breaks text between words into lines of a terminal.</summary>
internal static class Wrapping
{
    /// <summary>How many cells a line has.</summary>
    public const int Width = 80;

    /// <summary>
    /// Puts as many words on a line as fit. What is copied in one piece stays in one piece, where a line can hold it: a quoted name, a
    /// reference in
    /// braces. A word that is wider than a line, such as an address, stays whole.
    /// </summary>
    /// <param name="lead">What the first line begins with, such as a path; it is never broken.</param>
    /// <param name="text">The text, with one space between words.</param>
    /// <param name="indent">How many spaces every other line begins with.</param>
    public static string Wrap(string lead, string text, int indent)
    {
        var lines = new StringBuilder(lead, lead.Length + text.Length);
        var used = Cells(lead);
        var gap = "";
        foreach (var piece in Pieces(text, Width - indent))
        {
            var cells = Cells(piece);
            if (used > indent && used + gap.Length + cells > Width)
            {
                if (gap.Length == 0) lines.Length = lines.ToString().TrimEnd(' ').Length;
                lines.Append('\n').Append(' ', indent);
                (gap, used) = ("", indent);
            }
            lines.Append(gap).Append(piece);
            used += gap.Length + cells;
            gap = " ";
        }
        return lines.ToString();
    }

    /// <summary>Writes a sentence of the tool itself, in as many lines as it takes.</summary>
    public static void Say(TextWriter output, string text) => output.WriteLine(Wrap("", text, 3));

    /// <summary>How many cells of a terminal a text fills.</summary>
    public static int Cells(string text) => new Segment(text).CellCount();

    /// <summary>A text that somebody typed, without the characters that steer a terminal or that nobody sees.</summary>
    public static string Plain(string text) => string.Concat(text.EnumerateRunes()
        .Select(rune => IsPlain(rune) ? rune : Rune.ReplacementChar));

    /// <summary>Whether a character is printed as it is; the two joiners are part of emoji and of words in Persian and Hindi.</summary>
    private static bool IsPlain(Rune rune) => rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static IEnumerable<string> Pieces(string text, int widest)
    {
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = EndOfWord(text, Closing(text, start));
            if (Cells(text[start..end]) > widest) end = EndOfWord(text, start);
            yield return text[start..end];
        }
    }

    private static int EndOfWord(string text, int from) => text.IndexOf(' ', from) is >= 0 and var space ? space : text.Length;

    /// <summary>Where the quotation or the pair of braces that begins here is closed, or here.</summary>
    private static int Closing(string text, int start)
    {
        if (text.AsSpan(start).StartsWith("{{")) return Math.Max(start, text.IndexOf("}}", start, StringComparison.Ordinal));
        if (text[start] != '\'') return start;
        var close = start;
        do close = text.IndexOf('\'', close + 1);
        while (close >= 0 && close + 1 < text.Length && char.IsLetterOrDigit(text[close + 1]));
        return Math.Max(start, close);
    }
}
