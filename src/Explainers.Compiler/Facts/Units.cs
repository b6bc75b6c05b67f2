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
internal sealed record UnitAtom(string Symbol, string Key, string Dimension, int Power, decimal Factor, decimal Offset = 0)
{
    /// <summary>Whether more of it is less of the base unit: miles per gallon are such a unit of fuel use.</summary>
    public bool IsReciprocal { get; init; }

    /// <summary>Its SI prefix as a word, and the key of the unit before which that stands; empty for a unit without one.</summary>
    public (string Prefix, string Key) Prefixed { get; init; } = ("", "");

    /// <summary>Whether it can be added up and multiplied: degrees have no zero of their own, and reciprocals do not add up.</summary>
    public bool IsCalculable => Offset == 0 && !IsReciprocal;
}

/// <summary>The units of measure by all their usual names; factors are the exact ones of the SI Brochure and of NIST SP 811.</summary>
internal static class Units
{
    /// <summary>The dimension of months and years, which have no fixed number of days.</summary>
    public const string Calendar = "calendar time";

    /// <summary>The dimension of percentage points, and of what else measures the difference of two percentages.</summary>
    internal const string PercentageDifference = "percentage difference";

    /// <summary>How the dimension of what is counted begins.</summary>
    internal const string Counted = "number of ";

    private static readonly FrozenDictionary<string, UnitAtom> ByName = UnitTable.Rows
        .SelectMany(row => row.Names.Split('|').Select(name => (Name: name, row.Unit)))
        .ToFrozenDictionary(named => named.Name, named => named.Unit, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ByAnyCase = ByName.Keys
        .Where(name => name.Length > 1)
        .DistinctBy(name => name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    private static readonly Diagnostics.NearestIndex LongNames = new(ByName.Keys.Where(name => name.Length > 3));

    /// <summary>Measures that are made of others.</summary>
    private static readonly FrozenDictionary<string, ImmutableArray<(string Dimension, int Power)>> Made =
        new Dictionary<string, ImmutableArray<(string, int)>>
        {
            ["speed"] = [("length", 1), ("time", -1)],
            ["force"] = [("mass", 1), ("length", 1), ("time", -2)],
            ["pressure"] = [("mass", 1), ("length", -1), ("time", -2)],
            ["energy"] = [("mass", 1), ("length", 2), ("time", -2)],
            ["power"] = [("mass", 1), ("length", 2), ("time", -3)],
            ["frequency"] = [("time", -1)],
            ["data rate"] = [("data", 1), ("time", -1)],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of every unit, the first as it is printed, gathered by what they measure; for the guides.</summary>
    public static IEnumerable<IGrouping<string, string[]>> ByDimension() =>
        UnitTable.Rows.GroupBy(row => Measure(row.Unit), row => row.Names.Split('|'));

    /// <summary>Every measure by each of its names.</summary>
    public static IEnumerable<KeyValuePair<string, UnitAtom>> Named => ByName;

    /// <summary>A measure or currency by any of its names, or null.</summary>
    public static UnitAtom? Atom(string name) =>
        ByName.TryGetValue(name, out var unit) ? unit : Currencies.IsKnown(name) ? new UnitAtom(name, name, name, 1, 1m) : null;

    /// <summary>What is counted, as a unit; singular and plural count as one.</summary>
    public static UnitAtom Noun(string noun) => noun is "people" or "person" or "persons" or "capita"
        ? new(noun, noun == "people" ? "person" : noun, $"{Counted}people", 1, 1m)
        : new(noun, noun, $"{Counted}{SingularOf(noun)}", 1, 1m);

    /// <summary>A unit as it is printed below the line: what is counted stands there in the singular.</summary>
    public static UnitAtom One(UnitAtom atom) => atom.Dimension.StartsWith(Counted, StringComparison.Ordinal)
        ? atom with { Symbol = SingularOf(atom.Symbol) }
        : atom;

    /// <summary>One of what a noun counts: "resident" of "residents". Other languages have no rule here, and few such ends.</summary>
    public static string SingularOf(string noun) => noun switch
    {
        "people" => "person",
        "children" => "child",
        [.., 'm', 'e', 'n'] when noun is "men" or "women" || noun.EndsWith(" men", StringComparison.Ordinal) => noun[..^2] + "an",
        "movies" or "cookies" or "calories" => noun[..^1],
        [.., 'i', 'e', 's'] when noun.Length > 5 => noun[..^3] + "y",
        [.., 's', 's', 'e', 's'] or [.., 'b', 'u', 's', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'c' or 's', 'h', 'e', 's'] => noun[..^2],
        [.., 's' or 'u' or 'i', 's'] => noun,
        [.., 's'] when noun.Length > 3 => noun[..^1],
        _ => noun,
    };

    /// <summary>What a unit measures, as powers of what all measures are made of: a speed is a length by a time.</summary>
    public static ImmutableArray<(string Dimension, int Power)> Parts(UnitAtom atom) =>
        Made.TryGetValue(atom.Dimension, out var parts) ? parts : atom.Dimension.Length == 0 ? [] : [(atom.Dimension, atom.Power)];

    /// <summary>The unit that a word was probably meant to be: one letter off a name of four or more.</summary>
    public static string? NearestTo(string word) =>
        word.Length < 4 || ByName.ContainsKey(word) ? null : LongNames.WithinOneEdit(word);

    /// <summary>The name of a measure that differs from a word by small and capital letters alone, or null.</summary>
    public static string? InAnyCase(string word) => ByAnyCase.GetValueOrDefault(word);

    /// <summary>Whether a unit is printed as a word and not as a sign: "acres" and not "km".</summary>
    public static bool IsWord(UnitAtom atom) => atom.Symbol.Length > 4 && !atom.Symbol.AsSpan().ContainsAny("/₂")
        && !atom.Symbol.StartsWith("sq ", StringComparison.Ordinal) && !atom.Symbol.StartsWith("cu ", StringComparison.Ordinal);

    /// <summary>What a unit measures, in words.</summary>
    public static string Measure(UnitAtom unit) => (unit.Dimension, unit.Power) switch
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
