using System.Globalization;
using System.Text;
using Explainers.Parsing.Text;

namespace Explainers.Outputs.Search;

/// <summary>Takes texts apart into the words that search compares, folded; the search module does the same with queries.</summary>
/// <param name="take">Takes each word.</param>
internal sealed class WordReader(WordReader.Take take)
{
    /// <summary>How many characters a word has at most.</summary>
    public const int MostCharacters = LongestWord + 2;

    private const int LongestWord = 40;
    private const int LongestEntity = 12;
    private readonly char[] _word = new char[MostCharacters];
    private int _length;
    private bool _isInTag;
    private char _quote;

    /// <summary>Takes a word, which is only valid during the call.</summary>
    public delegate void Take(ReadOnlySpan<char> word);

    /// <summary>Reads plain text.</summary>
    public void Text(string text)
    {
        for (var i = 0; i < text.Length; i++) i += Next(text, i);
        End();
    }

    /// <summary>Reads a piece of HTML; a tag may begin in one piece and end in a later one.</summary>
    public void Html(string html)
    {
        for (var i = 0; i < html.Length; i++)
        {
            var letter = html[i];
            if (_isInTag) Tag(letter);
            else if (letter == '<')
            {
                End();
                _isInTag = true;
            }
            else if (letter == '&' && html.AsSpan(i, Math.Min(LongestEntity, html.Length - i)).IndexOf(';') is > 0 and var length)
            {
                End();
                i += length;
            }
            else i += Next(html, i);
        }
        if (!_isInTag) End();
    }

    private void Tag(char letter)
    {
        if (_quote != '\0') _quote = letter == _quote ? '\0' : _quote;
        else if (letter is '"' or '\'') _quote = letter;
        else if (letter == '>') _isInTag = false;
    }

    /// <summary>Reads the character at an index, and says how many characters after it belong to it.</summary>
    private int Next(string text, int at)
    {
        var letter = text[at];
        if (char.IsAsciiLetterOrDigit(letter) || IsOfWord(letter)) Add(letter);
        else if (letter is '\'' or '’' && _length > 0) return Apostrophe(text, at);
        else if (letter is '.' or ',' && _length > 0 && char.IsDigit(_word[_length - 1]) && at + 1 < text.Length
            && char.IsDigit(text[at + 1]))
        {
            // 7.2 is one word, and so is 1,000, which loses its comma.
            if (letter == '.') Add(letter);
        }
        else if (letter == '.' && _length > 0 && Abbreviations.IsPoint(text, at))
        {
            // U.S. is the word US.
        }
        else if (IsIdeograph(letter))
        {
            End();
            Add(letter);
            End();
        }
        else if (char.IsHighSurrogate(letter) && at + 1 < text.Length && Rune.TryCreate(letter, text[at + 1], out var rune)
            && Rune.IsLetterOrDigit(rune))
        {
            if (_length < LongestWord) (_word[_length], _word[_length + 1], _length) = (letter, text[at + 1], _length + 2);
            return 1;
        }
        else End();
        return 0;
    }

    /// <summary>An apostrophe joins what it parts, but for the "'s" of an owner, which is left out.</summary>
    private int Apostrophe(string text, int at)
    {
        if (at + 1 == text.Length || !char.IsLetter(text[at + 1]))
        {
            End();
            return 0;
        }
        if (text[at + 1] is not ('s' or 'S') || (at + 2 < text.Length && char.IsLetterOrDigit(text[at + 2]))) return 0;
        End();
        return 1;
    }

    private void Add(char letter)
    {
        if (_length < LongestWord) _length += Folding.Fold(letter, _word.AsSpan(_length));
    }

    /// <summary>Single letters say nothing; single digits and ideographs do.</summary>
    private void End()
    {
        if (_length > 1 || (_length == 1 && (char.IsDigit(_word[0]) || IsIdeograph(_word[0])))) take(_word.AsSpan(0, _length));
        _length = 0;
    }

    private static bool IsOfWord(char letter) => letter >= '\u0080' && !IsIdeograph(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark;

    /// <summary>Whether a character is a word of its own: Chinese and Japanese are written without spaces.</summary>
    private static bool IsIdeograph(char letter) =>
        letter is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
