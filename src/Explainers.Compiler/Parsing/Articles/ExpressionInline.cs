using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Braces in Markdown: an inline of its own, so that what it prints can never break the Markdown around it.</summary>
internal sealed class ExpressionInline : LeafInline
{
    /// <summary>The text between the braces, or null where they are not closed.</summary>
    public required string? Text { get; init; }
}

/// <summary>Finds <c>{{ … }}</c> in the text of a paragraph, heading or cell.</summary>
internal sealed class ExpressionInlineParser : InlineParser
{
    /// <summary>How long a reference may be, so that braces that are never closed do not make the rest be read again and again.</summary>
    public const int Longest = 4_000;

    /// <summary>Makes the parser.</summary>
    public ExpressionInlineParser() => OpeningCharacters = ['{'];

    /// <inheritdoc />
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '{') return false;
        var start = slice.Start;
        var close = Close(slice);
        var last = close < 0 ? start + 1 : close + 1;
        processor.Inline = new ExpressionInline
        {
            Text = close < 0 ? null : ReferencePipes.Show(slice.Text[(start + 2)..close]),
            Span = new Markdig.Syntax.SourceSpan(
                processor.GetSourcePosition(start, out var line, out var column),
                processor.GetSourcePosition(last)),
            Line = line,
            Column = column,
        };
        slice.Start = last + 1;
        return true;
    }

    /// <summary>Whether a reference begins here.</summary>
    public static bool IsReference(StringSlice slice) => slice.CurrentChar == '{' && slice.PeekChar() == '{' && Close(slice) >= 0;

    private static int Close(StringSlice slice)
    {
        var start = slice.Start + 2;
        var close = Close(slice.Text.AsSpan(start, Math.Max(0, Math.Min(slice.End + 1 - start, Longest))));
        return close < 0 ? -1 : start + close;
    }

    /// <summary>Where the closing braces begin behind two opening ones, or -1; braces inside a quoted argument do not count.</summary>
    public static int Close(ReadOnlySpan<char> inner)
    {
        var quote = '\0';
        for (var i = 0; i + 1 < inner.Length; i++)
        {
            var letter = ReferencePipes.Shown(inner[i]);
            if (quote != '\0')
            {
                if (letter == quote) quote = '\0';
            }
            else if (letter is '"' or '\'')
            {
                quote = letter;
            }
            else if (letter == '}' && inner[i + 1] == '}')
            {
                return i;
            }
        }
        return -1;
    }
}
