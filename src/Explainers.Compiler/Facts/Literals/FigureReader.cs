using System.Globalization;
using Explainers.Diagnostics;

namespace Explainers.Facts.Literals;

/// <summary>Reads numbers, sums of money and quantities.</summary>
internal static class FigureReader
{
    /// <summary>How many base units a quantity can have at most.</summary>
    private const decimal Largest = 1e27m;

    private static readonly (string Words, Approximation Approximation)[] Limits =
    [
        ("about ", Approximation.About), ("around ", Approximation.About), ("roughly ", Approximation.About),
        ("approximately ", Approximation.About),
        ("nearly ", Approximation.Nearly), ("almost ", Approximation.Nearly),
        ("more than ", Approximation.MoreThan), ("over ", Approximation.MoreThan),
        ("less than ", Approximation.LessThan), ("fewer than ", Approximation.LessThan), ("under ", Approximation.LessThan),
        ("at least ", Approximation.AtLeast), ("at most ", Approximation.AtMost), ("up to ", Approximation.AtMost),
    ];

    /// <summary>Takes the words that limit a figure off its front.</summary>
    public static (string Figure, Approximation Limit) Limit(string text)
    {
        foreach (var (words, limit) in Limits)
        {
            if (text.StartsWith(words, StringComparison.OrdinalIgnoreCase)) return (text[words.Length..].TrimStart(), limit);
        }
        return (text, Approximation.Exact);
    }

    /// <summary>Whether a character is the sign of a currency.</summary>
    public static bool IsSign(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol;

    /// <summary>Reads a literal that begins with a figure.</summary>
    public static LiteralReading Read(string text, string? type)
    {
        var (rest, limit) = Limit(text);
        if (rest.Length > 1 && IsSign(rest[0])) return Signed(rest);
        var length = 0;
        while (length < rest.Length
            && (char.IsAsciiDigit(rest[length]) || rest[length] is '.' or ',' || (length == 0 && rest[length] is '-' or '−')))
            length++;
        if (!rest.AsSpan(0, length).ContainsAnyInRange('0', '9')) return LiteralReading.NotMine;
        var digits = rest[..length].Replace('−', '-');
        var behind = rest[length..];
        if (behind.Length > 0 && behind[0] is not (' ' or '%' or '°' or '\u00A0')) return LiteralReading.NotMine;
        if (digits.Count('.'.Equals) > 1 && behind.Length == 0)
            return LiteralReading.Refused("a number", "a number has one point; for a version or an address say 'type: text'");
        if (!IsGrouped(digits))
            return LiteralReading.Refused(
                "a number",
                "a comma stands between groups of three digits, a point before decimals: 586,412 or 7.2");
        if (CodeReader.BeginsWithZero(digits))
            return LiteralReading.Refused("a number, since it begins with a zero", "leave the zero out, or say 'type: text'");
        behind = behind.Trim();
        var scale = Array.Find(Figure.Scales, word => behind == word || behind.StartsWith(word + " ", StringComparison.Ordinal)) ?? "";
        var figure = new Figure(digits.Replace(",", "", StringComparison.Ordinal), scale, limit);
        if (digits.Count(char.IsAsciiDigit) > 15)
            return LiteralReading.Refused(
                "a number of at most fifteen digits",
                "round it, and write millions or billions as words: 7.2 million");
        var reading = WithUnit(figure, behind[scale.Length..].TrimStart(), type);
        if (reading.Value is not QuantityValue quantity) return reading;
        var isTooLarge = Measures.Number(quantity.Figure.Number, quantity.Unit, Unit.None) is null or > Largest or < -Largest;
        return isTooLarge
            ? LiteralReading.Refused("a quantity that can be calculated with", "take a larger unit, or say 'type: text'")
            : reading;
    }

    private static LiteralReading WithUnit(Figure figure, string unit, string? type)
    {
        if (unit.Length == 0) return LiteralReading.Of(new NumberValue(figure));
        if (Currencies.IsKnown(unit)) return LiteralReading.Of(new MoneyValue(figure, unit));
        if (Unit.Read(unit, Nouns.Refused) is { } measure) return LiteralReading.Of(new QuantityValue(figure, measure));
        if (type == "money"
            || (type != "count" && unit.Length == 3 && unit.Any(char.IsAsciiLetterUpper)
                && (unit.All(char.IsAsciiLetterUpper) || Currencies.IsKnown(unit.ToUpperInvariant()))))
        {
            return LiteralReading.Near(
                $"a sum of money: '{unit}' is not a currency code of ISO 4217",
                Currencies.IsKnown(unit.ToUpperInvariant()) ? unit.ToUpperInvariant() : Nearest.To(unit, Currencies.All),
                "where it counts something else, say 'type: count'");
        }
        if (type != "count"
            && unit.Split(["/", " per "], StringSplitOptions.TrimEntries).Select(Units.NearestTo)
            .FirstOrDefault(near => near is not null) is { } nearest)
            return LiteralReading.Refused(
                $"a quantity: '{unit}' is not a unit",
                $"did you mean '{nearest}'? where it is what is counted, say 'type: count'");
        return Unit.Read(unit, Nouns.Allowed) is { } noun ? LiteralReading.Of(new QuantityValue(figure, noun)) : LiteralReading.NotMine;
    }

    private static LiteralReading Signed(string text)
    {
        var code = Currencies.CodeOf(text[0]);
        return Read(text[1..], null).Value is NumberValue number && code is not null
            ? LiteralReading.Near("a sum with its currency code", $"{text[1..]} {code}")
            : LiteralReading.Refused("a sum with its currency code", "write the code of ISO 4217 behind the number: 7.2 million USD");
    }

    /// <summary>Whether digits are a number, with commas only between groups of three.</summary>
    private static bool IsGrouped(string digits)
    {
        var unsigned = digits.StartsWith('-') ? digits[1..] : digits;
        var groups = unsigned.Split('.')[0].Split(',');
        return groups[0].Length > 0
            && unsigned.Count('.'.Equals) <= 1
            && !unsigned.EndsWith('.')
            && (groups.Length == 1 || (groups[0].Length <= 3 && groups.Skip(1).All(group => group.Length == 3)))
            && unsigned.IndexOf(',', Math.Max(0, unsigned.IndexOf('.'))) < (
                unsigned.Contains('.', StringComparison.Ordinal) ? 0 : int.MaxValue);
    }
}
