using System.Collections.Immutable;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Parsing.Text;
using NodaTime;

namespace Explainers.Graphics;

/// <summary>From dates and moments to places on a line, with years, months, days or hours marked on it.</summary>
internal sealed class TimeScale
{
    private const int FewTicks = 4;
    private readonly DateTimeZone _zone;
    private readonly Scale _scale;

    /// <summary>Makes a scale for some values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="from">Its beginning in the drawing.</param>
    /// <param name="to">Its end.</param>
    /// <param name="isOfPoints">Whether each value is drawn where it begins, so that a year takes no room of its own.</param>
    public TimeScale(IEnumerable<FactValue> values, double from, double to, bool isOfPoints = false)
    {
        var all = values.ToArray();
        _zone = all.OfType<MomentValue>().Select(moment => moment.Moment.Zone).FirstOrDefault() ?? DateTimeZone.Utc;
        _scale = Scale.Of(all.SelectMany(value => new[] { Beginning(value), isOfPoints ? Beginning(value) : Ending(value) }), from, to);
    }

    /// <summary>Whether a value is a date or a moment.</summary>
    public static bool IsTime(FactValue value) => value is DateValue or MomentValue or RangeValue { Low: DateValue };

    /// <summary>Where a value begins and ends; a moment and a day are one point.</summary>
    public (double From, double To) At(FactValue value) => (_scale.At(Beginning(value)), _scale.At(Ending(value)));

    /// <summary>Round times on the scale, with their names.</summary>
    /// <param name="format">Writes the names.</param>
    /// <param name="most">How many there are at most.</param>
    public IEnumerable<(double At, string Name)> Ticks(FactFormatter format, int most = FewTicks)
    {
        var (low, high) = (Local(_scale.Low), Local(_scale.High));
        foreach (var (step, form) in Steps)
        {
            var ticks = From(low, step).TakeWhile(tick => tick <= high).Take(most + 1).ToArray();
            if (ticks.Length > most) continue;
            // With less than two round times in it, the scale is named by its ends.
            return (ticks.Length < 2 ? [low, high] : ticks)
                .Select(tick => (_scale.At(Hours(tick)), Name(tick, ticks.Length < 2 ? Finest(form) : form, format)));
        }
        return [(_scale.From, Name(low, FactForm.Year, format)), (_scale.To, Name(high, FactForm.Year, format))];
    }

    /// <summary>Steps from the finest to the coarsest, with what names a time at each.</summary>
    private static readonly ImmutableArray<(Period Step, FactForm Form)> Steps =
    [
        (Period.FromHours(1), FactForm.LocalTime), (Period.FromHours(3), FactForm.LocalTime), (Period.FromHours(6), FactForm.LocalTime),
        (Period.FromDays(1), FactForm.Day), (Period.FromDays(2), FactForm.Day), (Period.FromDays(7), FactForm.Day),
        (Period.FromMonths(1), FactForm.Month), (Period.FromMonths(3), FactForm.Month), (Period.FromMonths(6), FactForm.Month),
        (Period.FromYears(1), FactForm.Year), (Period.FromYears(2), FactForm.Year), (Period.FromYears(5), FactForm.Year),
        (Period.FromYears(10), FactForm.Year),
        (Period.FromYears(20), FactForm.Year), (Period.FromYears(50), FactForm.Year), (Period.FromYears(100), FactForm.Year),
        (Period.FromYears(500), FactForm.Year),
    ];

    private static FactForm Finest(FactForm form) =>
        form == FactForm.Year ? FactForm.Year : form == FactForm.LocalTime ? FactForm.LocalTime : FactForm.Day;

    private static string Name(LocalDateTime time, FactForm form, FactFormatter format) => form == FactForm.LocalTime
        ? format.Value(new TimeValue(time.TimeOfDay), FactForm.Whole)
        : format.Date(new PartialDate(time.Year, time.Month, time.Day), form);

    /// <summary>Every multiple of a step from the first that is not before a time.</summary>
    private static IEnumerable<LocalDateTime> From(LocalDateTime low, Period step)
    {
        var start = step switch
        {
            { Years: > 0 } => new LocalDateTime(Math.Max(1, low.Year - (low.Year % step.Years)), 1, 1, 0, 0),
            { Months: > 0 } => new LocalDateTime(low.Year, 1, 1, 0, 0),
            { Days: > 0 } => low.Date.AtMidnight(),
            _ => low.Date.AtMidnight(),
        };
        for (var i = 0; i < 10_000; i++)
        {
            var tick = start + Times(step, i);
            if (tick >= low) yield return tick;
            if (tick.Year > 9_000) yield break;
        }
    }

    private static Period Times(Period step, int count) =>
        new PeriodBuilder
        {
            Years = step.Years * count,
            Months = step.Months * count,
            Days = step.Days * count,
            Hours = step.Hours * count,
        }.Build();

    private double Beginning(FactValue value) => value switch
    {
        MomentValue moment => Hours(moment.Moment.WithZone(_zone).LocalDateTime),
        DateValue date => Hours(LocalDate.FromDateOnly(date.Date.FirstDay).AtMidnight()),
        RangeValue range => Beginning(range.Low),
        _ => 0,
    };

    private double Ending(FactValue value) => value switch
    {
        DateValue { Date.Precision: not Precision.Day } date => Hours(LocalDate.FromDateOnly(date.Date.LastDay).AtMidnight()),
        RangeValue range => Ending(range.High),
        _ => Beginning(value),
    };

    private static double Hours(LocalDateTime time) =>
        Period.DaysBetween(Epoch.Date, time.Date) * 24.0 + (time.TimeOfDay.TickOfDay / (double)NodaConstants.TicksPerHour);

    private static LocalDateTime Local(double hours) => Epoch.PlusMinutes((long)Math.Round(hours * 60));

    private static readonly LocalDateTime Epoch = new(2000, 1, 1, 0, 0);
}
