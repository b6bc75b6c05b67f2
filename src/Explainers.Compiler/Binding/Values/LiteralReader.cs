using System.Globalization;
using Explainers.Parsing;
using NodaTime;
using NodaTime.Text;

namespace Explainers.Binding.Values;

/// <summary>Tells the type of a value from the literal as a person writes it.</summary>
public static class LiteralReader
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly string[] Scales = ["thousand", "million", "billion", "trillion"];

    /// <summary>What each name of <c>type:</c> asks for, in the words of a message.</summary>
    public static string Expected(string type) => type switch
    {
        "number" => "a number, such as 586,412 or 7.2 million",
        "money" => "a sum with a currency code, such as 7.2 million USD",
        "quantity" => "a number with a unit, such as 586,412 sq mi",
        "date" => "a date, such as 1867-03-30, 1867-03 or 1867",
        "datetime" => "a time with its zone, such as 2025-08-15 11:26 America/Anchorage",
        _ => "a text",
    };

    /// <summary>Reads a literal; what fits no other type is text.</summary>
    public static FactValue Read(string literal)
    {
        var text = literal.Trim();
        return Date(text) as FactValue ?? MomentOf(text) as FactValue ?? Money(text) as FactValue ?? Number(text) as FactValue ?? Quantity(text) as FactValue ?? new TextValue(text);
    }

    /// <summary>Reads a literal as the type that is named, or gives null where it does not fit.</summary>
    public static FactValue? Read(string literal, string type)
    {
        var text = literal.Trim();
        return type switch
        {
            "number" => Number(text),
            "money" => Money(text),
            "quantity" => Quantity(text),
            "date" => PartialDate.TryParse(text, out var date) ? new DateValue(date) : null,
            "datetime" => MomentOf(text),
            _ => new TextValue(text),
        };
    }

    private static DateValue? Date(string text)
    {
        if (!PartialDate.TryParse(text, out var date)) return null;
        return date.Precision == Precision.Year && date.Year is < 1000 or >= 3000 ? null : new DateValue(date);
    }

    private static MomentValue? MomentOf(string text)
    {
        if (text.Length < 18 || text[16] != ' ') return null;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(text[17..]) is not { } zone) return null;
        var parsed = Moment.Parse(text[..16]);
        return parsed.Success ? new MomentValue(zone.AtLeniently(parsed.Value)) : null;
    }

    private static NumberValue? Number(string text) =>
        FigureOf(text, out var rest) is { } figure && rest.IsEmpty ? new NumberValue(figure) : null;

    private static MoneyValue? Money(string text)
    {
        if (FigureOf(text, out var rest) is not { } figure || rest.Length != 3) return null;
        var code = rest.ToString();
        return Currencies.IsKnown(code) ? new MoneyValue(figure, code) : null;
    }

    private static QuantityValue? Quantity(string text)
    {
        if (FigureOf(text, out var rest) is not { } figure || rest.IsEmpty) return null;
        var unit = rest.ToString();
        var isUnit = unit.Count(' '.Equals) <= 2 && (char.IsLetter(unit[0]) || unit[0] is '%' or '°') && !unit.Any(char.IsDigit) && !unit.ContainsAny(',', ';', '(');
        return isUnit ? new QuantityValue(figure, unit) : null;
    }

    /// <summary>Reads "about", a number and a scale from the start of a text.</summary>
    private static Figure? FigureOf(string text, out ReadOnlySpan<char> rest)
    {
        rest = text;
        var isAbout = rest.StartsWith("about ", StringComparison.Ordinal);
        if (isAbout) rest = rest["about ".Length..].TrimStart();
        var length = 0;
        while (length < rest.Length && (char.IsAsciiDigit(rest[length]) || rest[length] is '.' or ',' or '-' or '−')) length++;
        var digits = rest[..length].ToString().Replace('−', '-');
        if (!IsGrouped(digits)) return null;
        rest = rest[length..];
        if (rest.Length > 0 && rest[0] is not (' ' or '%' or '°')) return null;
        rest = rest.TrimStart();
        var scale = "";
        foreach (var word in Scales)
        {
            if (!rest.StartsWith(word, StringComparison.Ordinal) || (rest.Length > word.Length && rest[word.Length] != ' ')) continue;
            scale = word;
            rest = rest[word.Length..].TrimStart();
            break;
        }
        return new Figure(digits.Replace(",", "", StringComparison.Ordinal), scale, isAbout);
    }

    /// <summary>Whether digits are a number, with commas only between groups of three.</summary>
    private static bool IsGrouped(string digits)
    {
        var unsigned = digits.StartsWith('-') ? digits[1..] : digits;
        var whole = unsigned.Split('.')[0];
        var groups = whole.Split(',');
        return groups[0].Length > 0
            && (groups.Length == 1 || (groups[0].Length <= 3 && groups.Skip(1).All(group => group.Length == 3)))
            && decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < 1_000_000_000_000_000m
            && !unsigned.EndsWith('.');
    }
}
