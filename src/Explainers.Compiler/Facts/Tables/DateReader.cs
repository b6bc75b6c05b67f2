using System.Globalization;
using Explainers.Facts.Literals;
using Explainers.Parsing.Text;

namespace Explainers.Facts.Tables;

/// <summary>Reads dates as data files have them: as in ISO 8601, with points or strokes, or with the name of the month.</summary>
internal static class DateReader
{
    private const string Expected = "a date, such as 2019-03-30, 30.03.2019 or 30 March 2019";

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isMonthFirst">Whether the month comes first where strokes divide, or null where only the date itself can tell.</param>
    public static LiteralReading Read(string text, bool? isMonthFirst)
    {
        var day = text.Length > 10 && text[4] == '-' && text[10] is 'T' or ' ' ? text[..10] : text;
        if (PartialDate.TryParse(day, out var date)) return LiteralReading.Of(new DateValue(date));
        if (text.Length == 8 && text.All(char.IsAsciiDigit)
            && PartialDate.TryParse($"{text[..4]}-{text[4..6]}-{text[6..]}", out date)) return LiteralReading.Of(new DateValue(date));
        if (isMonthFirst is { } first && Ordered(text, first) is { } ordered) return LiteralReading.Of(new DateValue(ordered));
        return DateSuggestions.Of(text) switch
        {
            [var only] when isMonthFirst is null || !text.Contains('/', StringComparison.Ordinal) =>
                LiteralReading.Of(new DateValue(Parsed(only))),
            [_, _] => LiteralReading.Refused("a date that can be read in one way", "say 'dates: day first' or 'dates: month first'"),
            _ => LiteralReading.Refused(Expected),
        };
    }

    /// <summary>Whether the month comes first in some dates with strokes, or null where none of them tells.</summary>
    public static bool? Order(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (Parts(text) is not { } parts) continue;
            if (parts.First > 12 && parts.Second <= 12) return false;
            if (parts.Second > 12 && parts.First <= 12) return true;
        }
        return null;
    }

    private static PartialDate? Ordered(string text, bool isMonthFirst)
    {
        if (Parts(text) is not { } parts) return null;
        var (month, day) = isMonthFirst ? (parts.First, parts.Second) : (parts.Second, parts.First);
        var iso = string.Create(CultureInfo.InvariantCulture, $"{parts.Year:0000}-{month:00}-{day:00}");
        return PartialDate.TryParse(iso, out var date) ? date : null;
    }

    /// <summary>Three numbers with strokes or hyphens, the year last.</summary>
    private static (int First, int Second, int Year)? Parts(string text)
    {
        var parts = text.Split(text.Contains('/', StringComparison.Ordinal) ? '/' : '-');
        if (parts.Length != 3 || parts[2].Length != 4) return null;
        if (parts.Any(part => part.Length is 0 or > 4 || !part.All(char.IsAsciiDigit))) return null;
        return (Number(parts[0]), Number(parts[1]), Number(parts[2]));
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static PartialDate Parsed(string iso) => PartialDate.TryParse(iso, out var date) ? date : default;
}
