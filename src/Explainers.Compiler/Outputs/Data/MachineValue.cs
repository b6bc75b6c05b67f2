using System.Globalization;
using Explainers.Facts;

namespace Explainers.Outputs.Data;

/// <summary>A value as programs read it.</summary>
internal static class MachineValue
{
    /// <summary>Its type.</summary>
    public static DataType Type(FactValue value) => value switch
    {
        NumberValue => DataType.Number,
        MoneyValue => DataType.Money,
        QuantityValue => DataType.Quantity,
        RangeValue => DataType.Range,
        VoteValue => DataType.Vote,
        DateValue => DataType.Date,
        MomentValue => DataType.DateTime,
        TimeValue => DataType.Time,
        DurationValue => DataType.Duration,
        CoordinatesValue => DataType.Coordinates,
        PersonValue => DataType.Person,
        OrganisationValue => DataType.Organisation,
        QuoteValue => DataType.Quote,
        EventValue => DataType.Event,
        PlaceValue => DataType.Place,
        TermValue => DataType.Term,
        TableValue => DataType.Table,
        DisputedValue => DataType.Disputed,
        _ => DataType.Text,
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
    public static string Text(FactValue value) => value switch
    {
        NumberValue number => number.Figure.Machine,
        MoneyValue money => money.Figure.Machine,
        QuantityValue quantity => quantity.Figure.Machine,
        _ => value.Machine,
    };

    /// <summary>The number of a number, sum or quantity, with the digits that the sheet has; null for other values.</summary>
    public static decimal? Number(FactValue value) =>
        value.Number is null ? null : decimal.Parse(Text(value), NumberStyles.Number, CultureInfo.InvariantCulture);

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
}
