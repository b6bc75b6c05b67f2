using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Text;

namespace Explainers.Facts;

/// <summary>Which part of a value is printed, and at what length.</summary>
internal enum FactForm
{
    /// <summary>As the value stands.</summary>
    Whole,

    /// <summary>With the day of the week, a person's role, or the unit's full name.</summary>
    Long,

    /// <summary>A date with a short month; a person's name alone; a figure with a letter for its scale.</summary>
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
internal enum SourceNote
{
    /// <summary>With one.</summary>
    Linked,

    /// <summary>Without.</summary>
    Absent,
}

/// <summary>Gives a value in another currency, and the exchange rate; null where there is no rate for that.</summary>
/// <param name="value">The value.</param>
/// <param name="unit">The unit that is asked for.</param>
internal delegate (FactValue Value, Fact Rate)? Exchanger(FactValue value, Unit unit);

/// <summary>How a reference is printed.</summary>
/// <param name="Form">Which part, at what length.</param>
/// <param name="Note">Whether it links to its source.</param>
/// <param name="Shown">The value in another unit, or null where it is the fact's own.</param>
/// <param name="Words">What stands in place of a name, or null.</param>
internal readonly record struct FactFormat(FactForm Form, SourceNote Note, FactValue? Shown = null, string? Words = null)
{
    /// <summary>The date whose name and role it gives, or null for the latest.</summary>
    public PartialDate? AsOf { get; init; }

    /// <summary>The exchange rate by which the value is converted, or null.</summary>
    public FactId? Rate { get; init; }

    /// <summary>Whether it begins a sentence, so that a word at its front has a capital letter.</summary>
    public bool IsFirst { get; init; }

    private static readonly FrozenDictionary<string, FactForm> Forms = FactFilters.All
        .Where(filter => filter.Form is not null)
        .ToFrozenDictionary(filter => filter.Name, filter => filter.Form!.Value, StringComparer.Ordinal);

    /// <summary>What is printed of a value: in another unit, or as of a date.</summary>
    public FactValue Of(FactValue value) => Shown ?? (value is ActorValue actor && AsOf is { } date ? actor.On(date) : value);

    /// <summary>Words that other tools have for a filter.</summary>
    private static readonly FrozenDictionary<string, string> Synonyms = new Dictionary<string, string>
    {
        ["weekday"] = "long",
        ["full"] = "long",
        ["abbreviated"] = "short",
        ["hour"] = "time",
        ["utc"] = "time \"utc\"",
        ["local"] = "time",
        ["convert"] = "in",
        ["unit"] = "in",
        ["raw"] = "plain",
        ["label"] = "as",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A reference without filters: the value as it stands, with a link to its source.</summary>
    public static readonly FactFormat Plain = new(FactForm.Whole, SourceNote.Linked);

    /// <summary>The names of all filters, in ordinal order.</summary>
    public static ImmutableArray<string> Filters { get; } = [.. FactFilters.All.Select(filter => filter.Name)];

    /// <summary>Works out what the filters of a reference ask for; what they cannot do is reported and left out.</summary>
    /// <param name="expression">The reference.</param>
    /// <param name="value">The value of the fact.</param>
    /// <param name="exchange">Changes currencies at the rates of the fact's sheet.</param>
    /// <param name="findings">Takes what is wrong.</param>
    internal static FactFormat Of(
        ExpressionSyntax expression, FactValue value, Exchanger exchange, ImmutableArray<Diagnostic>.Builder findings)
    {
        var format = Plain;
        foreach (var filter in expression.Filters) format = format.With(filter, value, exchange, findings);
        return format;
    }

    private FactFormat With(FilterSyntax filter, FactValue value, Exchanger exchange, ImmutableArray<Diagnostic>.Builder findings) =>
        (filter.Name, filter.Arguments) switch
        {
            ("plain", []) => this with { Note = SourceNote.Absent },
            ("as", [{ Text.Length: > 0 } words]) => value is ActorValue or PlaceValue or TermValue
                ? this with { Words = words.Text }
                : Refused(
                    filter,
                    $"the filter 'as' gives a person, organisation, place or term other words, and this is {Kinds.Named(value)}",
                    findings),
            ("as_of", [var date]) => On(filter, date.Text, value, findings),
            ("part", [{ Text.Length: > 0 } words]) => Part(filter, words.Text, value, findings),
            ("in", [var unit]) => In(filter, unit.Text, value, exchange, findings),
            ("percent", []) => Measures.Convert(Shown ?? value, Unit.Percent) is { } percentage
                ? this with { Shown = percentage }
                : Refused(filter, $"the filter 'percent' formats a plain number, and this is {Kinds.Named(value)}", findings),
            _ => FormOf(filter, value, findings) is { } form ? this with { Form = form } : this,
        };

    private FactFormat On(FilterSyntax filter, string text, FactValue value, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (value is not ActorValue)
            return Refused(
                filter,
                $"the filter 'as_of' gives the name and role of a person or organisation, and this is {Kinds.Named(value)}",
                findings);
        return PartialDate.TryParse(text, out var date)
            ? this with { AsOf = date }
            : Refused(
                filter,
                $"'{text}' is not a date, such as 2025-08-15, 2025-08 or 2025"
                    + (DateSuggestions.Of(text) is [var meant, ..] ? $"; did you mean '{meant}'?" : ""),
                findings);
    }

    private FactFormat Part(FilterSyntax filter, string words, FactValue value, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (value is not QuoteValue quote)
            return Refused(filter, $"the filter 'part' gives some words of a quotation, and this is {Kinds.Named(value)}", findings);
        return quote.Text.Contains(words, StringComparison.Ordinal)
            ? this with { Shown = quote with { Text = words } }
            : Refused(filter, $"the quotation does not have the words '{words}'", findings);
    }

    private FactFormat In(
        FilterSyntax filter, string name, FactValue value, Exchanger exchange, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (Unit.Wanted(name) is not { } unit)
            return Refused(
                filter,
                $"'{name}' is not a unit{(Units.NearestTo(name) is { } nearest ? $"; did you mean '{nearest}'?" : "")}",
                findings);
        if (Measures.Convert(value, unit) is { } converted) return this with { Shown = converted };
        if (exchange(value, unit) is var (changed, rate)) return this with { Shown = changed, Rate = rate.Name };
        return Refused(
            filter,
            $"{Kinds.Named(value)} such as this cannot be given in {unit.Text}",
            findings,
            unit.Currency is null || value is not MoneyValue ? null : Currencies.RateHint);
    }

    private FactFormat Refused(FilterSyntax filter, string what, ImmutableArray<Diagnostic>.Builder findings, string? hint = null)
    {
        findings.Add(Catalog.FilterMismatch(filter.Arguments is [var argument, ..] ? argument.Span : filter.Span, what, hint));
        return this;
    }

    private static FactForm? FormOf(FilterSyntax filter, FactValue value, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (!Filters.Contains(filter.Name))
        {
            findings.Add(
                Catalog.UnknownFilter(
                    filter.Span,
                    filter.Name,
                    Nearest.To(filter.Name, Filters) ?? Synonyms.GetValueOrDefault(filter.Name),
                    Filters));
            return null;
        }
        var isForm = Forms.TryGetValue(filter.Name, out var form);
        switch (filter.Arguments)
        {
            case [] when isForm: break;
            case [{ Text: "local" }] when form == FactForm.LocalTime: break;
            case [{ Text: "utc" }] when form == FactForm.LocalTime: form = FactForm.UtcTime; break;
            default:
                var at = filter.Arguments is [var argument, ..] ? argument.Span : filter.Span;
                findings.Add(Catalog.FilterMismatch(at, $"the filter '{filter.Name}' takes {Takes(filter.Name)}"));
                return null;
        }
        if (Fits(form, value)) return form;
        findings.Add(
            Catalog.FilterMismatch(
                filter.Span,
                $"the filter '{filter.Name}' formats {Wanted(form)}, and this is {Kinds.Named(value)}",
                Hint(form, filter)));
        return null;
    }

    private static string Hint(FactForm form, FilterSyntax filter) => form is FactForm.LocalTime or FactForm.UtcTime
        ? "give the fact its hour and zone, as in 2025-08-15 11:26 America/Anchorage, or take the filter away"
        : $"take '| {filter.Name}' away, or refer to a fact that is {Wanted(form)}";

    private static string Takes(string filter) => filter switch
    {
        "time" => "\"local\" or \"utc\"",
        "in" => "a unit in quotation marks, such as \"km2\"",
        "as" or "part" => "words in quotation marks",
        "as_of" => "a date in quotation marks, such as \"2019-05\"",
        _ => "no argument",
    };

    private static bool Fits(FactForm form, FactValue value) => form switch
    {
        _ when value is EventValue { When: var when } => Fits(form, when),
        FactForm.Long or FactForm.Short =>
            value is DateValue or MomentValue or ActorValue or NumberValue or MoneyValue or QuantityValue or RangeValue,
        FactForm.Year => value is DateValue or MomentValue,
        FactForm.Month => value is MomentValue or DateValue { Date.Month: > 0 },
        FactForm.Day or FactForm.Date => value is MomentValue or DateValue { Date.Day: > 0 },
        FactForm.LocalTime or FactForm.UtcTime => value is MomentValue,
        _ => true,
    };

    private static string Wanted(FactForm form) => form switch
    {
        FactForm.LocalTime or FactForm.UtcTime => "a date with a time",
        FactForm.Long or FactForm.Short => "a date, a figure, a person or an organisation",
        FactForm.Day or FactForm.Date => "a date with a day",
        FactForm.Month => "a date with a month",
        _ => "a date",
    };
}
