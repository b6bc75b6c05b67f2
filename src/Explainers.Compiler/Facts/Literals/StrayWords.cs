using System.Collections.Frozen;

namespace Explainers.Facts.Literals;

/// <summary>Tells a unit that words follow which belong to the sentence: "metre long", "km away", "per cent of voters".</summary>
internal static class StrayWords
{
    /// <summary>The words that a unit may have, at most: "metric tons".</summary>
    private const int MostWords = 3;

    /// <summary>Words that follow a measure in a sentence, and that nothing which is counted begins with.</summary>
    private static readonly FrozenSet<string> Behind = FrozenSet.ToFrozenSet(
        [
            "long", "wide", "tall", "high", "deep", "thick", "across", "broad", "away", "apart", "off", "old",
            "later", "earlier", "ago", "before", "after", "left", "longer", "shorter", "taller", "higher", "deeper",
            "wider", "lower", "older", "younger", "heavier", "lighter", "faster", "slower", "more", "less", "fewer",
            "above", "below", "behind", "ahead", "north", "south", "east", "west", "inland", "offshore", "upstream",
            "downstream", "of", "in", "from", "to", "into", "at", "on", "for", "by", "since", "over", "under",
            "around", "than", "worth", "each", "total", "altogether", "and", "or", "with", "without",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The unit alone, as it is printed, where such words follow it; null where none do.</summary>
    public static string? Without(string unit) => Found(unit)?.Bare;

    /// <summary>What a value is whose unit stray words follow, in the words of a message; null for any other.</summary>
    public static string? Described(FactValue value, string unit)
    {
        if (Found(unit) is not (_, { Length: > 0 } rest)) return null;
        var words = rest.Contains(' ', StringComparison.Ordinal) ? "stray words" : "a stray word";
        return $"{Named(value)} with {words}, '{rest}'";
    }

    private static string Named(FactValue value)
    {
        if (value is not QuantityValue { Unit: { IsPercent: false, IsPoints: false, IsTime: false, Single: { } atom } })
            return value is QuantityValue { Unit.IsTime: true } ? "a span of time" : Kinds.Named(value);
        var measure = Units.Measure(atom);
        return $"{(measure[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a")} {measure}";
    }

    private static (string Bare, string Behind)? Found(string unit)
    {
        if (unit.StartsWith('-')) unit = unit[1..];
        for (var end = Break(unit, 0, MostWords); end > 0; end = unit.LastIndexOfAny([' ', '-'], end - 1))
        {
            var (name, rest) = (unit[..end], unit[(end + 1)..].Split(' ', '-'));
            if (Unit.Read(name, Nouns.Refused) is not { } known) continue;
            if (rest is ["a" or "an" or "each" or "every", var below] && Units.Atom(below) is not null) return ($"{name}/{below}", "");
            return Behind.Contains(rest[0]) ? (Printed(known, name), unit[(end + 1)..]) : null;
        }
        return null;
    }

    /// <summary>Where the words of a unit end at the latest, or -1 where there is one word alone.</summary>
    private static int Break(string unit, int from, int words)
    {
        var end = unit.IndexOfAny([' ', '-'], from);
        if (end < 0 || words == 1) return end;
        return Break(unit, end + 1, words - 1) is > 0 and var further ? further : end;
    }

    /// <summary>The unit in more than one, where it is a word.</summary>
    private static string Printed(Unit unit, string name) => name switch
    {
        "foot" => "feet",
        "inch" => "inches",
        _ when unit.IsTime => name,
        { Length: > 3 } when Units.Atom($"{name}s") == unit.Single => $"{name}s",
        _ => unit.Single?.Symbol ?? name,
    };
}
