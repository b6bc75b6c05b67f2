using System.Buffers;
using System.Globalization;
using Explainers.Parsing.Articles;

namespace Explainers.Checking.Prose;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, with apostrophes inside.</summary>
    Word,

    /// <summary>Digits, with the commas, points and spaces that group them.</summary>
    Number,

    /// <summary>One other character.</summary>
    Sign,
}

/// <summary>A word, number or sign of a text.</summary>
/// <param name="Start">Its offset in the text.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="Kind">Which of the three.</param>
/// <param name="IsSpaced">Whether white space, or the beginning of the text, stands before it.</param>
internal readonly record struct Token(int Start, int Length, TokenKind Kind, bool IsSpaced)
{
    /// <summary>The offset behind its last character.</summary>
    public int End => Start + Length;
}

/// <summary>A text cut into tokens.</summary>
internal sealed class TokenText
{
    private readonly Token[] _tokens;

    /// <summary>Words and numbers as English has them, in a text of another language.</summary>
    private readonly string?[]? _english;

    /// <summary>Cuts a text that is English or read as it stands.</summary>
    public TokenText(string text)
        : this(text, ProseLanguage.English)
    {
    }

    /// <summary>Cuts a text.</summary>
    public TokenText(string text, ProseLanguage language)
    {
        (Text, Language, _tokens) = (text, language, Cut(text, language.IsEnglish));
        if (!language.IsEnglish) _english = Array.ConvertAll(_tokens, token => English(text.AsSpan(token.Start, token.Length), token.Kind));
    }

    /// <summary>What language it is in.</summary>
    public ProseLanguage Language { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>How many tokens it has.</summary>
    public int Count => _tokens.Length;

    /// <summary>A token; outside the text, an empty sign behind white space.</summary>
    public Token this[int index] =>
        (uint)index < (uint)_tokens.Length ? _tokens[index] : new Token(index < 0 ? 0 : Text.Length, 0, TokenKind.Sign, true);

    /// <summary>The first token that ends behind an offset.</summary>
    public int After(int offset)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].End <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Span(int index)
    {
        if (_english is not null && (uint)index < (uint)_english.Length && _english[index] is { } english) return english;
        var token = this[index];
        return Text.AsSpan(token.Start, token.Length);
    }

    /// <summary>Whether a word ends in the sign of an owner: "Harwick's".</summary>
    public bool IsGenitive(int index) => Span(index) is [_, .., '\'' or '’', 's'];

    /// <summary>A word without the sign of an owner.</summary>
    public ReadOnlySpan<char> Bare(int index) => IsGenitive(index) ? Span(index)[..^2] : Span(index);

    private string? English(ReadOnlySpan<char> typed, TokenKind kind) => kind switch
    {
        TokenKind.Word => Language.Word(typed),
        TokenKind.Number => ProseLanguage.Number(typed),
        _ => null,
    };

    /// <summary>The sign that a token is, or the null character.</summary>
    public char Sign(int index) =>
        (uint)index < (uint)_tokens.Length && _tokens[index].Kind == TokenKind.Sign ? Text[_tokens[index].Start] : '\0';

    /// <summary>Whether a token is this sign.</summary>
    public bool Is(int index, char sign) => Sign(index) == sign;

    /// <summary>Whether a token is this word, in letters of any case.</summary>
    public bool Is(int index, string word)
    {
        var typed = Span(index);
        return typed.Length == word.Length && typed.Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a token is one of some words.</summary>
    public bool IsIn<T>(int index, WordTable<T> words) => this[index].Kind == TokenKind.Word && words.Has(Span(index));

    /// <summary>Whether a token in small letters is this word.</summary>
    public bool IsLower(int index, string word)
    {
        var typed = Span(index);
        if (typed.Length != word.Length) return false;
        for (var i = 0; i < typed.Length; i++)
            if (typed[i] != word[i] && char.ToLowerInvariant(typed[i]) != word[i]) return false;
        return true;
    }

    /// <summary>Whether a token in small letters is one of two words.</summary>
    public bool IsLower(int index, string one, string other) => IsLower(index, one) || IsLower(index, other);

    /// <summary>A token in small letters.</summary>
    public string Lower(int index) => Span(index).ToString().ToLowerInvariant();

    /// <summary>Whether a token is a number.</summary>
    public bool IsNumber(int index) => (uint)index < (uint)_tokens.Length && _tokens[index].Kind == TokenKind.Number;

    /// <summary>Whether a token is a word with a capital letter, as names have: "Apollo", "iOS".</summary>
    public bool IsCapital(int index)
    {
        var token = this[index];
        if (token.Kind != TokenKind.Word) return false;
        foreach (var letter in Text.AsSpan(token.Start, token.Length))
            if (char.IsUpper(letter)) return true;
        return false;
    }

    /// <summary>Whether a token looks like a name; where all nouns have capital letters, none does.</summary>
    public bool IsName(int index) => Language.IsEnglish && IsCapital(index);

    /// <summary>Whether some word but the first has a capital letter.</summary>
    public bool HasNames
    {
        get
        {
            for (var i = 1; i < Count; i++)
                if (IsCapital(i)) return true;
            return Count == 1 && IsCapital(0);
        }
    }

    /// <summary>Whether a token begins a sentence.</summary>
    public bool BeginsSentence(int index)
    {
        var before = index - 1;
        while (before >= 0 && Sign(before) is '“' or '"' or '(' or '‘' or '*') before--;
        return before < 0 || (Sign(before) is '.' or '!' or '?' or ':' && this[index].IsSpaced) || Is(before, ProseText.Opaque);
    }

    /// <summary>The tokens, gathered in borrowed memory that is large enough for a text of signs.</summary>
    private static Token[] Cut(string text, bool isEnglish)
    {
        var tokens = ArrayPool<Token>.Shared.Rent(text.Length);
        try
        {
            return tokens.AsSpan(0, Cut(text, tokens, isEnglish)).ToArray();
        }
        finally
        {
            ArrayPool<Token>.Shared.Return(tokens);
        }
    }

    private static int Cut(string text, Token[] tokens, bool isEnglish)
    {
        var (count, spaced) = (0, true);
        for (var i = 0; i < text.Length;)
        {
            var letter = text[i];
            if (char.IsWhiteSpace(letter))
            {
                (spaced, i) = (true, i + 1);
                continue;
            }
            var (kind, end) = char.IsAsciiDigit(letter) ? (TokenKind.Number, isEnglish ? NumberEnd(text, i) : NumberEnd(text, i, '.', ','))
                : char.IsLetter(letter) ? (TokenKind.Word, WordEnd(text, i))
                : (TokenKind.Sign, i + 1);
            tokens[count++] = new Token(i, end - i, kind, spaced);
            (spaced, i) = (false, end);
        }
        return count;
    }

    private static int WordEnd(string text, int i)
    {
        for (; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsAsciiLetter(letter)) continue;
            if (letter is ' ' or ',' or '.') return i;
            if (!char.IsLetter(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
                && !(letter is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]))) return i;
        }
        return i;
    }

    /// <summary>Digits; groups of three behind a comma or space belong to them, and so do decimals.</summary>
    private static int NumberEnd(string text, int start, char group = ',', char point = '.')
    {
        var i = Digits(text, start);
        if (i - start <= 3)
        {
            while (i < text.Length && (text[i] == group || text[i] is ' ' or '\u00A0' or '\u202F') && Digits(text, i + 1) == i + 4
                && (text[i] == group || !IsJoined(text, i + 4)))
                i += 4;
        }
        while (i + 1 < text.Length && text[i] == point && char.IsAsciiDigit(text[i + 1])) i = Digits(text, i + 1);
        return i;
    }

    private static bool IsJoined(string text, int end) => end < text.Length && (text[end] is '-' or '/' || char.IsLetter(text[end]));

    private static int Digits(string text, int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        return i;
    }
}
