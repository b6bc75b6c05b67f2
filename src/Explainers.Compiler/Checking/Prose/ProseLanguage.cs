using System.Collections.Frozen;

namespace Explainers.Checking.Prose;

/// <summary>
/// A language that the guard reads. The rules are written for English words; a word of another language is read as the English one that
/// does its work, and a number as it is written in English.
/// </summary>
internal sealed class ProseLanguage
{
    private const int UsualLength = 64;

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _words;

    private ProseLanguage(FrozenDictionary<string, string> words, bool isEnglish) =>
        (_words, IsEnglish) = (words.GetAlternateLookup<ReadOnlySpan<char>>(), isEnglish);

    /// <summary>English, and any language that the guard does not know.</summary>
    public static readonly ProseLanguage English = new(FrozenDictionary<string, string>.Empty, true);

    private static readonly ProseLanguage German = new(GermanWords.All, false);

    /// <summary>The language of a code such as "de-AT".</summary>
    public static ProseLanguage Of(string code) =>
        code.StartsWith("de", StringComparison.OrdinalIgnoreCase) && (code.Length == 2 || code[2] == '-') ? German : English;

    /// <summary>Whether words stand for themselves, commas group digits, and only names have capital letters.</summary>
    public bool IsEnglish { get; }

    /// <summary>The English word that does the work of another, or null.</summary>
    public string? Word(ReadOnlySpan<char> word)
    {
        Span<char> lower = word.Length <= UsualLength ? stackalloc char[UsualLength] : new char[word.Length];
        WordTable<string>.ToLower(word, lower);
        return _words.TryGetValue(lower[..word.Length], out var english) ? english : null;
    }

    /// <summary>A number as English writes it: 2,8 is 2.8, and 3.000 is 3,000.</summary>
    public static string? Number(ReadOnlySpan<char> number) => !number.ContainsAny(',', '.')
        ? null
        : string.Create(number.Length, number, (english, typed) =>
        {
            for (var i = 0; i < typed.Length; i++)
                english[i] = typed[i] switch { ',' => '.', '.' => ',', var sign => sign };
        });
}
