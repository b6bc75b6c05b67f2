
namespace Explainers.Facts;

/// <summary>What kinds of values are called in messages.</summary>
internal static class Kinds
{
    /// <summary>A value's kind with its article: "a sum of money".</summary>
    public static string Named(FactValue value) => value switch
    {
        NumberValue => "a number",
        MoneyValue => "a sum of money",
        QuantityValue { Unit.IsPercent: true } => "a percentage",
        QuantityValue { Unit.IsPoints: true } => "a difference of percentages",
        QuantityValue => "a quantity",
        RangeValue => "a range",
        VoteValue => "a vote",
        DateValue { Date.Month: 0 } => "a year",
        DateValue { Date.Day: 0 } => "a month",
        DateValue => "a date",
        MomentValue => "a date with a time",
        TimeValue => "a time of day",
        DurationValue => "a duration",
        CoordinatesValue => "a pair of coordinates",
        PersonValue => "a person",
        OrganisationValue => "an organisation",
        QuoteValue => "a quotation",
        EventValue => "an event",
        PlaceValue => "a place",
        TermValue => "a term",
        TableValue => "a table",
        DisputedValue => "disputed",
        _ => "a text",
    };
}
