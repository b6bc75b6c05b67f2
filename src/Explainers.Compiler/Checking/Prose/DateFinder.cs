using Explainers.Facts;
using Explainers.Parsing.Text;

namespace Explainers.Checking.Prose;

/// <summary>
/// Finds dates: "30 March 1867", "March 30, 1867", "the 30th of March", "March 1867", "1867-03-30", "the 1990s"; single years are numbers
/// first.
/// </summary>
internal sealed class DateFinder(TokenText text)
{
    /// <summary>The date that begins at a token, or null.</summary>
    public (TypedFigure Figure, int Next)? At(int i)
    {
        if (text.IsNumber(i)) return DayFirst(i) ?? Iso(i) ?? Slashes(i) ?? Decade(i) ?? Years(i) ?? Clipped(i);
        if (text[i].Kind != TokenKind.Word) return null;
        if (Vocabulary.Month(text.Span(i)) is > 0 and var month) return MonthFirst(i, month);
        return text.IsIn(i, Vocabulary.Seasons) ? Season(i) : text.Is(i, "FY") ? Fiscal(i) : null;
    }

    /// <summary>"in winter 2023", "the summer of 1995", "winter 2023/24".</summary>
    private (TypedFigure, int)? Season(int i)
    {
        var at = text.Is(i + 1, "of") ? i + 2 : i + 1;
        if (!IsYear(text, at)) return null;
        var (year, next) = Years(at) ?? (Figure(at, at, new PartialDate(Year(at), 0, 0)), at + 1);
        return (year with { Start = text[i].Start }, next);
    }

    /// <summary>"FY23", "FY 2023", "FY 2023/24", "FY2023-24".</summary>
    private (TypedFigure, int)? Fiscal(int i)
    {
        var at = text.Is(i + 1, '-') && !text[i + 1].IsSpaced ? i + 2 : i + 1;
        if (!IsYear(text, at) && !(text.IsNumber(at) && text[at].Length == 2)) return null;
        if (Years(at) is var (years, behind)) return (years with { Start = text[i].Start }, behind);
        var isShort = text[at].Length == 2;
        var last = text.Sign(at + 1) is '/' or '-' or '–' && !text[at + 1].IsSpaced && text.IsNumber(at + 2) && text[at + 2].Length == 2
            ? at + 2
            : at;
        return (Figure(i, last, isShort || last > at ? null : new PartialDate(Year(at), 0, 0)), last + 1);
    }

    /// <summary>Whether a token is a year of four digits.</summary>
    public static bool IsYear(TokenText text, int i) =>
        text.IsNumber(i) && text[i].Length == 4 && text.Span(i) is [>= '1' and <= '2', var century, >= '0' and <= '9', >= '0' and <= '9']
            && char.IsAsciiDigit(century) && (text.Span(i)[0] == '1' || century <= '1');

    private (TypedFigure, int)? DayFirst(int i)
    {
        var day = Day(i);
        if (day == 0) return null;
        var at = Ordinal(i) || (!text.Language.IsEnglish && text.Is(i + 1, '.')) ? i + 2 : i + 1;
        if (text.Sign(at) is '–' or '-' && Day(at + 1) > 0) at += 2;
        if (text.Is(at, "of")) at++;
        var month = text[at].Kind == TokenKind.Word ? Vocabulary.Month(text.Span(at)) : 0;
        if (month == 0) return null;
        return Done(i, at, month, Day(at - 1) > 0 ? Day(at - 1) : day);
    }

    private (TypedFigure, int)? MonthFirst(int i, int month)
    {
        var at = text.Is(i + 1, '.') && !text[i + 1].IsSpaced ? i + 2 : i + 1;
        if (Day(at) is > 0 and var day && !IsClock(at))
        {
            var last = Ordinal(at) ? at + 1 : at;
            if (text[last + 1] is { Kind: TokenKind.Word, IsSpaced: false }) return null;
            if (text.Sign(last + 1) is '–' or '-' && Day(last + 2) > 0) last += 2;
            else if (text.IsLower(last + 1, "or", "and") && Day(last + 2) > 0 && text[last + 3].Kind == TokenKind.Sign) last += 2;
            return Done(i, last, month, day);
        }
        var year = text.Is(at, "of") || text.Is(at, ',') ? at + 1 : at;
        return IsYear(text, year) ? (Figure(i, year, new PartialDate(Year(year), month, 0)), year + 1) : null;
    }

    /// <summary>A day and a month, and the year behind them where there is one.</summary>
    private (TypedFigure, int) Done(int first, int last, int month, int day)
    {
        var year = text.Is(last + 1, ',') ? last + 2 : last + 1;
        if (IsYear(text, year) && DateTime.DaysInMonth(Year(year), month) >= day)
            return (Figure(first, year, new PartialDate(Year(year), month, day)), year + 1);
        return (new TypedFigure(FigureKind.Date, text[first].Start, text[last].End, null) { DayOfYear = (month, day) }, last + 1);
    }

    private (TypedFigure, int)? Iso(int i)
    {
        if (text[i].Length != 4 || !Joined(i, '-') || text[i + 2].Length != 2) return null;
        var last = Joined(i + 2, '-') && text[i + 4].Length == 2 ? i + 4 : i + 2;
        return PartialDate.TryParse(text.Text[text[i].Start..text[last].End], out var date) ? (Figure(i, last, date), last + 1) : null;
    }

    private (TypedFigure, int)? Slashes(int i) =>
        Day(i) > 0 && Joined(i, '/') && Joined(i + 2, '/') && IsYear(text, i + 4) ? (Figure(i, i + 4, null), i + 5) : null;

    private (TypedFigure, int)? Decade(int i) =>
        text.Is(i + 1, "s") && !text[i + 1].IsSpaced && text[i].Length is 2 or 4 && text.Span(i)[^1] == '0'
            ? (Figure(i, i + 1, null) with { IsDecade = true }, i + 2)
            : null;

    /// <summary>"in '02".</summary>
    private (TypedFigure, int)? Clipped(int i) =>
        text[i] is { Length: 2, IsSpaced: false } && text.Sign(i - 1) is '\'' or '’' or '‘' && text.IsIn(i - 2, Vocabulary.BeforeYears)
            && (text[i + 1].IsSpaced || text[i + 1].Kind == TokenKind.Sign)
            ? (Figure(i - 1, i, null), i + 1)
            : null;

    /// <summary>Two years that are one value: "2023-24", "1914–1918".</summary>
    private (TypedFigure, int)? Years(int i)
    {
        if (!IsYear(text, i)) return null;
        if (Span(i) is { } span) return span;
        if (text.Sign(i + 1) is not ('-' or '–' or '/') || text[i + 1].IsSpaced) return null;
        if (!text.IsNumber(i + 2) || text[i + 2].IsSpaced || (text.Sign(i + 3) is '-' or '–' && !text[i + 3].IsSpaced)) return null;
        var first = text.Span(i);
        var last = text.Span(i + 2);
        var isShort = last.Length == 2 && last.SequenceCompareTo(first[2..]) > 0;
        var isLong = IsYear(text, i + 2) && last.SequenceCompareTo(first) > 0;
        if (!isShort && !isLong) return null;
        return (Spanning(i, i + 2, isLong ? Year(i + 2) : (Year(i) / 100 * 100) + Year(i + 2)), i + 3);
    }

    /// <summary>"from 2004 to 2009", "between 1952 and 1953".</summary>
    private (TypedFigure, int)? Span(int i)
    {
        var isSpan = (text.Is(i + 1, "to") && IsYear(text, i + 2)) || (text.Is(i + 1, "and") && text.Is(i - 1, "between"));
        if (!isSpan || !IsYear(text, i + 2) || Year(i + 2) <= Year(i)) return null;
        return (Spanning(i, i + 2, Year(i + 2)), i + 3);
    }

    private TypedFigure Spanning(int first, int last, int end) => Figure(first, last, null) with
    {
        Value = new RangeValue(
            new DateValue(new PartialDate(Year(first), 0, 0)), new DateValue(new PartialDate(end, 0, 0)), Approximation.Exact),
    };

    private TypedFigure Figure(int first, int last, PartialDate? date) =>
        new(FigureKind.Date, text[first].Start, text[last].End, date is { } known ? new DateValue(known) : null);

    private int Day(int i) =>
        !text.IsNumber(i) ? 0 : text.Span(i) switch
        {
            [var one] => one - '0',
            [>= '0' and <= '3' and var ten, >= '0' and <= '9' and var one] when ((ten - '0') * 10) + one - '0' <= 31 =>
                ((ten - '0') * 10) + one - '0',
            _ => 0,
        };

    private int Year(int i) => int.Parse(text.Span(i));

    private bool Ordinal(int i) =>
        !text[i + 1].IsSpaced && (text.IsLower(i + 1, "st", "nd") || text.IsLower(i + 1, "rd", "th"));

    private bool IsClock(int i) =>
        (text.Is(i + 1, ':') && !text[i + 1].IsSpaced) || text.IsLower(i + 1, "am", "pm")
            || (text.IsLower(i + 1, "a", "p") && text.Is(i + 2, '.'));

    private bool Joined(int i, char sign) =>
        text.Is(i + 1, sign) && !text[i + 1].IsSpaced && text.IsNumber(i + 2) && !text[i + 2].IsSpaced;
}
