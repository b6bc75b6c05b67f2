using System.Globalization;
using System.Text.RegularExpressions;

namespace Explainers.Parsing.Tables;

/// <summary>What a workbook's format makes of a number.</summary>
internal enum NumberKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A percentage.</summary>
    Percentage,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day with an hour.</summary>
    Moment,

    /// <summary>An hour.</summary>
    Time,
}

/// <summary>A format of numbers in a workbook, which keeps dates and percentages as plain numbers.</summary>
internal readonly partial record struct NumberFormat(NumberKind Kind)
{
    /// <summary>A plain number.</summary>
    public static readonly NumberFormat Number;

    /// <summary>A format that all workbooks have.</summary>
    public static NumberFormat BuiltIn(string id) => new(id switch
    {
        "9" or "10" => NumberKind.Percentage,
        "14" or "15" or "16" or "17" => NumberKind.Date,
        "22" => NumberKind.Moment,
        "18" or "19" or "20" or "21" or "45" or "46" or "47" => NumberKind.Time,
        _ => NumberKind.Number,
    });

    /// <summary>A format by its code, such as <c>dd/mm/yyyy</c>.</summary>
    public static NumberFormat Of(string code)
    {
        // Hours beyond a day are a span of time, of which the number of days says as much.
        if (Spans().IsMatch(code)) return Number;
        var letters = Literals().Replace(code.Split(';')[0], "").ToLowerInvariant();
        var (hasDay, hasHour) = (letters.AsSpan().ContainsAny('y', 'd'), letters.AsSpan().ContainsAny('h', 's'));
        return new(letters.Contains('%', StringComparison.Ordinal) ? NumberKind.Percentage
            : hasDay && hasHour ? NumberKind.Moment
            : hasDay || (!hasHour && letters.Contains('m', StringComparison.Ordinal)) ? NumberKind.Date
            : hasHour ? NumberKind.Time
            : NumberKind.Number);
    }

    /// <summary>A number as a text: with a point, without groups, and dates as in ISO 8601.</summary>
    /// <param name="value">The number as the workbook has it.</param>
    /// <param name="beginsIn1904">Whether days are counted from 1904.</param>
    public string Written(string value, bool beginsIn1904)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        if (!double.IsFinite(number)) return value;
        return Kind switch
        {
            NumberKind.Number => Plain(number),
            NumberKind.Percentage => $"{Plain(number * 100)}%",
            _ => Moment(number, beginsIn1904) ?? Plain(number),
        };
    }

    private string? Moment(double number, bool beginsIn1904)
    {
        if (number is < 0 or >= 2_958_466) return null;
        var minutes = (long)Math.Round(number * 24 * 60);
        // The calendar of the first spreadsheets has a day too many in 1900, so that days before March of that year count one less.
        var days = (minutes / 1440) + (beginsIn1904 ? 1462 : number < 60 ? 1 : 0);
        var time = new TimeOnly(0, 0).AddMinutes(minutes % 1440).ToString("HH:mm", CultureInfo.InvariantCulture);
        if (Kind == NumberKind.Time || days == 0) return time;
        var day = new DateOnly(1899, 12, 30).AddDays((int)days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return minutes % 1440 == 0 ? day : $"{day} {time}";
    }

    /// <summary>The fifteen digits that a spreadsheet shows at most, without an exponent.</summary>
    private static string Plain(double number) =>
        Math.Abs(number) is < 1e15 and > 1e-12 or 0
            ? decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Texts, colours and conditions in a format, which are no letters of a date.</summary>
    [GeneratedRegex(@"""[^""]*""|\\.|_.|\[[^\]]*\]|\*.")]
    private static partial Regex Literals();

    [GeneratedRegex(@"\[[hms]+\]", RegexOptions.IgnoreCase)]
    private static partial Regex Spans();
}
