using System.Collections.Immutable;
using NodaTime;

namespace Explainers.Facts.Formulas;

/// <summary>Spans of time that were computed: 130 minutes are 2 hours 10 minutes.</summary>
internal static class Durations
{
    private static readonly ImmutableArray<Unit> Clock = [.. new[] { "days", "hours", "minutes", "seconds" }.Select(Known)];

    private static readonly ImmutableArray<Unit> Calendar = [.. new[] { "years", "months" }.Select(Known)];

    /// <summary>
    /// A span of time in the largest units that it fills, as exact as it is; null for anything else, and for what stands well as it is:
    /// whole days, weeks and decades.
    /// </summary>
    public static FactValue? Fitting(Amount amount)
    {
        if (!amount.Unit.IsTime || amount.Number <= 0) return null;
        var isWhole = Math.Truncate(amount.Number) == amount.Number && Math.Truncate(amount.High) == amount.High;
        if (isWhole && amount.Unit.Single!.Key is "day" or "week" or "decade" or "century") return null;
        var units = amount.Unit.Single!.Dimension == Units.Calendar ? Calendar : Clock;
        return amount.IsRange ? Range(amount, units) : Single(amount, units);
    }

    /// <summary>The time from one moment to another, or from one time of day to a later one; null for other values.</summary>
    public static Amount? Between(FactValue from, FactValue to) => (Moment(from), Moment(to)) switch
    {
        (TimeValue start, TimeValue end) when start.Time <= end.Time =>
            Minutes((end.Time.TickOfDay - start.Time.TickOfDay) / NodaConstants.TicksPerMinute, start.Approximation, end.Approximation),
        (MomentValue start, MomentValue end) when start.Moment.ToInstant() <= end.Moment.ToInstant() =>
            Minutes((long)(end.Moment - start.Moment).TotalMinutes, Approximation.Exact, Approximation.Exact),
        _ => null,
    };

    private static FactValue Moment(FactValue value) => value is EventValue happening ? happening.When : value;

    private static Amount Minutes(long minutes, Approximation start, Approximation end) => Amount.Exact(minutes, Known("minutes")) with
    {
        Limit = start == Approximation.Exact && end == Approximation.Exact ? Approximation.Exact : Approximation.About,
    };

    private static Unit Known(string name) => Unit.Read(name, Nouns.Refused)!;

    private static FactValue? Single(Amount amount, ImmutableArray<Unit> units)
    {
        var whole = amount.Number * amount.Unit.Factor;
        var step = amount.Place == int.MinValue ? units[^1].Factor : StepOf(amount);
        var finest = units.FirstOrDefault(unit => unit.Factor <= step);
        whole = finest is null || amount.Place == int.MinValue
            ? Math.Round(whole, 6)
            : Math.Round(whole / finest.Factor, MidpointRounding.AwayFromZero) * finest.Factor;
        var parts = new List<QuantityValue>();
        foreach (var unit in units)
        {
            var count = Math.Truncate(whole / unit.Factor);
            whole -= count * unit.Factor;
            if (count > 0) parts.Add(new QuantityValue(Figure.Of(count), unit));
        }
        if (whole != 0 || parts.Count == 0) return null;
        return parts is [{ } only]
            ? new QuantityValue(only.Figure with { Approximation = amount.Limit }, only.Unit)
            : new DurationValue([.. parts], amount.Limit);
    }

    /// <summary>How much time the last place of an amount stands for.</summary>
    private static decimal StepOf(Amount amount)
    {
        var step = amount.Unit.Factor;
        for (var place = Math.Abs(Math.Clamp(amount.Place, -12, 12)); place > 0; place--) step = amount.Place > 0 ? step * 10 : step / 10;
        return step;
    }

    /// <summary>A range in the largest unit of which both ends are whole numbers.</summary>
    private static RangeValue? Range(Amount amount, ImmutableArray<Unit> units)
    {
        var unit = units.FirstOrDefault(unit => IsWhole(amount.Number, unit) && IsWhole(amount.High, unit));
        return unit is not null && amount.In(unit).Value(null) is RangeValue range ? range : null;

        bool IsWhole(decimal number, Unit of) => number * amount.Unit.Factor % of.Factor == 0;
    }
}
