using Explainers.Parsing.Text;

namespace Explainers.Facts.Literals;

/// <summary>Reads what begins with a zero and is no number: postcodes, telephone numbers, "007". It stays as it is typed.</summary>
internal static class CodeReader
{
    private static readonly string[] Between = [" to ", " and ", ", ", "–"];

    /// <summary>Reads a literal of digits that begins with a zero, alone or in groups, or of several such.</summary>
    public static LiteralReading Read(string text, string? type)
    {
        var isCode = type is null && text.Split(Between, StringSplitOptions.None).All(IsCode);
        return isCode && DateSuggestions.Of(text).IsEmpty ? LiteralReading.Of(new TextValue(text)) : LiteralReading.NotMine;
    }

    private static bool IsCode(string text) =>
        BeginsWithZero(text)
        && text[0] != '-'
        && text.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '-' or '/' or '(' or ')');

    /// <summary>Whether digits have a zero in front that a number does not have.</summary>
    public static bool BeginsWithZero(ReadOnlySpan<char> digits) => digits.TrimStart('-') is ['0', >= '0' and <= '9', ..];
}
