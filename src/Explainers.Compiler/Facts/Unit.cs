using System.Collections.Immutable;
using Explainers.Incremental;

namespace Explainers.Facts;

/// <summary>A unit as written: one word, or words joined by "/" or "per".</summary>
/// <param name="Text">As it is printed after a figure.</param>
/// <param name="Parts">Its words with their powers; -1 below the line.</param>
internal sealed record Unit(string Text, EquatableArray<UnitPart> Parts)
{
    /// <summary>The unit of a plain number.</summary>
    public static readonly Unit None = new("", []);

    /// <summary>How many words a unit can have: "kg/m/s" has three.</summary>
    private const int MostParts = 4;

    /// <summary>Per cent.</summary>
    public static readonly Unit Percent = Of(Units.Atom("%")!);

    /// <summary>Percentage points, which the difference of two percentages is measured in.</summary>
    public static readonly Unit Points = Of(Units.Atom("percentage points")!);

    /// <summary>Days.</summary>
    public static readonly Unit Days = Of(Units.Atom("days")!);

    /// <summary>Months.</summary>
    public static readonly Unit Months = Of(Units.Atom("months")!);

    /// <summary>Years.</summary>
    public static readonly Unit Years = Of(Units.Atom("years")!);

    /// <summary>How many base units it is.</summary>
    /// <exception cref="OverflowException">It is too large for a decimal number.</exception>
    public decimal Factor => Single is { Factor: not 0 } atom
        ? atom.Factor
        : Parts.Aggregate(1m, (factor, part) => part.Power > 0 ? factor * Raised(part) : factor / Raised(part));

    /// <summary>What it measures: two units with the same dimensions can be converted into one another.</summary>
    public string Dimensions { get; } = DimensionsOf(Parts);

    /// <summary>The one word that it consists of, or null.</summary>
    public UnitAtom? Single => Parts is [{ Power: 1 } only] ? only.Atom : null;

    /// <summary>The currency, where it is one and nothing else.</summary>
    public string? Currency => Single is { } atom && Currencies.IsKnown(atom.Key) ? atom.Key : null;

    /// <summary>Whether it is per cent.</summary>
    public bool IsPercent => Single?.Key == "percent";

    /// <summary>Whether it is a unit for differences of percentages.</summary>
    public bool IsPoints => Single?.Dimension == Units.PercentageDifference;

    /// <summary>Whether a word in it is what is counted.</summary>
    public bool IsCount => Parts.Any(part => part.Atom.Dimension.StartsWith(Units.Counted, StringComparison.Ordinal));

    /// <summary>Whether it measures spans of time.</summary>
    public bool IsTime => Single?.Dimension is "time" or Units.Calendar;

    /// <summary>Whether amounts of it add up, as those of a temperature do not.</summary>
    public bool IsCalculable => Single is not { IsCalculable: false };

    /// <summary>Whether it says how much of one currency is paid for one of another.</summary>
    public bool IsRate => Parts is [{ Power: 1, Atom: var paid }, { Power: -1, Atom: var bought }]
        && Currencies.IsKnown(paid.Key) && Currencies.IsKnown(bought.Key) && paid != bought;

    /// <summary>A unit of one word.</summary>
    public static Unit Of(UnitAtom atom) => new(atom.Symbol, [new UnitPart(atom, 1)]);

    /// <summary>Reads a unit of measure, or of money, or of both; null where a word in it is neither and nouns are not wanted.</summary>
    public static Unit? Read(string text, Nouns nouns)
    {
        if (Units.Atom(text) is { } whole) return new Unit(text, [new UnitPart(whole, 1)]);
        var parts = ImmutableArray.CreateBuilder<UnitPart>();
        foreach (var word in text.Replace(" per ", "/", StringComparison.Ordinal).Split('/', StringSplitOptions.TrimEntries))
        {
            var atom = Units.Atom(word) ?? (nouns == Nouns.Allowed && IsNoun(word) ? Units.Noun(word) : null);
            if (atom is null || parts.Count == MostParts) return null;
            parts.Add(new UnitPart(atom, parts.Count == 0 ? 1 : -1));
        }
        return new Unit(text, parts.ToImmutable());
    }

    /// <summary>
    /// Reads the unit that a value is to be given in. It may count something, per square kilometre or per year, but nothing alone.
    /// </summary>
    public static Unit? Wanted(string text)
    {
        if (Read(text, Nouns.Refused) is { } measure) return measure;
        var counted = Read(text, Nouns.Allowed);
        return counted?.Parts.Any(part => Units.Atom(part.Atom.Symbol) is not null) == true ? counted : null;
    }

    /// <summary>Whether a text can be what is counted: up to three words of letters.</summary>
    private static bool IsNoun(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && text.Count(' '.Equals) <= 2
            && text.All(letter => char.IsLetter(letter) || letter is ' ' or '-' or '\'' or '’' or '.' or '&');

    /// <summary>The product of two units, or the quotient for a power of -1.</summary>
    public Unit Times(Unit other, int power)
    {
        var powers = Parts.Concat(other.Parts.Select(part => part with { Power = part.Power * power }))
            .GroupBy(part => part.Atom)
            .Select(group => new UnitPart(group.Key, group.Sum(part => part.Power)))
            .Where(part => part.Power != 0)
            .ToImmutableArray();
        return new Unit(Printed(powers), powers);
    }

    /// <inheritdoc />
    public bool Equals(Unit? other) => other is not null && Text == other.Text && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    private static string DimensionsOf(EquatableArray<UnitPart> parts)
    {
        if (parts is [{ Power: 1 } only] && Units.Parts(only.Atom) is { Length: < 2 } simple)
            return simple is [var (measure, power)] ? $"{measure}^{power}" : "";
        return string.Join(
            " ",
            parts
                .SelectMany(part => Units.Parts(part.Atom).Select(own => (own.Dimension, Power: own.Power * part.Power)))
                .Where(own => own.Power != 0)
                .GroupBy(own => own.Dimension, own => own.Power, StringComparer.Ordinal)
                .Select(group => (Dimension: group.Key, Power: group.Sum()))
                .Where(group => group.Power != 0)
                .OrderBy(group => group.Dimension, StringComparer.Ordinal)
                .Select(group => $"{group.Dimension}^{group.Power}"));
    }

    private static string Printed(ImmutableArray<UnitPart> parts)
    {
        var above = string.Join(" ", parts.Where(part => part.Power > 0).Select(Symbol));
        var below = string.Join("/", parts.Where(part => part.Power < 0)
            .Select(part => Symbol(part with { Power = -part.Power, Atom = Units.One(part.Atom) })));
        return below.Length == 0 ? above : $"{above}/{below}";
    }

    private static string Symbol(UnitPart part) => part.Power switch
    {
        1 => part.Atom.Symbol,
        2 => $"{part.Atom.Symbol}²",
        3 => $"{part.Atom.Symbol}³",
        _ => $"{part.Atom.Symbol}^{part.Power}",
    };

    /// <summary>The factor of a word to the power that it has, whatever its sign.</summary>
    private static decimal Raised(UnitPart part)
    {
        if (part.Atom.Factor == 1) return 1;
        var factor = part.Atom.Factor;
        for (var power = Math.Abs(part.Power); power > 1 && factor != 0; power--) factor *= part.Atom.Factor;
        return factor == 0 ? throw new OverflowException() : factor;
    }
}

/// <summary>A word of a unit with its power.</summary>
internal readonly record struct UnitPart(UnitAtom Atom, int Power);

/// <summary>Whether a word that is no measure may be what is counted.</summary>
internal enum Nouns
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>It may not.</summary>
    Refused,
}
