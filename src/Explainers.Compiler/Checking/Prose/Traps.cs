namespace Explainers.Checking.Prose;

/// <summary>
/// Tells the numbers that only name something: "Article 5", "F-22", "Apollo 11", "version 2.4.1", "+1 202-555-0143", "10 Downing Street".
/// </summary>
internal sealed class Traps(TokenText text)
{
    /// <summary>Whether numbers of three digits can be those of airliners.</summary>
    private readonly bool _hasAirliners = text.Text.Contains("Boeing", StringComparison.Ordinal);

    private int _lastNamed = -2;

    /// <summary>Whether the text may have addresses, hashtags or names of files other than those that begin with "www".</summary>
    public bool MayHoldAddress { get; } = text.Text.AsSpan().ContainsAny("_@\\#/");

    /// <summary>The token behind an address, hashtag or file name that begins here, or 0.</summary>
    public int Address(int i)
    {
        if (i > 0 && !text[i].IsSpaced && text[i].Kind != TokenKind.Sign) return 0;
        if (text.Is(i, "www")) return Run(i);
        if (!MayHoldAddress) return 0;
        var end = Run(i);
        for (var at = i; at < end; at++)
        {
            var sign = text.Sign(at);
            if (sign is '_' or '@' or '\\' || (sign == '#' && end > at + 1) || (sign == '/' && text.Is(at + 1, '/'))) return end;
        }
        return 0;
    }

    /// <summary>The token behind a telephone number in groups, such as "0800 555 0199" or "+44 20 7946 0958", or 0.</summary>
    public int Telephone(int i)
    {
        var isCode = (text.Span(i) is ['0', _, _, ..] && !text.Span(i).Contains('.')) || (text.Is(i - 1, '+') && !text[i].IsSpaced);
        if (!isCode) return 0;
        var end = Run(i);
        while (text.IsNumber(end) || (text.Is(end, '(') && text.IsNumber(end + 1))) end = Run(end);
        return end;
    }

    /// <summary>The token behind everything that follows without white space; brackets and marks of a sentence do not join.</summary>
    public int Run(int i)
    {
        var end = i + 1;
        while (end < text.Count && !text[end].IsSpaced
            && text.Sign(end) is not (',' or ';' or '—' or '“' or '”' or '"' or ')' or ']' or '*'))
            end++;
        return end;
    }

    /// <summary>The token behind a manner of speaking that begins here, such as "nine times out of ten", or 0.</summary>
    public int Manner(int i)
    {
        if (!FigureWords.Manners.TryGet(text.Span(i), out var phrases)) return 0;
        foreach (var phrase in phrases)
        {
            var length = 1;
            while (length < phrase.Length && text.Is(i + length, phrase[length])) length++;
            if (length == phrase.Length) return i + length;
        }
        return 0;
    }

    /// <summary>Whether a calibre and what is named by it follow a number: "155mm rounds".</summary>
    public bool IsCalibre(int next) => text.Span(next) is "mm" && !text[next].IsSpaced && text.IsIn(next + 1, FigureWords.ByCalibre);

    /// <summary>Whether a number in digits is only part of a name.</summary>
    /// <param name="i">Its token.</param>
    /// <param name="next">The token behind it.</param>
    /// <param name="isMeasured">Whether a unit, a currency or the like follows, or its digits are grouped.</param>
    public bool Catches(int i, int next, bool isMeasured)
    {
        if (IsJoinedBefore(i) || IsJoinedBehind(i, next)) return true;
        if (isMeasured) return false;
        if (!IsNamed(i) && !Names(i, next) && !IsStreet(next) && !IsTelephone(i) && !Continues(i) && !Completes(i, next)) return false;
        _lastNamed = i;
        return true;
    }

    /// <summary>Whether a full stop makes a German ordinal of a number: "63. Geburtstag", but not "… auf 63. Die …".</summary>
    public bool IsOrdinal(int next) => !text.Language.IsEnglish && text.Is(next, '.') && !text[next].IsSpaced
        && text[next + 1].Kind == TokenKind.Word && !text.IsIn(next + 1, Vocabulary.Functions) && !text.IsIn(next + 1, Vocabulary.Starters);

    /// <summary>Whether a number behind a word only tells one thing of its kind from the others.</summary>
    public bool IsLabel(int i) => text.IsIn(i, Vocabulary.Labels) || text.IsIn(i, FigureWords.Roads);

    /// <summary>Whether the words before a number make it the name of something.</summary>
    public bool IsNamed(int i)
    {
        var before = i - 1;
        if (before < 0) return false;
        if (text.Is(before, '.') && !text[before].IsSpaced && text[before - 1].Kind == TokenKind.Word)
            return IsLabel(before - 1);
        if (text[before].Kind != TokenKind.Word || !text[i].IsSpaced) return false;
        if (text.Is(before, "of") && text.IsName(before - 1) && text.IsIn(before - 1, Vocabulary.Bodies)) return true;
        if (text.IsLower(before, "no")) return text.IsName(before);
        if (IsLabel(before)) return true;
        if (text[before].Length > 1 && IsUpper(text.Span(before))) return true;
        return text.IsName(before) && !text.IsIn(before, Vocabulary.Starters) && !text.IsIn(before, Vocabulary.Functions)
            && !text.IsIn(before, Vocabulary.Weekdays) && Vocabulary.Month(text.Span(before)) == 0 && !IsGenitive(text.Span(before))
            && !(text.IsLower(before, "day", "eve") && DateFinder.IsYear(text, i));
    }

    /// <summary>"the 787 Dreamliner", "21 Lutetia", "(25143) Itokawa", "Standard and Poor's 500": a name, which counts nothing.</summary>
    private bool Names(int i, int next)
    {
        if (text.Is(i - 1, "Poor's") || text.Is(i - 1, "Poor’s")) return true;
        if (text.Span(i) is ['7', _, '7'] && IsAirliner(i, next)) return true;
        if (DateFinder.IsYear(text, i) && text.IsNumber(next) && IsRace(next + 1)) return true;
        if (text.Is(i - 1, '(') && text.Is(next, ')'))
            return text[i].Length > 3 && !DateFinder.IsYear(text, i)
                && (text.IsNumber(next + 1) || (text.IsName(next + 1) && text[next + 1].IsSpaced));
        if (text[i].Length < 2 || text.Span(i).ContainsAny(',', '.') || !text.IsName(next) || !text[next].IsSpaced) return false;
        var isYear = DateFinder.IsYear(text, i);
        if (isYear ? text.IsIn(i - 1, Vocabulary.BeforeYears) && !text.Is(i - 1, "the") : text[i].Length > 3) return false;
        var name = text.Span(next);
        var isPeople = name is [.., 's'] or [.., 's', 'e'] or [.., 's', 'h'] or [.., 'c', 'h'] or [.., 'a', 'n'] or [.., 'i'];
        var behind = text[next + 1];
        var isCount = behind.Kind == TokenKind.Word && behind.IsSpaced && !text.IsIn(next + 1, Vocabulary.Functions)
            && !(isYear && text.IsName(next + 1));
        return !isPeople && !isCount && Vocabulary.Month(name) == 0 && !text.IsIn(next, FigureWords.Zones)
            && !text.IsIn(next, Vocabulary.Starters)
            && !text.IsIn(next, Vocabulary.Weekdays) && !Facts.Currencies.IsKnown(name);
    }

    /// <summary>"the 2014 Japanese Grand Prix": the year of what comes again and again is a part of its name.</summary>
    public bool IsEdition(int i, int next)
    {
        if (!DateFinder.IsYear(text, i) || !text.IsName(next) || !text[next].IsSpaced || !text[i].IsSpaced) return false;
        // "the 2004 tsunami", "the major 2004 tsunami".
        var isOwned = IsOwner(i - 1) || (IsOwner(i - 2) && QuantityFinder.IsNoun(text, i - 1) && !text.IsIn(i - 1, Vocabulary.BeforeYears));
        if (!isOwned) return false;
        var second = text.IsIn(next + 1, Particles) ? next + 2 : next + 1;
        return text.IsName(second) && text[next + 1].Kind == TokenKind.Word && !Facts.Currencies.IsKnown(text.Span(next));
    }

    private bool IsOwner(int i) =>
        text.IsIn(i, Vocabulary.Owners) || text.IsLower(i, "the", "this") || text.IsGenitive(i);

    private static readonly WordTable<bool> Particles = Vocabulary.Set("of de del di da do du la le el al");

    /// <summary>"24 Hours of Le Mans": what begins with a capital letter measures nothing.</summary>
    public bool IsRace(int next) => text.Span(next) is "Hours" or "Days" or "Miles" or "Minutes" or "Nights"
        && text.Is(next + 1, "of") && text.IsName(next + 2);

    /// <summary>"a 3-point shot", "two three-pointers": what a throw is worth.</summary>
    public bool IsThrow(int next)
    {
        var at = text.Is(next, '-') && !text[next].IsSpaced ? next + 1 : next;
        return text.IsLower(at, "pointer", "pointers") || (text.Is(at, "point") && text.IsIn(at + 1, Throws));
    }

    private static readonly WordTable<bool> Throws = Vocabulary.Set(
        "shot shots line basket baskets range arc play plays attempt attempts shooter shooters shooting conversion turn turns");

    private bool IsAirliner(int i, int next) =>
        text.IsIn(next, FigureWords.Aircraft)
            || _hasAirliners || (!QuantityFinder.IsNoun(text, next) && text.Is(i - 1, "the"));

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (!char.IsUpper(letter)) return false;
        return true;
    }

    private static bool IsGenitive(ReadOnlySpan<char> word) => word is [.., '\'' or '’', 's' or 'S'];

    /// <summary>"{{ ratio }} to 1": a number that only completes a reference.</summary>
    private bool Completes(int i, int next) =>
        text[i].Length <= 2 && text.IsLower(i - 1, "to", "of") && text.Is(i - 2, Parsing.Articles.ProseText.Reference)
            && !QuantityFinder.IsNoun(text, next);

    /// <summary>"footnotes 8 and 9": the second is named by the word before the first.</summary>
    private bool Continues(int i) =>
        i - 2 == _lastNamed
            && (text.Sign(i - 1) is ',' or '–' || text.IsLower(i - 1, "and", "or") || text.IsLower(i - 1, "to"));

    private bool IsJoinedBefore(int i)
    {
        if (i == 0 || text[i].IsSpaced) return false;
        if (text[i - 1].Kind == TokenKind.Word) return !(text.Is(i - 1, "FY") && IsPrefixedYear(i, i - 1));
        return text.Sign(i - 1) switch
        {
            '-' or '−' => i > 1 && !text[i - 1].IsSpaced && text[i - 2].Kind == TokenKind.Word && !IsPrefixedYear(i, i - 2),
            '/' or '_' or '.' or '#' or '@' or '&' or '+' or '=' or ':' or '§' or '\'' or '’' => true,
            _ => false,
        };
    }

    /// <summary>"mid-2005", "FY2023".</summary>
    private bool IsPrefixedYear(int i, int before) => DateFinder.IsYear(text, i) && text.IsIn(before, FigureWords.YearPrefixes);

    private bool IsJoinedBehind(int i, int next)
    {
        var behind = text[next];
        if (behind.IsSpaced || next >= text.Count) return false;
        if (behind.Kind == TokenKind.Word) return !QuantityFinder.IsUnitWord(text, next);
        return text.Sign(next) switch
        {
            '(' or '_' or '@' => true,
            '/' => text[next + 1].IsSpaced is false,
            '.' => text[next + 1] is { IsSpaced: false, Kind: TokenKind.Word },
            '-' or '–' => IsHyphenated(i, next),
            _ => false,
        };
    }

    /// <summary>"7-Eleven", "50-50", "555-0199" and "978-3-16-148410-0", but neither "12-point" nor "37-2" nor "1914-18".</summary>
    private bool IsHyphenated(int i, int next)
    {
        if (text[next + 1].IsSpaced) return false;
        if (text[next + 1].Kind == TokenKind.Word) return text.IsName(next + 1);
        if (!text.IsNumber(next + 1)) return false;
        var isLonger = text.Is(next + 2, '-') && !text[next + 2].IsSpaced && text.IsNumber(next + 3) && !text[next + 3].IsSpaced;
        var isYears = DateFinder.IsYear(text, i);
        return isLonger || (text.Span(i).SequenceEqual(text.Span(next + 1)) && (text.Is(next, '-') || text[i].Length > 1))
            || (!isYears && text[next + 1].Length >= 4 && !text.Span(next + 1).Contains(','));
    }

    private bool IsStreet(int next)
    {
        if (!text.IsName(next) || !text[next].IsSpaced) return false;
        for (var at = next + 1; at <= next + 3 && text[at].Kind == TokenKind.Word; at++)
            if (text.IsName(at) && text.IsIn(at, Vocabulary.Streets)) return true;
        return false;
    }

    private bool IsTelephone(int i) => text[i].Length == 3 && text.IsIn(i - 1, Vocabulary.Dialling) && !QuantityFinder.IsNoun(text, i + 1);
}
