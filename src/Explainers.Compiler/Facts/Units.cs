using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Explainers.Facts;

/// <summary>A unit of one word: a measure, a currency, or the noun that is counted.</summary>
/// <param name="Symbol">As it is printed: <c>km²</c>.</param>
/// <param name="Key">As theme strings name it: <c>km2</c>.</param>
/// <param name="Dimension">What it measures; each currency and each noun is a dimension of its own.</param>
/// <param name="Power">The power of the dimension: 2 for an area in terms of length.</param>
/// <param name="Factor">How many base units it is.</param>
/// <param name="Offset">What is added in base units: temperatures only.</param>
internal sealed record UnitAtom(string Symbol, string Key, string Dimension, int Power, decimal Factor, decimal Offset = 0);

/// <summary>The units of measure by all their usual names; factors are the exact ones of the SI Brochure and of NIST SP 811.</summary>
internal static class Units
{
    /// <summary>The dimension of months and years, which have no fixed number of days.</summary>
    public const string Calendar = "calendar time";

    /// <summary>The dimension of percentage points, and of what else measures the difference of two percentages.</summary>
    internal const string PercentageDifference = "percentage difference";

    /// <summary>How the dimension of what is counted begins.</summary>
    internal const string Counted = "number of ";

    private static readonly (UnitAtom Unit, string Names)[] Table =
    [
        (new("mm", "mm", "length", 1, 0.001m), "mm|millimeter|millimeters|millimetre|millimetres"),
        (new("cm", "cm", "length", 1, 0.01m), "cm|centimeter|centimeters|centimetre|centimetres"),
        (new("m", "m", "length", 1, 1m), "m|meter|meters|metre|metres"),
        (new("km", "km", "length", 1, 1000m), "km|kilometer|kilometers|kilometre|kilometres"),
        (new("in", "in", "length", 1, 0.0254m), "in|inch|inches"),
        (new("ft", "ft", "length", 1, 0.3048m), "ft|foot|feet"),
        (new("yd", "yd", "length", 1, 0.9144m), "yd|yard|yards"),
        (new("mi", "mi", "length", 1, 1609.344m), "mi|mile|miles"),
        (new("nmi", "nmi", "length", 1, 1852m), "nmi|nautical mile|nautical miles"),
        (new("m²", "m2", "length", 2, 1m), "m²|m2|sq m|square meter|square meters|square metre|square metres"),
        (new("km²", "km2", "length", 2, 1_000_000m),
            "km²|km2|sq km|square kilometer|square kilometers|square kilometre|square kilometres"),
        (new("ha", "ha", "length", 2, 10_000m), "ha|hectare|hectares"),
        (new("acres", "acre", "length", 2, 4046.8564224m), "acres|acre"),
        (new("sq ft", "sq_ft", "length", 2, 0.09290304m), "sq ft|ft²|ft2|square foot|square feet"),
        (new("sq mi", "sq_mi", "length", 2, 2_589_988.110336m), "sq mi|mi²|mi2|square mile|square miles"),
        (new("l", "l", "length", 3, 0.001m), "l|L|liter|liters|litre|litres"),
        (new("m³", "m3", "length", 3, 1m), "m³|m3|cubic meter|cubic meters|cubic metre|cubic metres"),
        (new("barrels", "barrel", "length", 3, 0.158987294928m), "barrels|barrel|bbl"),
        (new("gallons", "gallon", "length", 3, 0.003785411784m), "gallons|gallon|US gallons|US gallon"),
        (new("g", "g", "mass", 1, 0.001m), "g|gram|grams"),
        (new("kg", "kg", "mass", 1, 1m), "kg|kilogram|kilograms"),
        (new("t", "t", "mass", 1, 1000m), "t|tonne|tonnes|metric ton|metric tons"),
        (new("lb", "lb", "mass", 1, 0.45359237m), "lb|lbs|pound|pounds"),
        (new("oz", "oz", "mass", 1, 0.028349523125m), "oz|ounce|ounces"),
        (new("tons", "ton", "mass", 1, 907.18474m), "tons|ton|short tons|short ton"),
        (new("s", "s", "time", 1, 1m), "s|sec|second|seconds"),
        (new("min", "min", "time", 1, 60m), "min|minute|minutes"),
        (new("h", "h", "time", 1, 3600m), "h|hr|hrs|hour|hours"),
        (new("days", "day", "time", 1, 86_400m), "days|day|d"),
        (new("weeks", "week", "time", 1, 604_800m), "weeks|week"),
        (new("months", "month", Calendar, 1, 1m), "months|month"),
        (new("years", "year", Calendar, 1, 12m), "years|year"),
        (new("decades", "decade", Calendar, 1, 120m), "decades|decade"),
        (new("centuries", "century", Calendar, 1, 1200m), "centuries|century"),
        (new("K", "k", "temperature", 1, 1m), "K|kelvin"),
        (new("°C", "c", "temperature", 1, 1m, 273.15m), "°C|℃|degrees Celsius"),
        (new("°F", "f", "temperature", 1, 0.5555555555555555555555555556m, 255.37222222222222222222222222m), "°F|℉|degrees Fahrenheit"),
        (new("%", "percent", "", 0, 0.01m), "%|percent|per cent"),
        (new("percentage points", "percentage_point", PercentageDifference, 1, 1m), "percentage points|percentage point|pp"),
        (new("US cents", "us_cent", "USD", 1, 0.01m), "US cents|US cent"),
        (new("euro cents", "euro_cent", "EUR", 1, 0.01m), "euro cents|euro cent"),
        (new("pence", "penny", "GBP", 1, 0.01m), "pence|penny"),
    ];

    private static readonly FrozenDictionary<string, UnitAtom> ByName = Table
        .SelectMany(row => row.Names.Split('|').Select(name => (Name: name, row.Unit)))
        .ToFrozenDictionary(named => named.Name, named => named.Unit, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ByAnyCase = ByName.Keys
        .Where(name => name.Length > 1)
        .DistinctBy(name => name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    private static readonly Diagnostics.NearestIndex LongNames = new(ByName.Keys.Where(name => name.Length > 3));

    /// <summary>The names of every unit, the first as it is printed, gathered by what they measure; for the guides.</summary>
    public static IEnumerable<IGrouping<string, string[]>> ByDimension() =>
        Table.GroupBy(row => Measure(row.Unit), row => row.Names.Split('|'));

    /// <summary>Every measure by each of its names.</summary>
    public static IEnumerable<KeyValuePair<string, UnitAtom>> Named => ByName;

    /// <summary>A measure or currency by any of its names, or null.</summary>
    public static UnitAtom? Atom(string name) =>
        ByName.TryGetValue(name, out var unit) ? unit : Currencies.IsKnown(name) ? new UnitAtom(name, name, name, 1, 1m) : null;

    /// <summary>What is counted, as a unit; singular and plural count as one where they differ by a final s.</summary>
    public static UnitAtom Noun(string noun) => new(noun, noun, $"{Counted}{(noun.EndsWith('s') ? noun[..^1] : noun)}", 1, 1m);

    /// <summary>The unit that a word was probably meant to be: one letter off a name of four or more.</summary>
    public static string? NearestTo(string word) =>
        word.Length < 4 || ByName.ContainsKey(word) ? null : LongNames.WithinOneEdit(word);

    /// <summary>The name of a measure that differs from a word by small and capital letters alone, or null.</summary>
    public static string? InAnyCase(string word) => ByAnyCase.GetValueOrDefault(word);

    /// <summary>Whether a unit is printed as a word and not as a sign: "acres" and not "km".</summary>
    public static bool IsWord(UnitAtom atom) => atom.Symbol.Length > 4 && !atom.Symbol.StartsWith("sq ", StringComparison.Ordinal);

    private static string Measure(UnitAtom unit) => (unit.Dimension, unit.Power) switch
    {
        ("length", 2) => "area",
        ("length", 3) => "volume",
        (Calendar, _) => "months and years",
        ("", _) => "parts of a whole",
        (PercentageDifference, _) => "differences of percentages",
        ({ Length: 3 } currency, _) => $"parts of {currency}",
        var (dimension, _) => dimension,
    };
}
