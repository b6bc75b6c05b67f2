using System.Collections.Immutable;

namespace Explainers.Facts;

/// <summary>A filter behind a reference: <c>| long</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Takes">What may stand behind the name, for the guides.</param>
/// <param name="Meaning">What it does, for the guides.</param>
/// <param name="Form">The part or length of a value that it asks for, or null where it does something else.</param>
internal sealed record FactFilter(string Name, string Takes, string Meaning, FactForm? Form = null);

/// <summary>The filters that a reference can have.</summary>
internal static class FactFilters
{
    /// <summary>All filters, in ordinal order.</summary>
    public static ImmutableArray<FactFilter> All { get; } =
    [
        new("as", "words in quotation marks", "puts other words for a person, place or term"),
        new("date", "nothing", "the day of a moment, without the hour", FactForm.Date),
        new("day", "nothing", "month and day, without the year", FactForm.Day),
        new("in", "a unit in quotation marks", "the value in another unit, with no more digits than it had"),
        new("long", "nothing", "a date with its weekday, a person with the role, a unit in full", FactForm.Long),
        new("month", "nothing", "month and year", FactForm.Month),
        new("part", "words in quotation marks", "some words of a quotation, in its quotation marks"),
        new("percent", "nothing", "a plain number as a percentage"),
        new("plain", "nothing", "the value without the link to its source"),
        new("short", "nothing", "a date with a short month, a person's name alone, millions as m", FactForm.Short),
        new("time", "nothing, `\"local\"` or `\"utc\"`", "the hour of a moment, where it happened or in UTC", FactForm.LocalTime),
        new("year", "nothing", "the year alone", FactForm.Year),
    ];
}
