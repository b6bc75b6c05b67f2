using System.Globalization;

namespace Explainers.Facts.Literals;

/// <summary>Reads a latitude and a longitude in decimal degrees.</summary>
internal static class CoordinatesReader
{
    private const string Expected = "a latitude and a longitude, such as 57.0531 N 135.3300 W";

    /// <summary>Reads a literal of two numbers, each with its letter of the compass.</summary>
    public static LiteralReading Read(string text)
    {
        var words = text.Split([' ', ',', '°'], StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var first, ['N' or 'S'] north, var second, ['E' or 'W'] east]) return LiteralReading.NotMine;
        if (Degrees(first) is not { } latitude || Degrees(second) is not { } longitude)
            return LiteralReading.Refused(Expected, "write decimal degrees: 57.0531 N 135.3300 W");
        if (latitude > 90) return LiteralReading.Refused("a latitude", "latitudes run from 0 to 90 degrees north or south");
        if (longitude > 180) return LiteralReading.Refused("a longitude", "longitudes run from 0 to 180 degrees east or west");
        return LiteralReading.Of(new CoordinatesValue(north == "S" ? -latitude : latitude, east == "W" ? -longitude : longitude));
    }

    private static decimal? Degrees(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && degrees < 1000
            ? degrees
            : null;
}
