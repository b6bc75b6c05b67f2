using System.Collections.Immutable;
using Explainers.Parsing.Articles;

namespace Explainers.Checking.Prose;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>Letters, with apostrophes inside.</summary>
    Word,

    /// <summary>Digits, with the commas, points and spaces that group them.</summary>
    Number,

    /// <summary>One other character.</summary>
    Sign,
}

/// <summary>A word, number or sign of a text.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Start">Its offset in the text.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="IsSpaced">Whether white space, or the beginning of the text, stands before it.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, bool IsSpaced)
{
    /// <summary>The offset behind its last character.</summary>
    public int End => Start + Length;
}

/// <summary>A text cut into tokens.</summary>
internal sealed class TokenText
{
    private readonly ImmutableArray<Token> _tokens;

    /// <summary>Cuts a text.</summary>
    public TokenText(string text) => (Text, _tokens) = (text, Cut(text));

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>How many tokens it has.</summary>
    public int Count => _tokens.Length;

    /// <summary>A token; outside the text, an empty sign behind white space.</summary>
    public Token this[int index] =>
        index >= 0 && index < _tokens.Length ? _tokens[index] : new Token(TokenKind.Sign, index < 0 ? 0 : Text.Length, 0, true);

    /// <summary>The first token that ends behind an offset.</summary>
    public int After(int offset)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].End <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Span(int index) => Text.AsSpan(this[index].Start, this[index].Length);

    /// <summary>Whether a token is this word or sign, in letters of any case.</summary>
    public bool Is(int index, string word) => Span(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a token is one of some words, given in small letters.</summary>
    public bool IsIn(int index, System.Collections.Frozen.FrozenSet<string> words) =>
        this[index].Kind == TokenKind.Word && words.Contains(Lower(index));

    /// <summary>A token in small letters.</summary>
    public string Lower(int index) => Span(index).ToString().ToLowerInvariant();

    /// <summary>Whether a token is a number.</summary>
    public bool IsNumber(int index) => index >= 0 && index < Count && this[index].Kind == TokenKind.Number;

    /// <summary>Whether a token is a word with a capital letter, as names have: "Apollo", "iOS".</summary>
    public bool IsCapital(int index)
    {
        if (this[index].Kind != TokenKind.Word) return false;
        foreach (var letter in Span(index))
            if (char.IsUpper(letter)) return true;
        return false;
    }

    /// <summary>Whether a token begins a sentence.</summary>
    public bool BeginsSentence(int index)
    {
        var before = index - 1;
        while (before >= 0 && Span(before) is "“" or "\"" or "(" or "‘" or "*") before--;
        return before < 0 || (Span(before) is "." or "!" or "?" or ":" && this[index].IsSpaced) || Span(before) is [ProseText.Opaque];
    }

    private static ImmutableArray<Token> Cut(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(text.Length / 5);
        var spaced = true;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                (spaced, i) = (true, i + 1);
                continue;
            }
            var (kind, end) = char.IsAsciiDigit(text[i]) ? (TokenKind.Number, NumberEnd(text, i))
                : char.IsLetter(text[i]) ? (TokenKind.Word, WordEnd(text, i))
                : (TokenKind.Sign, i + 1);
            tokens.Add(new Token(kind, i, end - i, spaced));
            (spaced, i) = (false, end);
        }
        return tokens.DrainToImmutable();
    }

    private static int WordEnd(string text, int i)
    {
        while (i < text.Length
            && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark
            || (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1])))) i++;
        return i;
    }

    /// <summary>Digits; groups of three behind a comma or space belong to them, and so do decimals.</summary>
    private static int NumberEnd(string text, int start)
    {
        var i = Digits(text, start);
        if (i - start <= 3)
        {
            while (i < text.Length && text[i] is ',' or ' ' or '\u00A0' or '\u202F' && Digits(text, i + 1) == i + 4
                && (text[i] == ',' || !IsJoined(text, i + 4)))
                i += 4;
        }
        while (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1])) i = Digits(text, i + 1);
        return i;
    }

    private static bool IsJoined(string text, int end) => end < text.Length && (text[end] is '-' or '/' || char.IsLetter(text[end]));

    private static int Digits(string text, int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        return i;
    }
}
