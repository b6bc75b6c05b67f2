using System.Collections.Frozen;

namespace Explainers.Facts.Formatting;

/// <summary>Which languages are written from right to left; the only place that knows.</summary>
internal static class WritingDirection
{
    private const string StartOfIsolate = "\u2068", EndOfIsolate = "\u2069";

    private static readonly FrozenSet<string> Languages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ar", "arc", "arz", "azb", "bal", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "lrc", "mzn", "nqo", "pnb", "prs",
            "ps", "sd", "sdh", "skr", "syr",
        "ug", "ur", "yi");

    private static readonly FrozenSet<string> Scripts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa");

    /// <summary>
    /// Whether a language is written from right to left: its script says so where its code names one, or else the language.
    /// </summary>
    /// <param name="language">A code such as <c>he</c>, <c>fa-IR</c> or <c>az-Arab</c>.</param>
    public static bool IsRightToLeft(string language)
    {
        var parts = language.Split('-', '_');
        return parts.Skip(1).FirstOrDefault(part => part.Length == 4 && char.IsAsciiLetter(part[0])) is { } script
            ? Scripts.Contains(script)
            : Languages.Contains(parts[0]);
    }

    /// <summary>A text that is kept together, whatever is written around it, with the two characters that Unicode has for that.</summary>
    public static string Isolated(string text) => $"{StartOfIsolate}{text}{EndOfIsolate}";
}
