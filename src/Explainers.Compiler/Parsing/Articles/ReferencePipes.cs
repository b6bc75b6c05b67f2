namespace Explainers.Parsing.Articles;

/// <summary>
/// Hides the bars of references from the library, which would divide the cells of a table at them. A character that no text has takes
/// their place, so that every offset stays; what is printed shows them again.
/// </summary>
internal static class ReferencePipes
{
    private const char Hidden = '\uFDD1';

    /// <summary>A text with the bars between braces hidden.</summary>
    public static string Hide(string text)
    {
        var first = NextInside(text, 0, out var end);
        return first < 0 ? text : string.Create(text.Length, (text, first, end), static (hidden, from) =>
        {
            from.text.CopyTo(hidden);
            for (var (at, end) = (from.first, from.end); at >= 0; at = NextInside(hidden, end, out end))
                hidden[at..end].Replace('|', Hidden);
        });
    }

    /// <summary>A text with the bars as they are typed.</summary>
    public static string Show(string text) => text.Replace(Hidden, '|');

    /// <summary>Where the next reference with a bar begins, or -1, and where it ends: on the same line.</summary>
    private static int NextInside(ReadOnlySpan<char> text, int from, out int end)
    {
        for (var at = from; text[at..].IndexOf("{{") is >= 0 and var next; at = end)
        {
            var start = at + next;
            var inner = text.Slice(start + 2, Math.Min(text.Length - start - 2, ExpressionInlineParser.Longest));
            if (inner.IndexOf('\n') is >= 0 and var line) inner = inner[..line];
            var length = inner.IndexOf("}}");
            end = length < 0 ? start + 1 : start + 2 + length;
            if (length > 0 && inner[..length].Contains('|')) return start;
        }
        end = text.Length;
        return -1;
    }
}
