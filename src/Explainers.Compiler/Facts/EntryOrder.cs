using System.Collections.Immutable;
using NodaTime;

namespace Explainers.Facts;

/// <summary>The orders in which entries of one kind are shown, in blocks and on pages of their own.</summary>
internal static class EntryOrder
{
    /// <summary>Events in order of time.</summary>
    public static ImmutableArray<Fact> ByTime(ImmutableArray<Fact> events) =>
        [.. events.OrderBy(fact => Beginning(((EventValue)fact.Value).When))];

    /// <summary>Entries in order of the alphabet.</summary>
    public static ImmutableArray<Fact> ByLabel(ImmutableArray<Fact> entries) =>
        [.. entries.OrderBy(fact => fact.Label, StringComparer.OrdinalIgnoreCase).ThenBy(fact => fact.Name.Name, StringComparer.Ordinal)];

    /// <summary>When an event begins: a day at its first hour in UTC, a year on its first day.</summary>
    private static Instant Beginning(FactValue when) => when switch
    {
        MomentValue moment => moment.Moment.ToInstant(),
        DateValue date => LocalDate.FromDateOnly(date.Date.FirstDay).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(),
        _ => Instant.MinValue,
    };
}
