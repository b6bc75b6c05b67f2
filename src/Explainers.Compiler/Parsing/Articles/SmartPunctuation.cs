using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Explainers.Parsing.Articles;

/// <summary>A typographic mark, whatever the language prints for it.</summary>
internal enum TypographicMark
{
    /// <summary>Opens a quotation typed with <c>"</c>.</summary>
    OpenQuote,

    /// <summary>Closes a quotation typed with <c>"</c>.</summary>
    CloseQuote,

    /// <summary>Opens a quotation typed with <c>'</c>.</summary>
    OpenInnerQuote,

    /// <summary>Closes a quotation typed with <c>'</c>.</summary>
    CloseInnerQuote,

    /// <summary>Stands for letters or digits left out.</summary>
    Apostrophe,

    /// <summary>Feet or minutes.</summary>
    Prime,

    /// <summary>Inches or seconds.</summary>
    DoublePrime,

    /// <summary>Two hyphens.</summary>
    EnDash,

    /// <summary>Three hyphens.</summary>
    EmDash,

    /// <summary>Three full stops.</summary>
    Ellipsis,
}

/// <summary>Replaces typed characters with a typographic mark.</summary>
/// <param name="Start">The offset in the text.</param>
/// <param name="Length">How many characters were typed.</param>
/// <param name="Mark">What they stand for.</param>
internal readonly record struct PunctuationChange(int Start, int Length, TypographicMark Mark);

/// <summary>Decides which typographic marks typed quotation marks, apostrophes, hyphens and full stops stand for.</summary>
internal static class SmartPunctuation
{
    /// <summary>Words that begin with an apostrophe and with nothing else.</summary>
    private static readonly FrozenSet<string> Elisions =
        FrozenSet.ToFrozenSet(["tis", "twas", "twere", "twill", "twould", "til", "nuff", "neath", "n"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that begin with an apostrophe unless a quotation begins with them.</summary>
    private static readonly FrozenSet<string> PossibleElisions =
        FrozenSet.ToFrozenSet(["em", "cause", "bout", "round", "cos", "coz", "im", "er", "s", "ne", "nen", "nem", "ner"],
            StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Typed = SearchValues.Create("\"'-.");

    /// <summary>The changes to the text of one paragraph, in order. References and code count as words.</summary>
    public static ImmutableArray<PunctuationChange> Changes(string text)
    {
        if (!MayChange(text)) return [];
        var reading = new Reading(text);
        for (var at = 0; text.AsSpan(at).IndexOfAny(Typed) is >= 0 and var next;)
        {
            at += next;
            at += reading.Read(at);
        }
        return reading.Done();
    }

    /// <summary>Whether anything can change: most texts have only single hyphens and full stops.</summary>
    private static bool MayChange(ReadOnlySpan<char> text) =>
        text.ContainsAny('"', '\'') || text.IndexOf("--") >= 0 || text.IndexOf("...") >= 0;

    private sealed class Reading(string text)
    {
        private readonly ImmutableArray<PunctuationChange>.Builder _changes = ImmutableArray.CreateBuilder<PunctuationChange>();
        private readonly Stack<int> _open = new();
        private readonly int _lastInner = text.LastIndexOf('\'');
        private int _openQuotes;

        public ImmutableArray<PunctuationChange> Done()
        {
            while (_open.TryPop(out var opener)) Leave(opener);
            return _changes.DrainToImmutable();
        }

        /// <summary>Reads what begins here, and says how long it is.</summary>
        public int Read(int at)
        {
            switch (text[at])
            {
                case '"':
                    Quote(at);
                    return 1;
                case '\'':
                    return InnerQuote(at);
                case '-':
                    var hyphens = Run(at, '-');
                    if (hyphens == 2) Add(at, TypographicMark.EnDash, hyphens);
                    if (hyphens == 3) Add(at, TypographicMark.EmDash, hyphens);
                    return hyphens;
                case '.':
                    var stops = Run(at, '.');
                    if (stops >= 3) Add(at, TypographicMark.Ellipsis, 3);
                    return stops;
                default:
                    return 1;
            }
        }

        private void Quote(int at)
        {
            var (canOpen, canClose) = Sides(at);
            if (IsInches(at) || (_openQuotes == 0 && char.IsDigit(Before(at)) && !char.IsLetter(After(at))))
            {
                Add(at, TypographicMark.DoublePrime);
            }
            else if (canClose && _openQuotes > 0)
            {
                while (_changes[_open.Peek()].Mark != TypographicMark.OpenQuote) Leave(_open.Pop());
                _open.Pop();
                _openQuotes--;
                Add(at, TypographicMark.CloseQuote);
            }
            else if (canOpen)
            {
                _open.Push(_changes.Count);
                _openQuotes++;
                Add(at, TypographicMark.OpenQuote);
            }
            else if (canClose)
            {
                // The end of a quotation of several paragraphs.
                Add(at, TypographicMark.CloseQuote);
            }
        }

        private int InnerQuote(int at)
        {
            var (canOpen, canClose) = Sides(at);
            if (IsWord(Before(at)) && IsWord(After(at)))
            {
                Add(at, IsFeet(at) ? TypographicMark.Prime : TypographicMark.Apostrophe);
            }
            else if (canClose && _open.TryPeek(out var opener) && _changes[opener].Mark == TypographicMark.OpenInnerQuote)
            {
                _open.Pop();
                Add(at, TypographicMark.CloseInnerQuote);
            }
            else if (canOpen && IsElision(at))
            {
                Add(at, TypographicMark.Apostrophe);
                if (!IsAt(at + 1, "n'") && !IsAt(at + 1, "N'")) return 1;
                Add(at + 2, TypographicMark.Apostrophe);
                return 3;
            }
            else if (canOpen)
            {
                _open.Push(_changes.Count);
                Add(at, TypographicMark.OpenInnerQuote);
            }
            else if (canClose)
            {
                Add(at, char.IsDigit(Before(at)) ? TypographicMark.Prime : TypographicMark.Apostrophe);
            }
            return 1;
        }

        /// <summary>An inner quotation that nothing closes is an apostrophe; a quotation may go on in the next paragraph.</summary>
        private void Leave(int opener)
        {
            if (_changes[opener].Mark != TypographicMark.OpenInnerQuote) return;
            _changes[opener] = _changes[opener] with { Mark = TypographicMark.Apostrophe };
        }

        private void Add(int at, TypographicMark mark, int length = 1) => _changes.Add(new PunctuationChange(at, length, mark));

        /// <summary>Whether a quotation may begin or end here, as CommonMark decides for emphasis.</summary>
        private (bool CanOpen, bool CanClose) Sides(int at)
        {
            var (before, after) = (Before(at), After(at));
            var (isFree, endsFree) = (char.IsWhiteSpace(before), char.IsWhiteSpace(after));
            var (isOpened, isClosed) = (before is '(' or '[' or '{' or '«' or '“' or '‘' or '„' or '‚' or '¿' or '¡', IsClosing(after));
            var canOpen = !endsFree && (IsWord(after) || isFree || !IsWord(before)) && (!isClosed || isFree || isOpened);
            var canClose = !isFree && (IsWord(before) || endsFree || !IsWord(after)) && !isOpened;
            return (canOpen, canClose);
        }

        private static bool IsClosing(char letter) =>
            letter is ')' or ']' or '}' or ',' or ';' or ':' or '!' or '?' or '.' or '»' or '”' or '’' or '%';

        /// <summary>Letters and digits; the scripts that are written without spaces do not bind to a mark beside them.</summary>
        private static bool IsWord(char letter) => letter is ProseText.Reference or ProseText.Opaque
            || (char.IsLetterOrDigit(letter) && !IsIdeographic(letter))
            || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark
            || char.IsSurrogate(letter);

        private static bool IsIdeographic(char letter) =>
            letter is >= '\u2E80' and <= '\uA4CF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';

        private static bool IsInNumber(char letter) => char.IsDigit(letter) || letter is '½' or '¼' or '¾';

        private bool IsElision(int at)
        {
            var end = at + 1;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
            var word = text.AsSpan(at + 1, end - at - 1);
            var isQuoted = end < text.Length && text[end] == '\'' && !char.IsLetter(After(end));
            if (word is [var tens, var ones, .. "" or "s"] && char.IsAsciiDigit(tens) && char.IsAsciiDigit(ones)) return !isQuoted;
            if (word.Length > 6) return false;
            var typed = word.ToString();
            return (Elisions.Contains(typed) && (!isQuoted || word.Length == 1))
                || (PossibleElisions.Contains(typed) && _lastInner == at);
        }

        /// <summary>The first mark of <c>6'2"</c>.</summary>
        private bool IsFeet(int at)
        {
            if (!char.IsDigit(Before(at)) || !char.IsDigit(After(at))) return false;
            var end = at + 1;
            while (end < text.Length && end - at < 4 && IsInNumber(text[end])) end++;
            return end < text.Length && text[end] == '"';
        }

        /// <summary>The second mark of <c>6'2"</c> or <c>6' 2"</c>.</summary>
        private bool IsInches(int at)
        {
            var start = at - 1;
            while (start >= 0 && at - start < 4 && IsInNumber(text[start])) start--;
            if (start == at - 1) return false;
            if (start > 0 && text[start] is ' ' or '\u00A0') start--;
            return start > 0 && text[start] == '\'' && char.IsDigit(text[start - 1]);
        }

        private bool IsAt(int at, string words) => string.CompareOrdinal(text, at, words, 0, words.Length) == 0;

        private int Run(int at, char letter)
        {
            var end = at;
            while (end < text.Length && text[end] == letter) end++;
            return end - at;
        }

        private char Before(int at) => at == 0 ? ' ' : text[at - 1];

        private char After(int at) => at + 1 == text.Length ? ' ' : text[at + 1];
    }
}
