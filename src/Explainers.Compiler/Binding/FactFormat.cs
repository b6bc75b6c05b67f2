using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Binding.Values;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;

namespace Explainers.Binding;

/// <summary>Which part of a value is printed, and at what length.</summary>
public enum FactForm
{
    /// <summary>As the value stands.</summary>
    Whole,

    /// <summary>With the day of the week, or with a person's role.</summary>
    Long,

    /// <summary>A date with a short month; a person's name alone.</summary>
    Short,

    /// <summary>The day of a moment.</summary>
    Date,

    /// <summary>The year.</summary>
    Year,

    /// <summary>Month and year.</summary>
    Month,

    /// <summary>Month and day.</summary>
    Day,

    /// <summary>The hour where it happened.</summary>
    LocalTime,

    /// <summary>The hour in UTC.</summary>
    UtcTime,
}

/// <summary>Whether a value is printed with a link to its source.</summary>
public enum SourceNote
{
    /// <summary>With one.</summary>
    Linked,

    /// <summary>Without.</summary>
    Absent,
}

/// <summary>How a reference is printed.</summary>
/// <param name="Form">Which part, at what length.</param>
/// <param name="Note">Whether it links to its source.</param>
public readonly record struct FactFormat(FactForm Form, SourceNote Note)
{
    private static readonly FrozenDictionary<string, FactForm> Forms = new Dictionary<string, FactForm>
    {
        ["long"] = FactForm.Long,
        ["short"] = FactForm.Short,
        ["date"] = FactForm.Date,
        ["year"] = FactForm.Year,
        ["month"] = FactForm.Month,
        ["day"] = FactForm.Day,
        ["time"] = FactForm.LocalTime,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all filters, in ordinal order.</summary>
    public static ImmutableArray<string> Filters { get; } = [.. Forms.Keys.Append("plain").Order(StringComparer.Ordinal)];

    /// <summary>Works out what the filters of a reference ask for; what they can not do is reported and left out.</summary>
    internal static FactFormat Of(ExpressionSyntax expression, FactValue value, ImmutableArray<Diagnostic>.Builder findings)
    {
        var format = new FactFormat(FactForm.Whole, SourceNote.Linked);
        foreach (var filter in expression.Filters)
        {
            if (filter.Name == "plain" && filter.Arguments.IsEmpty) format = format with { Note = SourceNote.Absent };
            else if (FormOf(filter, value, findings) is { } form) format = format with { Form = form };
        }
        return format;
    }

    private static FactForm? FormOf(FilterSyntax filter, FactValue value, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (!Forms.TryGetValue(filter.Name, out var form) && filter.Name != "plain")
        {
            findings.Add(Catalog.UnknownFilter(filter.Span, filter.Name, Nearest.To(filter.Name, Filters), Filters));
            return null;
        }
        switch (filter.Arguments)
        {
            case []: break;
            case [{ Text: "local" }] when form == FactForm.LocalTime: break;
            case [{ Text: "utc" }] when form == FactForm.LocalTime: form = FactForm.UtcTime; break;
            default:
                var takes = form == FactForm.LocalTime ? "\"local\" or \"utc\"" : "no argument";
                findings.Add(Catalog.FilterMismatch(filter.Arguments[0].Span, $"the filter '{filter.Name}' takes {takes}"));
                return null;
        }
        if (Fits(form, value)) return form;
        findings.Add(Catalog.FilterMismatch(filter.Span, $"the filter '{filter.Name}' formats {Wanted(form)}, and this is {Named(value)}"));
        return null;
    }

    private static bool Fits(FactForm form, FactValue value) => form switch
    {
        FactForm.Long or FactForm.Short => value is DateValue or MomentValue or PersonValue,
        FactForm.Year => value is DateValue or MomentValue,
        FactForm.Month => value is MomentValue or DateValue { Date.Month: > 0 },
        FactForm.Day or FactForm.Date => value is MomentValue or DateValue { Date.Day: > 0 },
        FactForm.LocalTime or FactForm.UtcTime => value is MomentValue,
        _ => true,
    };

    private static string Wanted(FactForm form) => form switch
    {
        FactForm.LocalTime or FactForm.UtcTime => "a date with a time",
        FactForm.Long or FactForm.Short => "a date or a person",
        FactForm.Day or FactForm.Date => "a date with a day",
        FactForm.Month => "a date with a month",
        _ => "a date",
    };

    private static string Named(FactValue value) => value switch
    {
        NumberValue => "a number",
        MoneyValue => "a sum of money",
        QuantityValue => "a quantity",
        DateValue { Date.Month: 0 } => "a year",
        DateValue { Date.Day: 0 } => "a month",
        DateValue => "a date",
        MomentValue => "a date with a time",
        PersonValue => "a person",
        QuoteValue => "a quotation",
        _ => "a text",
    };
}
