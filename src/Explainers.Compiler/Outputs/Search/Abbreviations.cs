using System.Globalization;

namespace Explainers.Outputs.Search;

/// <summary>
/// Tells the points of abbreviations, such as U.S., Ph.D. and e.g., from other points. POINT in the search module says the same.
/// </summary>
internal static class Abbreviations
{
    /// <summary>Whether a point stands between a single letter and one letter or two, in either order. The last point does not.</summary>
    public static bool IsPoint(string text, int at)
    {
        var (before, after) = (Letters(text, at - 1, -1), Letters(text, at + 1, 1));
        return (before, after) is (1, 1 or 2) or (2, 1);
    }

    /// <summary>How many letters the word beside a point has, or 0 where it has more than two, or other characters.</summary>
    private static int Letters(string text, int at, int step)
    {
        var count = 0;
        for (; at >= 0 && at < text.Length && IsOfWord(text[at]); at += step)
            if (!char.IsLetter(text[at]) || ++count > 2) return 0;
        return count;
    }

    private static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter)
        || char.IsSurrogate(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.EnclosingMark;
}
