namespace Explainers.Facts.Literals;

/// <summary>Reads ranges: two values of one type, the lower first, with the unit behind the second or behind both.</summary>
internal static class RangeReader
{
    private static readonly string[] Separators = [" to ", " and ", "–"];

    /// <summary>Reads a literal with a word between two figures.</summary>
    public static LiteralReading Read(string text, string? type)
    {
        var (rest, limit) = FigureReader.Limit(text);
        var isBetween = rest.StartsWith("between ", StringComparison.Ordinal);
        if (isBetween) rest = rest["between ".Length..];
        foreach (var separator in Separators)
        {
            var at = rest.IndexOf(separator, StringComparison.Ordinal);
            if (at <= 0 || (separator == " and ") != isBetween || !char.IsAsciiDigit(rest[0])) continue;
            var second = rest[(at + separator.Length)..].Trim();
            if (second.Length == 0 || !char.IsAsciiDigit(second[0])) continue;
            return Read(rest[..at].Trim(), second, limit, type);
        }
        return LiteralReading.NotMine;
    }

    private static LiteralReading Read(string first, string second, Approximation limit, string? type)
    {
        var inner = type == "count" ? type : null;
        var high = End(second, inner);
        if (high.Value is null) return high;
        var low = End(first, inner);
        if (low.Value is NumberValue { Figure: var figure } && high.Value is not NumberValue)
            low = LiteralReading.Of(WithUnitOf(figure, high.Value));
        if (low.Value is null || low.Value.GetType() != high.Value.GetType() || UnitOf(low.Value) != UnitOf(high.Value))
            return LiteralReading.NotMine;
        return Position(low.Value) < Position(high.Value)
            ? LiteralReading.Of(new RangeValue(low.Value, high.Value, limit))
            : LiteralReading.Refused(
                "a range: its second value is not the higher one",
                "put the lower value first; votes have no unit: 37 to 2");
    }

    private static LiteralReading End(string text, string? type) =>
        MomentReader.Read(text) is { IsDecided: true } date ? date : FigureReader.Read(text, type);

    private static FactValue WithUnitOf(Figure figure, FactValue value) => value switch
    {
        MoneyValue money =>
            new MoneyValue(figure with { Scale = figure.Scale.Length == 0 ? money.Figure.Scale : figure.Scale }, money.Currency),
        QuantityValue quantity =>
            new QuantityValue(figure with { Scale = figure.Scale.Length == 0 ? quantity.Figure.Scale : figure.Scale }, quantity.Unit),
        _ => new NumberValue(figure),
    };

    private static string UnitOf(FactValue value) => value switch
    {
        MoneyValue money => money.Currency,
        QuantityValue quantity => quantity.Unit.Dimensions,
        _ => "",
    };

    private static decimal Position(FactValue value) => value switch
    {
        NumberValue number => number.Figure.Number,
        MoneyValue money => money.Figure.Number,
        QuantityValue quantity => quantity.Figure.Number * quantity.Unit.Factor,
        DateValue date => date.Date.FirstDay.DayNumber,
        _ => 0,
    };
}
