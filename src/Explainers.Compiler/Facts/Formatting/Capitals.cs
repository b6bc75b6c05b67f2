namespace Explainers.Facts.Formatting;

/// <summary>Capital letters at the start of sentences.</summary>
internal static class Capitals
{
    /// <summary>
    /// A text with a capital letter in front, where it begins with a word in small letters. Names such as "iPhone" and addresses stay as
    /// they are, and so does what has no capital letters.
    /// </summary>
    public static string First(string text, string language)
    {
        if (text.Length == 0 || !char.IsLower(text[0])) return text;
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        var word = text.AsSpan(0, end).TrimEnd(",;:.!?");
        foreach (var letter in word)
            if (!char.IsLower(letter) && letter is not ('-' or '\'' or '’')) return text;
        if (word.StartsWith("ij") && IsIn(language, "nl")) return $"IJ{text[2..]}";
        var first = text[0] == 'i' && (IsIn(language, "tr") || IsIn(language, "az")) ? 'İ' : char.ToUpperInvariant(text[0]);
        return $"{first}{text[1..]}";
    }

    private static bool IsIn(string code, string language) =>
        code.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (code.Length == language.Length || code[language.Length] == '-');
}
