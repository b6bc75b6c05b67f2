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

    /// <summary>Marks that open a quotation.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“„‘‚«‹");

    /// <summary>Every number in words has one of these parts.</summary>
    private static readonly SearchValues<string> Parts = SearchValues.Create(
        [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "teen", "twenty", "thirty",
            "forty", "fifty", "hundred", "dozen", "thousand", "million", "billion", "trillion", "half", "halv", "third", "fourth", "fifth",
            "quarter", "twice", "doubl", "tripl", "trebl", "quadrupl", "fold", "scores", " '", "('",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The same for German, in plain letters: these are found many times faster than others.</summary>
    private static readonly SearchValues<string> GermanParts = SearchValues.Create(
        [
            "zwei", "drei", "vier", "sechs", "sieben", "acht", "neun", "zehn", " elf ", "zig", "hundert", "dutzend", "tausend", "millia",
            "dritt", "doppel", "dreifach", "halbier",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Those with other letters.</summary>
    private static readonly SearchValues<string> UmlautParts =
        SearchValues.Create(["fünf", "zwölf", "ßig", "hälfte"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The letters that tell them from all other text.</summary>
    private static readonly SearchValues<char> Umlauts = SearchValues.Create("äöüßÄÖÜẞ");

    /// <summary>
    /// Whether a text can hold a figure, date or quotation: it has a digit, a mark that opens a quotation, or part of a number in words.
    /// </summary>
    public static bool MayHoldFigure(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('0', '9') || text.ContainsAny(Marks) || text is ['\'', ..] || text.IndexOfAny(Parts) >= 0
            || text.IndexOfAny(GermanParts) >= 0 || (text.ContainsAny(Umlauts) && text.IndexOfAny(UmlautParts) >= 0);

    /// <summary>Whether a text can hold the name of somebody: a word that has a capital letter without beginning a sentence.</summary>
    public static bool MayHoldName(ReadOnlySpan<char> text)
    {
        for (var at = 0; text[at..].IndexOfAnyInRange('A', 'Z') is >= 0 and var found; at++)
        {
            at += found;
            var isInside = at > 0 && text[at - 1] == ' ' && (at < 2 || text[at - 2] is not ('.' or '!' or '?'));
            if (!isInside || at + ShortestName > text.Length) continue;
            if (!text.Slice(at + 1, ShortestName - 1).ContainsAnyExceptInRange('a', 'z')) return true;
        }
        return false;
    }

    /// <summary>How many letters a word of a name has at least that can be misspelt.</summary>
    private const int ShortestName = 4;
}
