using System.Collections.Immutable;

namespace Explainers.Parsing.Text;

/// <summary>Tells dates that are written as on a letter: "30 March 1867", "10/14/1880".</summary>
internal static class DateSuggestions
{
    private static readonly string[][] Months =
    [
        ["january", "jan", "januar"], ["february", "feb", "februar"], ["march", "mar", "märz"], ["april", "apr"], ["may", "mai"],
        ["june", "jun", "juni"],
        ["july", "jul", "juli"], ["august", "aug"], ["september", "sep", "sept"], ["october", "oct", "oktober", "okt"], ["november", "nov"],
        ["december", "dec", "dezember", "dez"],
    ];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>
    /// The dates that a text can mean, in the form of ISO 8601; two where day and month may be either way round, none where it is no date.
    /// </summary>
    public static ImmutableArray<string> Of(string text)
    {
        var words = text.Split([' ', ',', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Where(word => word != "of")
            .Select(word => word.TrimEnd('.')).ToArray();
        if (words.Length > 1 && Weekdays.Contains(words[0], StringComparer.OrdinalIgnoreCase)) words = words[1..];
        return words switch
        {
            [var numbers] => Numeric(numbers),
            [var day, var month, var year] when Month(month) > 0 => Iso(year, Month(month), Ordinal(day)),
            [var month, var day, var year] when Month(month) > 0 => Iso(year, Month(month), Ordinal(day)),
            [var month, var year] when Month(month) > 0 => Iso(year, Month(month), null),
            _ => [],
        };
    }

    /// <summary>The same for a day behind which an hour and a zone may stand.</summary>
    public static ImmutableArray<string> OfMoment(string text)
    {
        var whole = Of(text);
        var space = text.IndexOf(' ');
        return whole.IsEmpty && space > 0 ? [.. Of(text[..space]).Select(day => day + text[space..])] : whole;
    }

    /// <summary>The number of a month, or 0 for a word that names none.</summary>
    public static int Month(string word) => Array.FindIndex(Months, names => names.Contains(word, StringComparer.OrdinalIgnoreCase)) + 1;

    private static ImmutableArray<string> Numeric(string text)
    {
        var parts = text.Split(['.', '/', '-']);
        if (parts.Length != 3 || parts.Any(part => part.Length is 0 or > 4 || !part.All(char.IsAsciiDigit))) return [];
        var isYearFirst = parts[0].Length == 4;
        var (year, day, month) = isYearFirst ? (parts[0], parts[2], parts[1]) : (parts[2], parts[0], parts[1]);
        var (usual, swapped) = (Iso(year, Number(month), day), Iso(year, Number(day), month));
        // A year in front, or points, leave no doubt which is the day.
        return usual.IsEmpty ? swapped : isYearFirst || text.Contains('.', StringComparison.Ordinal) ? usual : [.. usual.Union(swapped)];
    }

    private static ImmutableArray<string> Iso(string year, int month, string? day)
    {
        var date = $"{year}-{month:00}{(day is null ? "" : $"-{day.PadLeft(2, '0')}")}";
        return year.Length == 4 && PartialDate.TryParse(date, out _) ? [date] : [];
    }

    private static int Number(string digits) =>
        digits.Length < 3 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static string Ordinal(string day) =>
        day.Length > 2 && char.IsAsciiDigit(day[0]) && day[^2..] is "st" or "nd" or "rd" or "th" ? day[..^2] : day;
}
