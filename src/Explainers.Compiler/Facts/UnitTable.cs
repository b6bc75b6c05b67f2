using System.Collections.Immutable;

namespace Explainers.Facts;

/// <summary>
/// Every unit of measure with its names, the first as it is printed most often. Factors are the exact ones of the SI Brochure and of
/// NIST SP 811.
/// </summary>
internal static class UnitTable
{
    private const string Points = Units.PercentageDifference;

    private static readonly ImmutableArray<(string Symbol, string Word, decimal Factor)> Prefixes =
    [
        ("n", "nano", 1e-9m), ("µ", "micro", 1e-6m), ("m", "milli", 1e-3m), ("h", "hecto", 100m), ("k", "kilo", 1e3m), ("M", "mega", 1e6m),
        ("G", "giga", 1e9m), ("T", "tera", 1e12m), ("P", "peta", 1e15m),
    ];

    /// <summary>The units.</summary>
    public static readonly ImmutableArray<(UnitAtom Unit, string Names)> Rows =
    [
        (new("mm", "mm", "length", 1, 0.001m), "mm|millimeter|millimeters|millimetre|millimetres"),
        (new("cm", "cm", "length", 1, 0.01m), "cm|centimeter|centimeters|centimetre|centimetres"),
        (new("m", "m", "length", 1, 1m), "m|meter|meters|metre|metres"),
        (new("km", "km", "length", 1, 1000m), "km|kilometer|kilometers|kilometre|kilometres"),
        .. WithPrefixes(new("m", "m", "length", 1, 1m), "m", "meter|meters|metre|metres", "nµ"),
        (new("in", "in", "length", 1, 0.0254m), "in|inch|inches"),
        (new("ft", "ft", "length", 1, 0.3048m), "ft|foot|feet"),
        (new("yd", "yd", "length", 1, 0.9144m), "yd|yard|yards"),
        (new("mi", "mi", "length", 1, 1609.344m), "mi|mile|miles"),
        (new("nmi", "nmi", "length", 1, 1852m), "nmi|nautical mile|nautical miles"),
        (new("light-years", "light_year", "length", 1, 9_460_730_472_580_800m), "light-years|light-year|light years|light year"),
        (new("mm²", "mm2", "length", 2, 0.000001m), "mm²|mm2|sq mm|square millimeters|square millimetres"),
        (new("cm²", "cm2", "length", 2, 0.0001m), "cm²|cm2|sq cm|square centimeters|square centimetres"),
        (new("m²", "m2", "length", 2, 1m), "m²|m2|sq m|square meter|square meters|square metre|square metres"),
        (new("km²", "km2", "length", 2, 1_000_000m),
            "km²|km2|sq km|square kilometer|square kilometers|square kilometre|square kilometres"),
        (new("ha", "ha", "length", 2, 10_000m), "ha|hectare|hectares"),
        (new("acres", "acre", "length", 2, 4046.8564224m), "acres|acre"),
        (new("sq in", "sq_in", "length", 2, 0.00064516m), "sq in|in²|in2|square inch|square inches"),
        (new("sq ft", "sq_ft", "length", 2, 0.09290304m), "sq ft|ft²|ft2|square foot|square feet"),
        (new("sq yd", "sq_yd", "length", 2, 0.83612736m), "sq yd|yd²|yd2|square yard|square yards"),
        (new("sq mi", "sq_mi", "length", 2, 2_589_988.110336m), "sq mi|mi²|mi2|square mile|square miles"),
        (new("ml", "ml", "length", 3, 0.000001m), "ml|mL|milliliter|milliliters|millilitre|millilitres"),
        (new("cl", "cl", "length", 3, 0.00001m), "cl|cL|centiliter|centiliters|centilitre|centilitres"),
        (new("l", "l", "length", 3, 0.001m), "l|L|liter|liters|litre|litres"),
        (new("hl", "hl", "length", 3, 0.1m), "hl|hL|hectoliter|hectoliters|hectolitre|hectolitres"),
        (new("cm³", "cm3", "length", 3, 0.000001m), "cm³|cm3|cubic centimeters|cubic centimetres"),
        (new("m³", "m3", "length", 3, 1m), "m³|m3|cubic meter|cubic meters|cubic metre|cubic metres"),
        (new("km³", "km3", "length", 3, 1_000_000_000m), "km³|km3|cubic kilometer|cubic kilometers|cubic kilometre|cubic kilometres"),
        (new("cu ft", "cu_ft", "length", 3, 0.028316846592m), "cu ft|ft³|ft3|cubic foot|cubic feet"),
        (new("cu yd", "cu_yd", "length", 3, 0.764554857984m), "cu yd|yd³|yd3|cubic yard|cubic yards"),
        (new("acre-feet", "acre_foot", "length", 3, 1233.48183754752m), "acre-feet|acre-foot|acre feet|acre foot"),
        (new("barrels", "barrel", "length", 3, 0.158987294928m), "barrels|barrel|bbl"),
        (new("gallons", "gallon", "length", 3, 0.003785411784m), "gallons|gallon|US gallons|US gallon"),
        (new("UK gallons", "uk_gallon", "length", 3, 0.00454609m), "UK gallons|UK gallon|imperial gallons|imperial gallon"),
        (new("US pints", "us_pint", "length", 3, 0.000473176473m), "US pints|US pint"),
        (new("UK pints", "uk_pint", "length", 3, 0.00056826125m), "UK pints|UK pint|imperial pints|imperial pint"),
        (new("mg", "mg", "mass", 1, 0.000001m), "mg|milligram|milligrams"),
        (new("g", "g", "mass", 1, 0.001m), "g|gram|grams"),
        .. WithPrefixes(new("g", "g", "mass", 1, 0.001m), "g", "gram|grams", "µ"),
        (new("kg", "kg", "mass", 1, 1m), "kg|kilogram|kilograms"),
        (new("t", "t", "mass", 1, 1000m), "t|tonne|tonnes|metric ton|metric tons"),
        .. WithPrefixes(new("t", "t", "mass", 1, 1000m), "t", "tonne|tonnes", "kMG"),
        (new("lb", "lb", "mass", 1, 0.45359237m), "lb|lbs|pound|pounds"),
        (new("oz", "oz", "mass", 1, 0.028349523125m), "oz|ounce|ounces"),
        (new("troy ounces", "troy_ounce", "mass", 1, 0.0311034768m), "troy ounces|troy ounce"),
        (new("carats", "carat", "mass", 1, 0.0002m), "carats|carat"),
        (new("tons", "ton", "mass", 1, 907.18474m), "tons|ton|short tons|short ton"),
        (new("long tons", "long_ton", "mass", 1, 1016.0469088m), "long tons|long ton"),
        .. Carbon("CO₂ equivalents", "e", "co2e", "e|-eq", " equivalent"),
        .. Carbon("carbon dioxide", "", "co2", "", ""),
        (new("ms", "ms", "time", 1, 0.001m), "ms|millisecond|milliseconds"),
        (new("s", "s", "time", 1, 1m), "s|sec|second|seconds"),
        (new("min", "min", "time", 1, 60m), "min|minute|minutes"),
        (new("h", "h", "time", 1, 3600m), "h|hr|hrs|hour|hours"),
        (new("days", "day", "time", 1, 86_400m), "days|day|d"),
        (new("weeks", "week", "time", 1, 604_800m), "weeks|week"),
        (new("months", "month", Units.Calendar, 1, 1m), "months|month"),
        (new("years", "year", Units.Calendar, 1, 12m), "years|year"),
        (new("decades", "decade", Units.Calendar, 1, 120m), "decades|decade"),
        (new("centuries", "century", Units.Calendar, 1, 1200m), "centuries|century"),
        (new("mph", "mph", "speed", 1, 0.44704m), "mph|miles per hour|mile per hour"),
        (new("knots", "knot", "speed", 1, 0.5144444444444444444444444444m), "knots|knot|kn"),
        (new("K", "k", "temperature", 1, 1m), "K|kelvin"),
        (new("°C", "c", "temperature", 1, 1m, 273.15m), "°C|℃|degrees Celsius"),
        (new("°F", "f", "temperature", 1, 0.5555555555555555555555555556m, 255.37222222222222222222222222m), "°F|℉|degrees Fahrenheit"),
        .. With(new("J", "joule", "energy", 1, 1m), "J", "joule|joules", "kMGTP"),
        .. With(new("Wh", "watt_hour", "energy", 1, 3600m), "Wh", "watt-hour|watt-hours|watt hour|watt hours|watthours", "kMGT"),
        (new("kcal", "kcal", "energy", 1, 4184m), "kcal|kilocalorie|kilocalories"),
        (new("Btu", "btu", "energy", 1, 1055.05585262m), "Btu|BTU|British thermal units|British thermal unit"),
        .. With(new("toe", "toe", "energy", 1, 41_868_000_000m), "toe", "tonne of oil equivalent|tonnes of oil equivalent", "kM"),
        .. With(new("W", "watt", "power", 1, 1m), "W", "watt|watts", "mkMGT"),
        (new("hp", "hp", "power", 1, 745.69987158227022m), "hp|horsepower"),
        (new("metric horsepower", "metric_horsepower", "power", 1, 735.49875m), "metric horsepower"),
        .. With(new("Pa", "pascal", "pressure", 1, 1m), "Pa", "pascal|pascals", "hkMG"),
        .. With(new("bar", "bar", "pressure", 1, 100_000m), "bar", "", "m"),
        (new("atm", "atmosphere", "pressure", 1, 101_325m), "atm|atmospheres|atmosphere"),
        (new("psi", "psi", "pressure", 1, 6894.757293168361m), "psi|pounds per square inch"),
        (new("mmHg", "mmhg", "pressure", 1, 133.322387415m), "mmHg|millimeters of mercury|millimetres of mercury"),
        .. With(new("N", "newton", "force", 1, 1m), "N", "newton|newtons", "kM"),
        (new("lbf", "lbf", "force", 1, 4.4482216152605m), "lbf|pounds of force|pound of force|pound-force"),
        (new("kgf", "kgf", "force", 1, 9.80665m), "kgf|kilograms of force|kilogram of force|kilogram-force"),
        .. With(new("bit", "bit", "data", 1, 1m), "bit", "bits", "kMGT"),
        (new("bytes", "byte", "data", 1, 8m), "bytes|byte"),
        .. WithPrefixes(new("B", "byte", "data", 1, 8m), "B", "byte|bytes", "kMGTP"),
        (new("KiB", "kibibyte", "data", 1, 8192m), "KiB|kibibyte|kibibytes"),
        (new("MiB", "mebibyte", "data", 1, 8_388_608m), "MiB|mebibyte|mebibytes"),
        (new("GiB", "gibibyte", "data", 1, 8_589_934_592m), "GiB|gibibyte|gibibytes"),
        (new("TiB", "tebibyte", "data", 1, 8_796_093_022_208m), "TiB|tebibyte|tebibytes"),
        .. WithPrefixes(new("bit/s", "bit_per_second", "data rate", 1, 1m), "bps", "", "kMGT"),
        .. With(new("Hz", "hertz", "frequency", 1, 1m), "Hz", "hertz", "kMGT"),
        (new("°", "degree", "angle", 1, 1m), "°|degrees of arc|degree of arc"),
        (new("arcminutes", "arcminute", "angle", 1, 0.0166666666666666666666666667m), "arcminutes|arcminute"),
        (new("arcseconds", "arcsecond", "angle", 1, 0.0002777777777777777777777778m), "arcseconds|arcsecond"),
        (new("radians", "radian", "angle", 1, 57.295779513082320876798154814m), "radians|radian"),
        (new("l/100 km", "l_100km", "fuel use", 1, 1m), "l/100 km|L/100 km|l/100km|L/100km|liters per 100 km|litres per 100 km"),
        (new("km/l", "km_l", "fuel use", 1, 100m) { IsReciprocal = true }, "km/l|km/L|kilometers per liter|kilometres per litre"),
        (new("mpg", "mpg", "fuel use", 1, 235.21458333333333333333333333m) { IsReciprocal = true }, "mpg|miles per gallon|US mpg"),
        (new("UK mpg", "uk_mpg", "fuel use", 1, 282.48093633182215859381214707m) { IsReciprocal = true }, "UK mpg|imperial mpg"),
        (new("%", "percent", "", 0, 0.01m), "%|percent|per cent"),
        (new("percentage points", "percentage_point", Points, 1, 1m), "percentage points|percentage point|pp"),
        (new("basis points", "basis_point", Points, 1, 0.01m), "basis points|basis point|bp|bps"),
        (new("US cents", "us_cent", "USD", 1, 0.01m), "US cents|US cent"),
        (new("euro cents", "euro_cent", "EUR", 1, 0.01m), "euro cents|euro cent"),
        (new("pence", "penny", "GBP", 1, 0.01m), "pence|penny"),
    ];

    /// <summary>A unit, and the same with some prefixes.</summary>
    private static IEnumerable<(UnitAtom, string)> With(UnitAtom unit, string sign, string words, string prefixes) =>
        WithPrefixes(unit, sign, words, prefixes).Prepend((unit, words.Length == 0 ? sign : $"{sign}|{words}"));

    /// <summary>A unit with each of some prefixes.</summary>
    private static IEnumerable<(UnitAtom, string)> WithPrefixes(UnitAtom unit, string signs, string words, string prefixes) =>
        from prefix in Prefixes
        where prefixes.Contains(prefix.Symbol, StringComparison.Ordinal)
        select (
            unit with
            {
                Symbol = prefix.Symbol + unit.Symbol,
                Key = prefix.Word + unit.Key,
                Factor = prefix.Factor * unit.Factor,
                Prefixed = (prefix.Word, unit.Key),
            },
            string.Join('|', Each(prefix.Symbol, signs).Concat(Each(prefix.Word, words))));

    private static IEnumerable<string> Each(string prefix, string names) =>
        names.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(name => prefix + name);

    /// <summary>Masses of carbon dioxide, which are no masses of anything else.</summary>
    private static IEnumerable<(UnitAtom, string)> Carbon(string measure, string sign, string key, string signs, string words)
    {
        string[] gas = ["CO2", "CO₂"];
        return [
            .. Of("g", 0.001m, "gram|grams", ""), .. Of("kg", 1m, "kilogram|kilograms", ""), .. Of("t", 1000m, "tonne|tonnes", "kMG"),
        ];

        IEnumerable<(UnitAtom, string)> Of(string mass, decimal factor, string masses, string prefixes) => With(
            new UnitAtom($"{mass} CO₂{sign}", $"{mass}_{key}", measure, 1, factor),
            Joined(mass, " ", signs),
            string.Join('|', masses.Split('|').Select(word => Joined(word, " of ", words))),
            prefixes);

        string Joined(string mass, string joint, string ends) =>
            string.Join('|', ends.Split('|').SelectMany(end => gas.Select(name => $"{mass}{joint}{name}{end}")));
    }
}
