using Explainers.Binding;
using Explainers.Binding.Values;
using NodaTime;

namespace Explainers.Blocks.Timeline;

/// <summary>Events in order of time.</summary>
internal static class TimelineBlock
{
    public static readonly BlockKind Kind = new("timeline", "events", static fact => fact.Value is EventValue)
    {
        Order = static facts => [.. facts.OrderBy(fact => Beginning(((EventValue)fact.Value).When))],
    };

    /// <summary>When an event begins: a day at its first hour in UTC, a year on its first day.</summary>
    private static Instant Beginning(FactValue when) => when switch
    {
        MomentValue moment => moment.Moment.ToInstant(),
        DateValue date => LocalDate.FromDateOnly(date.Date.FirstDay).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(),
        _ => Instant.MinValue,
    };
}
