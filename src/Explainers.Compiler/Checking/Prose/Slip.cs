using System.Globalization;
using Explainers.Facts;
using Explainers.Parsing.Text;

namespace Explainers.Checking.Prose;

/// <summary>How much a figure looks like another that was typed wrong.</summary>
internal enum Likeness
{
    /// <summary>Nothing connects them.</summary>
    None,

    /// <summary>They differ as two figures of few digits may by chance: 12 and 18, 2011 and 2012.</summary>
    Some,

    /// <summary>They differ as only slips do: 345 and 435, 3.2 million and 3.2 billion, 17 and 18 November 2023.</summary>
    Strong,
}

/// <summary>
/// Tells the slips of a keyboard and of the ear: digits transposed, one digit wrong, a zero too many, thirteen for thirty, another unit,
/// another currency, the day before.
/// </summary>
internal static class Slip
{
    /// <summary>From how many digits on a likeness is no chance.</summary>
    private const int TellingDigits = 3;

    /// <summary>From how many votes on one side tells the ballot.</summary>
    private const int TellingVotes = 10;

    /// <summary>From how many votes on no score has so many.</summary>
    private const int ManyVotes = 100;

    /// <summary>How many days off the day of an event is taken to be.</summary>
    private const int DaysOff = 2;

    /// <summary>How much a figure looks like a slip of a fact's value.</summary>
    public static Likeness Of(TypedFigure figure, FactValue value)
    {
        if (figure.Value is RangeValue span) return value is RangeValue range ? Range(span, range) : Likeness.None;
        var best = Likeness.None;
        foreach (var part in FigureMatch.Parts(value))
            if (Single(figure, part) is var likeness && likeness > best) best = likeness;
        return best;
    }

    private static Likeness Single(TypedFigure figure, FactValue value) => (figure.Value, value) switch
    {
        (null, DateValue { Date: { Day: > 0 } known }) when figure.DayOfYear.Day > 0 => DayOfYear(figure.DayOfYear, known),
        (DateValue typed, DateValue known) => Date(typed.Date, known.Date),
        (DateValue typed, MomentValue { Moment: var at }) => Date(typed.Date, new PartialDate(at.Year, at.Month, at.Day)),
        (TimeValue typed, TimeValue known) => Clock(typed.Time.Hour, typed.Time.Minute, known.Time.Hour, known.Time.Minute),
        (VoteValue typed, VoteValue known) => Vote(typed, known),
        (MoneyValue typed, MoneyValue known) => typed.Currency == known.Currency
            ? Number(typed.Figure.Number, known.Figure.Number)
            : OtherMeasure(typed.Figure, known.Figure),
        (QuantityValue typed, QuantityValue known) => Quantity(typed, known),
        (QuantityValue typed, DurationValue { Total: var known }) =>
            Measures.Number(known.Figure.Number, known.Unit, typed.Unit) is { } inUnit
                ? Number(typed.Figure.Number, inUnit)
                : Likeness.None,
        (NumberValue typed, NumberValue known) => Number(typed.Figure.Number, known.Figure.Number),
        (NumberValue typed, QuantityValue { Unit: { IsCount: true } or { IsTime: true } } known)
            when !(figure.IsAge && known.Unit.IsCount) =>
            Number(typed.Figure.Number, known.Figure.Number),
        _ => Likeness.None,
    };

    /// <summary>One end is right, and the other a slip.</summary>
    private static Likeness Range(RangeValue typed, RangeValue known)
    {
        if (typed is not { Low: DateValue low, High: DateValue high }) return Likeness.None;
        if (known is not { Low: DateValue first, High: DateValue last }) return Likeness.None;
        var (slip, right) = low.Date.Year == first.Date.Year
            ? (Date(high.Date, last.Date), true)
            : (Date(low.Date, first.Date), high.Date.Year == last.Date.Year);
        return right ? slip : Likeness.None;
    }

    private static Likeness Quantity(QuantityValue typed, QuantityValue known)
    {
        var isSame = typed.Unit.Dimensions == known.Unit.Dimensions && typed.Unit.Factor == known.Unit.Factor;
        if (isSame || typed.Unit == known.Unit || (typed.Unit.IsCount && known.Unit.IsCount))
            return Number(typed.Figure.Number, known.Figure.Number);
        var isShare = (typed.Unit.IsPercent && known.Unit.IsPoints) || (typed.Unit.IsPoints && known.Unit.IsPercent);
        var isOther = isShare || (typed.Unit.IsTime && known.Unit.IsTime)
            || (typed.Unit.Dimensions == known.Unit.Dimensions && typed.Unit.IsPercent == known.Unit.IsPercent);
        return isOther ? OtherMeasure(typed.Figure, known.Figure) : Likeness.None;
    }

    /// <summary>The same number of something else: 12 miles and 12 kilometres, $64 million and €64 million.</summary>
    private static Likeness OtherMeasure(Figure typed, Figure known) => typed.Number == known.Number ? Likeness.Strong : Likeness.None;

    /// <summary>Another day of the month, or another month, or another year, and all else the same.</summary>
    private static Likeness Date(PartialDate typed, PartialDate known)
    {
        if (typed.Month == 0 || known.Month == 0)
            return IsOneOff(typed.Year, known.Year, 1) && typed.Precision <= known.Precision ? Likeness.Some : Likeness.None;
        if (typed.Day == 0 || known.Day == 0)
            return typed.Precision <= known.Precision && (typed.Year == known.Year) != (typed.Month == known.Month)
                && IsOneOff(typed.Year, known.Year, 1) | (typed.Year == known.Year)
                ? Likeness.Some
                : Likeness.None;
        var same = (typed.Year == known.Year ? 1 : 0) + (typed.Month == known.Month ? 1 : 0) + (typed.Day == known.Day ? 1 : 0);
        if (typed.Year == known.Year && typed.Month == known.Day && typed.Day == known.Month) return Likeness.Strong;
        if (same != 2) return Likeness.None;
        var isSlip = typed.Year != known.Year ? IsOneOff(typed.Year, known.Year, 1)
            : typed.Day == known.Day || IsOneOff(typed.Day, known.Day, DaysOff);
        return isSlip ? Likeness.Strong : Likeness.None;
    }

    private static Likeness DayOfYear((int Month, int Day) typed, PartialDate known)
    {
        var isSlip = typed.Month == known.Month
            ? IsOneOff(typed.Day, known.Day, DaysOff)
            : typed.Day == known.Day && Math.Abs(typed.Month - known.Month) is 1 or 2;
        return isSlip ? Likeness.Some : Likeness.None;
    }

    /// <summary>The other half of the day, or one digit wrong, or two exchanged.</summary>
    private static Likeness Clock(int hour, int minute, int knownHour, int knownMinute)
    {
        if (minute == knownMinute && (Math.Abs(hour - knownHour) is 12 or 1 || IsOneOff(hour, knownHour, 1))) return Likeness.Strong;
        if (hour != knownHour || minute == knownMinute) return Likeness.None;
        var (typed, known) = (minute.ToString("00"), knownMinute.ToString("00"));
        var isSlip = Math.Abs(minute - knownMinute) == 1 || IsPermuted(typed, known) || Wrong(typed, known) == 1;
        return isSlip ? Likeness.Strong : Likeness.None;
    }

    private static Likeness Vote(VoteValue typed, VoteValue known)
    {
        var isVote = Math.Max(typed.For, typed.Against) >= TellingVotes;
        if (typed.For == known.Against && typed.Against == known.For)
            return isVote && typed.For != typed.Against ? Likeness.Strong : Likeness.None;
        if (!isVote || (typed.For == known.For) == (typed.Against == known.Against)) return Likeness.None;
        var isSlip = typed.For == known.For
            ? known.For >= ManyVotes || Number(typed.Against, known.Against) > Likeness.None
            : known.Against >= ManyVotes || Number(typed.For, known.For) > Likeness.None;
        return isSlip ? Likeness.Strong : Likeness.None;
    }

    /// <summary>Whether two numbers are close, or have the same digits in another order, or all but one.</summary>
    private static bool IsOneOff(int typed, int known, int close)
    {
        if (typed == known) return false;
        if (Math.Abs(typed - known) <= close) return true;
        var (one, other) = (Digits(typed), Digits(known));
        return one.Length == other.Length ? IsPermuted(one, other) || Wrong(one, other) == 1 : one.EndsWith(other) || other.EndsWith(one);
    }

    private static Likeness Number(decimal typed, decimal known)
    {
        if (typed == known || typed <= 0 || known <= 0 || typed > known * Scale || known > typed * Scale) return Likeness.None;
        var (one, other) = (Digits(typed), Digits(known));
        var (significant, likewise) = (Significant(one), Significant(other));
        if (significant == likewise) return Zeros(typed, known, significant.Length);
        var isSoundAlike = SoundsAlike(significant, typed, likewise, known) || SoundsAlike(likewise, known, significant, typed);
        if (isSoundAlike) return Likeness.Strong;
        if (Magnitude(typed) != Magnitude(known)) return Likeness.None;
        if (one.Length == other.Length && one.Length >= TellingDigits && IsPermuted(one, other)) return Likeness.Strong;
        var length = Math.Max(significant.Length, likewise.Length);
        (significant, likewise) = (significant.PadRight(length, '0'), likewise.PadRight(length, '0'));
        if (length == 1 || (!IsPermuted(significant, likewise) && Wrong(significant, likewise) != 1)) return Likeness.None;
        return length >= TellingDigits ? Likeness.Strong : Likeness.Some;
    }

    /// <summary>A zero or two too many, or million for billion.</summary>
    private static Likeness Zeros(decimal typed, decimal known, int digits)
    {
        var factor = typed > known ? typed / known : known / typed;
        if (factor > Scale) return Likeness.None;
        return digits > 1 || factor == Scale ? Likeness.Strong : Likeness.Some;
    }

    /// <summary>How many times a million is a thousand.</summary>
    private const decimal Scale = 1000;

    /// <summary>Thirteen for thirty.</summary>
    private static bool SoundsAlike(string teen, decimal teens, string ten, decimal tens) =>
        teen is ['1', var ones] && ten is [var single] && ones == single && ones >= '3' && Magnitude(teens) == Magnitude(tens);

    private static int Magnitude(decimal number)
    {
        var magnitude = 0;
        for (; number >= 10; number /= 10) magnitude++;
        for (; number < 1; number *= 10) magnitude--;
        return magnitude;
    }

    private static string Digits(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Significant(string digits) => digits.Replace(".", "", StringComparison.Ordinal).Trim('0');

    private static bool IsPermuted(string one, string other) =>
        one.Order().SequenceEqual(other.Order()) && Wrong(one, other) > 0;

    private static int Wrong(string one, string other)
    {
        var wrong = 0;
        for (var i = 0; i < one.Length; i++)
            if (one[i] != other[i]) wrong++;
        return wrong;
    }
}
