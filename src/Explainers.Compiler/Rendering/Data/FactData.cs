using System.Text.Json;
using Explainers.Binding.Values;

namespace Explainers.Rendering.Data;

/// <summary>A value as programs read it.</summary>
internal static class FactData
{
    /// <summary>The type's name, as <c>type:</c> in a sheet has it.</summary>
    public static string Type(FactValue value) => value switch
    {
        NumberValue => "number",
        MoneyValue => "money",
        QuantityValue => "quantity",
        RangeValue => "range",
        VoteValue => "vote",
        DateValue => "date",
        MomentValue => "datetime",
        TimeValue => "time",
        DurationValue => "duration",
        CoordinatesValue => "coordinates",
        PersonValue => "person",
        QuoteValue => "quote",
        EventValue => "event",
        PlaceValue => "place",
        TermValue => "term",
        TableValue => "table",
        DisputedValue => "disputed",
        _ => "text",
    };

    /// <summary>The unit or currency of a value, or null.</summary>
    public static string? Unit(FactValue value) => value switch
    {
        MoneyValue money => money.Currency,
        QuantityValue quantity => quantity.Unit.Text,
        RangeValue range => Unit(range.Low),
        _ => null,
    };

    /// <summary>The value for machines: without grouping and words, dates as in ISO 8601.</summary>
    public static string Machine(FactValue value) => value switch
    {
        NumberValue number => number.Figure.Machine,
        MoneyValue money => money.Figure.Machine,
        QuantityValue quantity => quantity.Figure.Machine,
        _ => value.Machine,
    };

    /// <summary>How a value is limited, as its sheet may write it, or null.</summary>
    public static string? Limit(FactValue value)
    {
        var limit = value switch
        {
            NumberValue number => number.Figure.Approximation,
            MoneyValue money => money.Figure.Approximation,
            QuantityValue quantity => quantity.Figure.Approximation,
            RangeValue range => range.Approximation,
            DurationValue duration => duration.Approximation,
            DateValue date => date.Approximation,
            _ => Approximation.Exact,
        };
        return limit switch
        {
            Approximation.About => "about",
            Approximation.Nearly => "nearly",
            Approximation.MoreThan => "more than",
            Approximation.LessThan => "less than",
            Approximation.AtLeast => "at least",
            Approximation.AtMost => "at most",
            _ => null,
        };
    }

    /// <summary>Writes the members of a value: type, value, number, unit and limit.</summary>
    public static void Write(Utf8JsonWriter json, FactValue value, Func<FactValue, string> text)
    {
        json.WriteString("type", Type(value));
        json.WriteString("text", text(value));
        json.WriteString("value", Machine(value));
        if (value.Number is not null) json.WritePropertyName("number");
        if (value.Number is not null) json.WriteRawValue(Machine(value));
        if (Unit(value) is { } unit) json.WriteString("unit", unit);
        if (Limit(value) is { } limit) json.WriteString("limit", limit);
    }
}
