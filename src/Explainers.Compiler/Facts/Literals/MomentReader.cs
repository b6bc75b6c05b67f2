using System.Globalization;
using Explainers.Diagnostics;
using Explainers.Parsing.Text;
using NodaTime;

namespace Explainers.Facts.Literals;

/// <summary>Reads dates, times of day, and moments with a zone of the IANA database.</summary>
internal static class MomentReader
{
    private const string DateExpected = "a date of the calendar, such as 1867-03-30, 1867-03 or 1867";
    private const string TimeExpected = "a time of day, from 00:00 to 23:59";
    private const string MomentExpected = "a day, an hour and a zone, such as 2025-08-15 11:26 America/Anchorage";

    /// <summary>Reads a literal that begins as a date or time does.</summary>
    public static LiteralReading Read(string text)
    {
        var (rest, limit) = FigureReader.Limit(text);
        if (IsTimeLike(rest))
            return Time(rest) is { } time ? LiteralReading.Of(new TimeValue(time, limit)) : LiteralReading.Refused(TimeExpected);
        var space = rest.IndexOf(' ');
        var date = space < 0 ? rest : rest[..space];
        if (!IsDateLike(date)) return LiteralReading.NotMine;
        if (space < 0) return Date(date, limit);
        var words = rest[(space + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (date.Length < 8 || words.Length == 0 || !words[0].Contains(':', StringComparison.Ordinal)) return LiteralReading.NotMine;
        return Moment(date, words);
    }

    private static LiteralReading Date(string text, Approximation limit)
    {
        if (PartialDate.TryParse(text, out var date))
        {
            // A bare number of four digits is a year only in the centuries that explainers speak of.
            return date.Precision == Precision.Year && date.Year is < 1000 or >= 3000
                ? LiteralReading.NotMine
                : LiteralReading.Of(new DateValue(date, limit));
        }
        if (!text.Contains('-', StringComparison.Ordinal)) return LiteralReading.NotMine;
        var parts = text.Split('-');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1 or > 9999)
            return LiteralReading.Refused("a date between the years 1 and 9999");
        var padded = string.Join('-', parts.Select((part, index) => index == 0 ? part.PadLeft(4, '0') : part.PadLeft(2, '0')));
        return PartialDate.TryParse(padded, out _) ? LiteralReading.Near(DateExpected, padded) : LiteralReading.Refused(DateExpected);
    }

    private static LiteralReading Moment(string date, string[] words)
    {
        if (!PartialDate.TryParse(date, out var day)) return Date(date, Approximation.Exact) with { Value = null };
        if (Time(words[0]) is not { } time) return LiteralReading.Refused(MomentExpected, $"'{words[0]}' is not {TimeExpected}");
        if (words.Length == 1)
            return LiteralReading.Refused(MomentExpected, "name the zone behind the hour, as in America/Anchorage or Etc/UTC");
        var name = string.Join(' ', words.Skip(1));
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not { } zone)
        {
            return LiteralReading.Near(
                MomentExpected, Nearest.To(name, DateTimeZoneProviders.Tzdb.Ids),
                $"'{name}' is no zone of the IANA database; those are named after cities, as America/Anchorage");
        }
        var local = new LocalDate(day.Year, day.Month, day.Day).At(time);
        // Zones are less than a day from UTC, whose calendar has to have the moment too.
        if (day.FirstDay == DateOnly.MinValue || day.FirstDay == DateOnly.MaxValue)
            return LiteralReading.Refused(
                "a moment that every zone has", "write the first and the last day of the calendar without an hour");
        return zone.MapLocal(local).Count == 0
            ? LiteralReading.Refused("a time that the clocks showed", $"in {name} they were put forward over it that day")
            : LiteralReading.Of(new MomentValue(zone.AtLeniently(local)));
    }

    private static LocalTime? Time(string text)
    {
        var parts = text.Split(':');
        if (parts.Length != 2 || parts[1].Length != 2) return null;
        var isTime = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            & int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minute);
        return isTime && hour < 24 && minute < 60 ? new LocalTime(hour, minute) : null;
    }

    private static bool IsTimeLike(string text) =>
        text.Length is >= 4 and <= 8 && char.IsAsciiDigit(text[0]) && text.Contains(':', StringComparison.Ordinal)
            && text.All(letter => char.IsAsciiDigit(letter) || letter == ':');

    /// <summary>Digits that are a year, or two or three groups of digits with hyphens.</summary>
    private static bool IsDateLike(string text)
    {
        var groups = text.Split('-');
        if (groups.Length > 3 || groups.Any(group => group.Length == 0 || !group.All(char.IsAsciiDigit))) return false;
        return groups.Length > 1 ? groups[0].Length >= 4 : text.Length == 4;
    }
}
