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
        if (!text.Contains("{{", StringComparison.Ordinal) || !text.Contains('|')) return text;
        return string.Create(text.Length, text, static (hidden, from) =>
        {
            from.CopyTo(hidden);
            var isInside = false;
            for (var at = 0; at < hidden.Length; at++)
            {
                if (hidden[at] == '\n') isInside = false;
                else if (at + 1 < hidden.Length && hidden[at] == '{' && hidden[at + 1] == '{') isInside = HasEnd(hidden[(at + 2)..]);
                else if (at + 1 < hidden.Length && hidden[at] == '}' && hidden[at + 1] == '}') isInside = false;
                else if (isInside && hidden[at] == '|') hidden[at] = Hidden;
            }
        });
    }

    /// <summary>A text with the bars as they are typed.</summary>
    public static string Show(string text) => text.Replace(Hidden, '|');

    /// <summary>Whether the braces are closed on this line.</summary>
    private static bool HasEnd(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, ExpressionInlineParser.Longest)];
        var end = text.IndexOf('\n');
        return (end < 0 ? text : text[..end]).IndexOf("}}") >= 0;
    }
}
