using System.Collections.Immutable;
using Explainers.Parsing.Text;

namespace Explainers.Parsing.Facts;

/// <summary>From when until when something held; an end that is null is open.</summary>
internal readonly record struct Period(PartialDate? From, PartialDate? Until)
{
    /// <summary>The first day.</summary>
    public DateOnly FirstDay => From?.FirstDay ?? DateOnly.MinValue;

    /// <summary>The last day.</summary>
    public DateOnly LastDay => Until?.LastDay ?? DateOnly.MaxValue;

    /// <summary>Whether neither end is known.</summary>
    public bool IsOpen => From is null && Until is null;

    /// <summary>Whether a day lies in it.</summary>
    public bool Covers(DateOnly day) => FirstDay <= day && day <= LastDay;
}

/// <summary>Puts names and roles in order of time, and says from when until when each of them held.</summary>
internal static class Periods
{
    /// <summary>
    /// Names or roles from the earliest to the latest: in order of their dates if each has one, and as written otherwise.
    /// </summary>
    public static ImmutableArray<DatedSyntax> InOrder(ImmutableArray<DatedSyntax> written) =>
        written.Length < 2 || written.Any(dated => dated is { From: null, Until: null }) ? written : [.. written.OrderBy(Beginning)];

    /// <summary>
    /// When each of some names or roles held, in their order: one without 'from' begins when the one before it ends, and one without
    /// 'until' ends when the next one begins.
    /// </summary>
    public static ImmutableArray<Period> Of(ImmutableArray<DatedSyntax> ordered) =>
        [.. ordered.Select((dated, i) => new Period(
            dated.From ?? (i > 0 && ordered[i - 1].Until is { } before ? Moved(before.LastDay, 1) : null),
            dated.Until ?? (i < ordered.Length - 1 && ordered[i + 1].From is { } after ? Moved(after.FirstDay, -1) : null)))];

    /// <summary>A name or role without a first day began before its last.</summary>
    private static DateOnly Beginning(DatedSyntax dated) => dated.From?.FirstDay ?? Moved(dated.Until!.Value.FirstDay, -1)!.Value.FirstDay;

    private static PartialDate? Moved(DateOnly day, int days) =>
        PartialDate.Of(DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber)));
}
