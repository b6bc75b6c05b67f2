using System.Buffers;
using System.Collections.Immutable;

namespace Explainers.Parsing.Articles;

/// <summary>The English words for numbers.</summary>
internal static class NumberWords
{
    /// <summary>One to nineteen.</summary>
    public static readonly ImmutableArray<string> BelowTwenty =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen",
    ];

    /// <summary>Twenty to ninety.</summary>
    public static readonly ImmutableArray<string> Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>Every number in words has one of these parts.</summary>
    private static readonly SearchValues<string> Parts = SearchValues.Create(
        [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "teen", "twenty", "thirty",
            "forty", "fifty", "hundred", "dozen", "thousand", "million", "billion", "trillion",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a text can hold a figure, date or quotation: it has a digit, a quotation mark or part of a number in words.
    /// </summary>
    public static bool MayHoldFigure(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('0', '9') || text.ContainsAny('"', '“', '„') || text.IndexOfAny(Parts) >= 0;
}
