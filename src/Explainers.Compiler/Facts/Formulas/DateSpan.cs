using Explainers.Parsing.Text;

namespace Explainers.Facts.Formulas;

/// <summary>The dates that a value can mean: one, those of a range, or every version of what is disputed.</summary>
/// <param name="From">The earliest.</param>
/// <param name="To">The latest.</param>
/// <param name="IsExact">Whether no word limits it.</param>
internal readonly record struct DateSpan(PartialDate From, PartialDate To, bool IsExact)
{
    /// <summary>Whether both ends are days.</summary>
    public bool HasDays => From.Day > 0 && To.Day > 0;

    /// <summary>The dates of a value, or null where it is none.</summary>
    public static DateSpan? Of(FactValue value) => value switch
    {
        DateValue date => new DateSpan(date.Date, date.Date, date.Approximation == Approximation.Exact),
        MomentValue { Moment: var moment } => On(new PartialDate(moment.Year, moment.Month, moment.Day)),
        EventValue happening => Of(happening.When),
        RangeValue range when Of(range.Low) is { } low && Of(range.High) is { } high =>
            new DateSpan(low.From, high.To, low.IsExact && high.IsExact && range.Approximation == Approximation.Exact),
        DisputedValue { Versions.IsEmpty: false } disputed => disputed.Versions.Select(version => Of(version.Value)).Aggregate(Hull),
        _ => null,
    };

    /// <summary>The whole days, months or years from one span to another: from the least that they can be to the most.</summary>
    /// <param name="from">The earlier span.</param>
    /// <param name="to">The later one.</param>
    /// <param name="function">The name of the function.</param>
    public static Amount Between(DateSpan from, DateSpan to, string function)
    {
        var (unit, count) = Counting(function);
        var (one, other) = (Distance(from.To, to.From, count), Distance(from.From, to.To, count));
        return Amount.Exact(Math.Min(one, other), unit) with
        {
            High = Math.Max(one, other),
            Limit = from.IsExact && to.IsExact ? Approximation.Exact : Approximation.About,
        };
    }

    private static (Unit Unit, Func<DateOnly, DateOnly, int> Count) Counting(string function) => function switch
    {
        "days_between" => (Unit.Days, static (from, to) => to.DayNumber - from.DayNumber),
        "months_between" =>
            (Unit.Months, static (from, to) => ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0)),
        _ =>
            (Unit.Years,
                static (from, to) => to.Year - from.Year - ((to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? 1 : 0)),
    };

    private static int Distance(PartialDate from, PartialDate to, Func<DateOnly, DateOnly, int> count) =>
        from.Precision == to.Precision
            ? count(from.FirstDay, to.FirstDay)
            : count(new DateOnly(from.Year, 1, 1), new DateOnly(to.Year, 1, 1));

    private static DateSpan On(PartialDate date) => new(date, date, true);

    private static DateSpan? Hull(DateSpan? one, DateSpan? other) => (one, other) switch
    {
        ({ } first, { } second) => new DateSpan(
            first.From.FirstDay <= second.From.FirstDay ? first.From : second.From,
            first.To.FirstDay >= second.To.FirstDay ? first.To : second.To,
            first.IsExact && second.IsExact),
        _ => null,
    };
}
