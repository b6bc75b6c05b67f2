using System.Globalization;

namespace Explainers.Parsing.Text;

/// <summary>How exact a date is.</summary>
internal enum Precision
{
    /// <summary>A year.</summary>
    Year,

    /// <summary>A month of a year.</summary>
    Month,

    /// <summary>A day.</summary>
    Day,
}

/// <summary>A date of year, month or day precision in the Gregorian calendar, as in ISO 8601.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12, or 0 where only the year is known.</param>
/// <param name="Day">1 to 31, or 0 where only the month is known.</param>
internal readonly record struct PartialDate(int Year, int Month, int Day)
{
    /// <summary>How exact it is.</summary>
    public Precision Precision => Day > 0 ? Precision.Day : Month > 0 ? Precision.Month : Precision.Year;

    /// <summary>The first day that it covers.</summary>
    public DateOnly FirstDay => new(Year, Math.Max(1, Month), Math.Max(1, Day));

    /// <summary>The last day that it covers.</summary>
    public DateOnly LastDay => Precision switch
    {
        Precision.Day => FirstDay,
        Precision.Month => new DateOnly(Year, Month, DateTime.DaysInMonth(Year, Month)),
        _ => new DateOnly(Year, 12, 31),
    };

    /// <summary>A day.</summary>
    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads <c>2025-08-15</c>, <c>2025-08</c> or <c>2025</c>, and nothing else.</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        date = default;
        if (text.Length is not (4 or 7 or 10)) return false;
        if (text.Length >= 7 && text[4] != '-' || text.Length == 10 && text[7] != '-') return false;
        if (!Digits(text.AsSpan(0, 4), out var year) || year == 0) return false;
        int month = 0, day = 0;
        if (text.Length >= 7 && (!Digits(text.AsSpan(5, 2), out month) || month is < 1 or > 12)) return false;
        if (text.Length == 10 && (!Digits(text.AsSpan(8, 2), out day) || day < 1 || day > DateTime.DaysInMonth(year, month))) return false;
        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>The ISO 8601 form: <c>2025-08-15</c>, <c>2025-08</c> or <c>2025</c>.</summary>
    public override string ToString() => Precision switch
    {
        Precision.Day => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}"),
        Precision.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}"),
        _ => Year.ToString("D4", CultureInfo.InvariantCulture),
    };

    private static bool Digits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
