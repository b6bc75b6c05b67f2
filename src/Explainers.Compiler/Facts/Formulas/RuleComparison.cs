namespace Explainers.Facts.Formulas;

/// <summary>
/// Compares two sides of a rule. What is a range, disputed, limited or rounded breaks a rule only if nothing that it can mean fulfils it.
/// </summary>
internal static class RuleComparison
{
    /// <summary>How far "about" reaches: a tenth up or down.</summary>
    private const decimal Vagueness = 0.1m;

    /// <summary>All that a side can be, in one unit.</summary>
    /// <param name="Low">The least.</param>
    /// <param name="High">The most.</param>
    /// <param name="IsOpen">Whether it is more than the least, or less than the most, and never that itself.</param>
    private readonly record struct Extent(decimal Low, decimal High, bool IsOpen);

    /// <summary>Whether a comparison can hold; null where the two sides cannot be compared.</summary>
    public static bool? Holds(Amount? left, FactValue leftValue, string sign, Amount? right, FactValue rightValue, Amount? tolerance)
    {
        if (left is { } one && right is { } other) return one.Matches(other) ? Numbers(one, sign, other, tolerance!.Value) : null;
        if (left is not null || right is not null) return null;
        if (DateSpan.Of(leftValue) is { } from && DateSpan.Of(rightValue) is { } to)
            return Dates(leftValue, from, sign, rightValue, to, tolerance);
        if (leftValue is TimeValue start && rightValue is TimeValue end)
            return Compared(Point(start.Time.TickOfDay), sign, Point(end.Time.TickOfDay), 0);
        var isSame = leftValue.Machine == rightValue.Machine;
        return leftValue.GetType() != rightValue.GetType() || sign is not ("=" or "!=") ? null : isSame == (sign == "=");
    }

    private static bool Numbers(Amount left, string sign, Amount right, Amount tolerance)
    {
        var same = right.In(left.Unit);
        var (one, other) = (ExtentOf(left), ExtentOf(same));
        var room = RoomOf(tolerance, left, same);
        if (Compared(one, sign, other, room)) return true;
        var place = Math.Max(left.Place, same.Place);
        return sign is "=" or "<=" or ">=" && place > int.MinValue && Compared(Rounded(one, place), sign, Rounded(other, place), room);
    }

    /// <summary>The tolerance in the unit of the left side; a percentage is one of the larger side.</summary>
    private static decimal RoomOf(Amount tolerance, Amount left, Amount right)
    {
        if (tolerance.Unit.IsPoints) return tolerance.In(Unit.Points).High;
        if (!tolerance.Unit.IsPercent) return tolerance.In(left.Unit).High;
        ReadOnlySpan<decimal> ends = [left.Number, left.High, right.Number, right.High];
        var largest = 0m;
        foreach (var end in ends) largest = Math.Max(largest, Math.Abs(end));
        return largest * tolerance.High / 100;
    }

    private static bool Dates(FactValue left, DateSpan from, string sign, FactValue right, DateSpan to, Amount? tolerance)
    {
        if (Moment(left) is { } start && Moment(right) is { } end) return Compared(Point(start), sign, Point(end), 0);
        var days = tolerance is { } room && room.Unit.Dimensions == Unit.Days.Dimensions ? room.In(Unit.Days).High : 0;
        return Compared(ExtentOf(from), sign, ExtentOf(to), days);
    }

    private static decimal? Moment(FactValue value) => value switch
    {
        MomentValue moment => moment.Moment.ToInstant().ToUnixTimeTicks(),
        EventValue happening => Moment(happening.When),
        _ => null,
    };

    private static Extent Point(decimal number) => new(number, number, false);

    private static Extent ExtentOf(DateSpan dates)
    {
        // A date that is limited by a word can be years away from what is written.
        var room = dates.IsExact ? 0 : 3653;
        return new Extent(dates.From.FirstDay.DayNumber - room, dates.To.LastDay.DayNumber + room, false);
    }

    private static Extent ExtentOf(Amount amount)
    {
        var (low, high) = (amount.Number, amount.High);
        return amount.Limit switch
        {
            Approximation.About => new(low - (Math.Abs(low) * Vagueness), high + (Math.Abs(high) * Vagueness), false),
            Approximation.Nearly => new(low - (Math.Abs(low) * Vagueness), high, false),
            Approximation.MoreThan => new(low, decimal.MaxValue / 4, true),
            Approximation.AtLeast => new(low, decimal.MaxValue / 4, false),
            Approximation.LessThan => new(decimal.MinValue / 4, high, true),
            Approximation.AtMost => new(decimal.MinValue / 4, high, false),
            _ => new(low, high, false),
        };
    }

    private static Extent Rounded(Extent span, int place) => span with { Low = Rounded(span.Low, place), High = Rounded(span.High, place) };

    private static decimal Rounded(decimal number, int place) =>
        Math.Abs(number) >= decimal.MaxValue / 4 ? number : Rounding.ToPlace(number, Math.Clamp(place, -28, 27));

    private static bool Compared(Extent left, string sign, Extent right, decimal room)
    {
        var isStrict = left.IsOpen || right.IsOpen;
        return sign switch
        {
            "<" => left.Low < right.High + room,
            "<=" => isStrict ? left.Low < right.High + room : left.Low <= right.High + room,
            ">" => left.High + room > right.Low,
            ">=" => isStrict ? left.High + room > right.Low : left.High + room >= right.Low,
            "!=" => left.Low != left.High || right.Low != right.High || left.Low != right.Low,
            _ when isStrict => left.Low - room < right.High && right.Low - room < left.High,
            _ => left.Low - room <= right.High && right.Low - room <= left.High,
        };
    }
}
