using System.Globalization;
using Explainers.Facts.Literals;
using Explainers.Parsing.Tables;
using Explainers.Parsing.Text;

namespace Explainers.Facts.Tables;

/// <summary>Gives the cells of a column their values.</summary>
/// <param name="column">The column.</param>
/// <param name="notation">How the file writes numbers.</param>
/// <param name="blank">What stands in cells without a value.</param>
internal sealed class CellReader(ColumnSpec column, Notation notation, IReadOnlySet<string> blank)
{
    /// <summary>The signs that statistical offices put into cells without a value.</summary>
    public static readonly string[] UsualBlanks =
    [
        "", "-", "–", "—", ".", "..", "...", "…", ":", "/", "x", "X", "n/a", "N/A", "n.a.", "NA", "NaN", "null", "NULL", "None", "#N/A",
    ];

    private static readonly (string Sign, Approximation Limit)[] Limits =
    [
        ("<=", Approximation.AtMost), (">=", Approximation.AtLeast), ("≤", Approximation.AtMost), ("≥", Approximation.AtLeast),
        ("<", Approximation.LessThan), (">", Approximation.MoreThan), ("~", Approximation.About), ("c. ", Approximation.About),
        ("ca. ", Approximation.About),
    ];

    private readonly Dictionary<string, FactValue> _typed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactValue> _exact = new(StringComparer.Ordinal);
    private readonly Unit? _unit = column.Type == "percentage" ? Unit.Percent
        : column.Unit is { } written ? Unit.Read(written, Nouns.Allowed) : null;

    /// <summary>Whether its cells name places.</summary>
    public bool IsOfPlaces => column.Type == "place";

    /// <summary>The unit of all cells, or null.</summary>
    public Unit? CommonUnit => _unit;

    /// <summary>The value of a cell, or why it has none.</summary>
    public LiteralReading Read(RawCell cell)
    {
        var seen = cell.IsExact ? _exact : _typed;
        if (seen.TryGetValue(cell.Text, out var known)) return LiteralReading.Of(known);
        var reading = cell.Text.Length == 0 || (column.Type != "text" && blank.Contains(cell.Text))
            ? LiteralReading.Of(TableValue.Blank)
            : Value(cell);
        if (reading.Value is { } value) seen[cell.Text] = value;
        return reading;
    }

    private LiteralReading Value(RawCell cell) => column.Type switch
    {
        "text" or "place" => LiteralReading.Of(new TextValue(cell.Text)),
        "number" or "percentage" or "money" or "quantity" or "count" => Figure(cell),
        "year" => Year(cell.Text),
        "date" => DateReader.Read(cell.Text, column.IsMonthFirst),
        _ => LiteralReader.Read(cell.Text, column.Type),
    };

    private LiteralReading Figure(RawCell cell)
    {
        var text = cell.Text.AsSpan();
        var limit = Approximation.Exact;
        foreach (var (sign, known) in Limits)
        {
            if (!text.StartsWith(sign)) continue;
            text = text[sign.Length..].Trim();
            limit = known;
            break;
        }
        var (number, unit) = Split(text);
        if (!number.AsSpan().ContainsAnyInRange('0', '9')) return LiteralReading.Refused(Expected, Hint(cell.Text));
        var own = unit.Length == 0 ? _unit : Own(unit);
        if (own is null && unit.Length > 0) return WrongUnit(unit);
        if (!(cell.IsExact ? Notation.Point : notation).TryRead(number, out var digits) && !Exponent(number, cell.IsExact, ref digits))
            return LiteralReading.Refused(Expected, Hint(cell.Text));
        if (own is null && column.Type is "money" or "quantity" or "count")
            return LiteralReading.Refused(Expected, "say its unit or currency once for the column, as in 'unit: EUR'");
        if (Rounded(digits, column.IsFraction && unit.Length == 0) is not { } rounded)
            return LiteralReading.Refused("a number that can be calculated with");
        var figure = new Figure(rounded, own is { IsPercent: true } ? "" : column.Scale, limit);
        return LiteralReading.Of(own is null ? new NumberValue(figure) : Measures.Typed(figure, own));
    }

    /// <summary>A figure and what stands before or behind it: "€1,234", "12.5 %", "3 km".</summary>
    private static (string Number, string Unit) Split(ReadOnlySpan<char> text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsAsciiDigit(text[start]) && text[start] is not ('+' or '-' or '−' or '–' or '.' or ',')) start++;
        while (end > start && !char.IsAsciiDigit(text[end - 1]) && text[end - 1] is not ('.' or ',')) end--;
        var before = text[..start].Trim();
        var behind = text[end..].Trim();
        // A minus may stand before the sign of the currency.
        var isNegative = before is ['-' or '−', ..];
        var unit = before.Length == 0 ? behind : behind.Length == 0 ? before : [];
        return before.Length > 0 && behind.Length > 0
            ? (text.ToString(), "")
            : ((isNegative ? "-" : "") + text[start..end].ToString(), unit.TrimStart("-−").ToString());
    }

    /// <summary>The unit that stands in a cell, if it can be that of the column.</summary>
    private Unit? Own(string written)
    {
        var text = written.Length == 1 && FigureReader.IsSign(written[0]) ? Currencies.CodeOf(written[0]) ?? written : written;
        if (_unit?.Text == text) return _unit;
        var unit = Unit.Read(text, Nouns.Refused);
        if (unit is null || column.Type == "number") return null;
        return _unit is null || _unit.Dimensions == unit.Dimensions && _unit.IsPercent == unit.IsPercent && _unit.Text == unit.Text
            ? unit : null;
    }

    private LiteralReading WrongUnit(string unit) => LiteralReading.Refused(
        Expected,
        column.Type == "number" ? $"say 'type: quantity' or 'type: money' where '{unit}' is the unit of the column"
            : _unit is null ? null : $"the column is in {_unit.Text}: leave '{unit}' out, or give the column no unit");

    private static bool Exponent(string text, bool isExact, ref string digits)
    {
        if (!isExact && !text.AsSpan().ContainsAny('e', 'E')) return false;
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return false;
        digits = Facts.Figure.Of(number).Digits;
        return true;
    }

    private string? Rounded(string digits, bool isFraction)
    {
        var point = digits.IndexOf('.');
        var isShort = digits.Length <= 16;
        if (isShort && !isFraction && (column.Decimals is null || point < 0)) return digits;
        if (!decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return null;
        if (Math.Abs(number) >= 1e18m) return null;
        if (isFraction) number *= 100;
        if (!isShort && number != 0) number = Rounding.ToDigits(number, 15);
        return Facts.Figure.Of(column.Decimals is { } decimals ? Rounding.ToPlace(number, -decimals) : number).Digits;
    }

    private static LiteralReading Year(string text) =>
        text.Length == 4 && PartialDate.TryParse(text, out var year) ? LiteralReading.Of(new DateValue(year))
        : text.Length == 10 && PartialDate.TryParse(text, out var day) ? LiteralReading.Of(new DateValue(new PartialDate(day.Year, 0, 0)))
        : LiteralReading.Refused(
            "a year of four digits", text.Length is > 4 and < 10 ? "say 'type: text' for seasons and fiscal years" : null);

    private string Expected => column.Type switch
    {
        "percentage" => $"a percentage, such as {Sample[2..]} %",
        "number" => $"a number, such as {Sample}",
        var type => _unit is null ? LiteralReader.Expected(type) : $"a number of {_unit.Text}, such as {Sample}",
    };

    private string Sample => notation.Decimal == '.' ? "1234.5" : "1234,5";

    private string? Hint(string text)
    {
        var other = notation.Decimal == '.' ? Notation.Comma : Notation.Point;
        if (other.TryRead(text, out _))
            return $"numbers of this file have a {(notation.Decimal == '.' ? "point" : "comma")} before decimals; "
                + $"say 'decimal: {(notation.Decimal == '.' ? "comma" : "point")}' where it is the other way round";
        return text.Any(char.IsAsciiDigit) ? null : $"where it means that there is no value, say 'blank: [\"{text}\"]'";
    }
}
