using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Explainers.Facts.Literals;

/// <summary>Tells units and currencies that are written as nobody reads them here: "kms", "dollars", "C".</summary>
internal static class UnitSuggestions
{
    private static readonly FrozenDictionary<string, string> Meant = new Dictionary<string, string>
    {
        ["USD"] = "dollars|dollar|Dollars|Dollar|US dollars|US dollar|U.S. dollars|bucks|$|US$|usd",
        ["EUR"] = "euros|euro|Euros|Euro|€|eur",
        ["GBP"] = "pounds sterling|British pounds|£|gbp",
        ["CHF"] = "Swiss francs|Swiss franc|Franken|chf",
        ["JPY"] = "yen|Yen|¥|jpy",
        ["CAD"] = "Canadian dollars|C$|cad",
        ["AUD"] = "Australian dollars|A$|aud",
        ["RUB"] = "rubles|roubles|ruble|rouble|₽|rub",
        ["UAH"] = "hryvnias|hryvnia|₴|uah",
        ["CNY"] = "yuan|renminbi|cny",
        ["INR"] = "rupees|₹|inr",
        ["PLN"] = "zloty|zlotys|złoty",
        ["US cents|euro cents"] = "cents|cent|ct",
        ["°C"] = "C|degrees C|deg C|° C|Celsius|celsius|degrees celsius|°c",
        ["°F"] = "F|degrees F|deg F|° F|Fahrenheit|fahrenheit|degrees fahrenheit|°f",
        ["°C|°F"] = "degrees|degree|deg",
        ["sq m"] = "sqm|sq. m|sq.m|sq. meters|sq meters|qm",
        ["sq km"] = "sqkm|sq. km|sq.km|sq kms|qkm|km^2",
        ["sq ft"] = "sqft|sq. ft|sq.ft|sq. feet|sq feet",
        ["sq mi"] = "sqmi|sq. mi|sq.mi|sq. miles|sq miles",
        ["km/h"] = "kmh|kph|kmph",
        ["%"] = "pct|percents|Prozent|p.c.|per-cent",
        ["percentage points"] = "percent points|per cent points|% points|%-points|pct points|pct. points|percentage-points|p.p.|ppt"
            + "|Prozentpunkte|Prozentpunkt|%-Punkte",
    }.SelectMany(row => row.Value.Split('|').Select(name => (Name: name, Meant: row.Key))).ToFrozenDictionary(row => row.Name,
    row => row.Meant, StringComparer.Ordinal);

    /// <summary>
    /// The units that a word was most likely meant to be, the likeliest first; none for a unit as it should be, and for what is counted.
    /// </summary>
    public static ImmutableArray<string> Of(string unit)
    {
        if (Meant.TryGetValue(unit, out var meant)) return [.. meant.Split('|')];
        if (Unit.Read(unit, Nouns.Refused) is not null) return [];
        foreach (var joint in (ReadOnlySpan<string>)["/", " per "])
        {
            var at = unit.IndexOf(joint, StringComparison.Ordinal);
            if (at > 0) return Joined(unit[..at].Trim(), unit[(at + joint.Length)..].Trim());
        }
        if (Squared(unit) is { } squared) return [squared];
        if (StrayWords.Without(unit) is { } bare) return [bare];
        return Word(unit) is { } word ? [word] : [];
    }

    /// <summary>"square km" and "sq kilometres", with the word and the sign as they go together.</summary>
    private static string? Squared(string unit)
    {
        var space = unit.IndexOf(' ');
        var power = space < 0 ? "" : unit[..space] switch { "square" or "sq" or "sq." => "2", "cubic" or "cu" or "cu." => "3", _ => "" };
        if (power.Length == 0 || Units.Atom(unit[(space + 1)..]) is not { Dimension: "length", Power: 1 } atom) return null;
        return Units.Atom(atom.Symbol + power) is { } known ? known.Symbol : null;
    }

    private static ImmutableArray<string> Joined(string above, string below)
    {
        var (first, second) = (Of(above), Of(below));
        if (first.IsEmpty && second.IsEmpty) return [];
        var denominator = second.IsEmpty ? below : second[0];
        return [.. (first.IsEmpty ? [above] : first).Select(unit => $"{unit}/{denominator}")];
    }

    /// <summary>
    /// The unit without the s or the point that signs do not take, without a letter that stands there twice, or in small letters.
    /// </summary>
    private static string? Word(string word)
    {
        var bare = word.TrimEnd('.');
        if (bare.Length < word.Length && IsUnit(bare)) return bare;
        if (bare.EndsWith('s') && bare.Length > 2 && IsUnit(bare[..^1])) return bare[..^1];
        if (Units.InAnyCase(bare) is { } unit && unit != word) return unit;
        if (word.Length > 4 || word.AsSpan().ContainsAny("aeiou")) return null;
        for (var i = 1; i < word.Length && word.Length > 2; i++)
            if (word[i] == word[i - 1] && IsUnit(word.Remove(i, 1))) return word.Remove(i, 1);
        return null;
    }

    private static bool IsUnit(string word) => word.Length > 1 && Unit.Read(word, Nouns.Refused) is { Currency: null };
}
