using System.Collections.Immutable;
using System.Globalization;

namespace Explainers.Outputs.Images;

/// <summary>Says where a line of text may end.</summary>
internal static class LineBreaker
{
    /// <summary>
    /// The pieces of a text that stay on one line: words with the spaces behind them, parts of words with hyphens, single ideographs.
    /// </summary>
    public static ImmutableArray<string> Pieces(string text)
    {
        var pieces = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (!MayEnd(text, i)) continue;
            pieces.Add(text[start..i]);
            start = i;
        }
        if (start < text.Length) pieces.Add(text[start..]);
        return pieces.ToImmutable();
    }

    /// <summary>The characters of a text as readers count them, with their marks.</summary>
    public static IEnumerable<string> Characters(string text)
    {
        var characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext()) yield return characters.GetTextElement();
    }

    private static bool MayEnd(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (IsSpace(after)) return false;
        if (IsSpace(before)) return true;
        if (before is '-' or '‐' or '/') return at > 1 && char.IsLetter(text[at - 2]) && char.IsLetter(after);
        if (before is '–' or '—') return !char.IsDigit(after);
        return (IsIdeograph(before) || IsIdeograph(after)) && !IsBound(after) && !char.IsLowSurrogate(after)
            && CharUnicodeInfo.GetUnicodeCategory(before) != UnicodeCategory.OpenPunctuation;
    }

    /// <summary>Spaces at which lines end; the others hold their words together.</summary>
    private static bool IsSpace(char letter) => letter is not ('\u00A0' or '\u202F' or '\u2007') && char.IsWhiteSpace(letter);

    private static bool IsIdeograph(char letter) =>
        letter is >= '\u3040' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' || char.IsHighSurrogate(letter);

    /// <summary>What never begins a line.</summary>
    private static bool IsBound(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter)
        is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
