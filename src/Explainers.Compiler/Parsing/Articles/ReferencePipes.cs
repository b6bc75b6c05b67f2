using System.Buffers;

namespace Explainers.Parsing.Articles;

/// <summary>
/// Hides signs of references from the library: at a bar it would divide the cells of a table, at a space the address of a link would end,
/// and at a quotation mark its title. Characters that no text has take their place, so that every offset stays; what is printed shows
/// them again.
/// </summary>
internal static class ReferencePipes
{
    private const string Typed = "| \"'";
    private const char FirstHidden = '\uFDD1';
    private const char HiddenQuote = '\uFDD3';

    private static readonly SearchValues<char> TypedSigns = SearchValues.Create(Typed);
    private static readonly SearchValues<char> HiddenSigns = SearchValues.Create("\uFDD1\uFDD2\uFDD3\uFDD4");

    /// <summary>A text with the signs between braces hidden.</summary>
    public static string Hide(string text)
    {
        var first = NextInside(text, 0, out var end);
        return first < 0 ? text : string.Create(text.Length, (text, first, end), static (hidden, from) =>
        {
            from.text.CopyTo(hidden);
            for (var (at, end) = (from.first, from.end); at >= 0; at = NextInside(hidden, end, out end))
                for (var i = 0; i < Typed.Length; i++) hidden[at..end].Replace(Typed[i], (char)(FirstHidden + i));
        });
    }

    /// <summary>A text with its signs as they are typed.</summary>
    public static string Show(string text) => HasHidden(text) ? string.Create(text.Length, text, static (shown, hidden) =>
    {
        for (var i = 0; i < hidden.Length; i++) shown[i] = Shown(hidden[i]);
    })
        : text;

    /// <summary>HTML with its signs as they are typed, those that may end an attribute escaped.</summary>
    public static string ShowHtml(string html) =>
        HasHidden(html) ? Show(html.Replace($"{HiddenQuote}", "&quot;", StringComparison.Ordinal)) : html;

    /// <summary>Whether a text has hidden signs.</summary>
    public static bool HasHidden(ReadOnlySpan<char> text) => text.ContainsAny(HiddenSigns);

    /// <summary>A character as it is typed.</summary>
    public static char Shown(char letter) =>
        letter is >= FirstHidden and <= (char)(FirstHidden + 3) ? Typed[letter - FirstHidden] : letter;

    /// <summary>Where the next reference with such a sign begins, or -1, and where it ends: on the same line.</summary>
    private static int NextInside(ReadOnlySpan<char> text, int from, out int end)
    {
        for (var at = from; text[at..].IndexOf("{{") is >= 0 and var next; at = end)
        {
            var start = at + next;
            var inner = text.Slice(start + 2, Math.Min(text.Length - start - 2, ExpressionInlineParser.Longest));
            if (inner.IndexOf('\n') is >= 0 and var line) inner = inner[..line];
            var length = ExpressionInlineParser.Close(inner);
            end = length < 0 ? start + 1 : start + 2 + length;
            if (length > 0 && inner[..length].ContainsAny(TypedSigns)) return start;
        }
        end = text.Length;
        return -1;
    }
}
