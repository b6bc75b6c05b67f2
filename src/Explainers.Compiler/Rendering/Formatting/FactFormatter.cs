using System.Globalization;
using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Parsing;
using NodaTime;

namespace Explainers.Rendering.Formatting;

/// <summary>Writes values in a language, as plain text.</summary>
internal sealed class FactFormatter(Words words)
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>A value in the form that a reference asks for.</summary>
    public string Value(FactValue value, FactForm form) => value switch
    {
        TextValue text => text.Text,
        NumberValue number => About(number.Figure, Figure(number.Figure)),
        MoneyValue money => About(money.Figure, Money(money)),
        QuantityValue quantity => About(quantity.Figure, Quantity(quantity)),
        DateValue date => Date(date.Date, form),
        MomentValue moment => Moment(moment.Moment, form),
        PersonValue { Role: { } role } person when form == FactForm.Long => Fill("person_with_role", ("name", person.Name), ("role", role)),
        PersonValue person => person.Name,
        QuoteValue quote => $"{words["open_quote"]}{quote.Text}{words["close_quote"]}",
        _ => value.Machine,
    };

    /// <summary>A date at its own precision, or the part of it that is asked for.</summary>
    public string Date(PartialDate date, FactForm form) => form switch
    {
        FactForm.Year => date.Year.ToString(CultureInfo.InvariantCulture),
        FactForm.Month => Pattern("date_month", date),
        FactForm.Day => Pattern("date_month_day", date),
        _ when date.Precision == Precision.Year => date.Year.ToString(CultureInfo.InvariantCulture),
        _ when date.Precision == Precision.Month => Pattern("date_month", date),
        FactForm.Long => Pattern("date_long", date),
        FactForm.Short => Pattern("date_short", date),
        _ => Pattern("date_day", date),
    };

    private string Moment(ZonedDateTime moment, FactForm form)
    {
        var day = new PartialDate(moment.Year, moment.Month, moment.Day);
        return form switch
        {
            FactForm.LocalTime => Time("time", moment),
            FactForm.UtcTime => Time("time_utc", moment.WithZone(DateTimeZone.Utc)),
            FactForm.Whole => Fill("moment", ("date", Pattern("date_day", day)), ("time", Time("time", moment))),
            _ => Date(day, form),
        };
    }

    private string Time(string pattern, ZonedDateTime moment) => Fill(
        pattern,
        ("hour12", (((moment.Hour + 11) % 12) + 1).ToString(CultureInfo.InvariantCulture)),
        ("hour24", moment.Hour.ToString("00", CultureInfo.InvariantCulture)),
        ("minute", moment.Minute.ToString("00", CultureInfo.InvariantCulture)),
        ("half", words.Halves[moment.Hour / 12]),
        ("zone", moment.GetZoneInterval().Name));

    private string Pattern(string pattern, PartialDate date) => Fill(
        pattern,
        ("day", date.Day.ToString(CultureInfo.InvariantCulture)),
        ("month", words.Months[Math.Max(0, date.Month - 1)]),
        ("month_short", words.MonthsShort[Math.Max(0, date.Month - 1)]),
        ("weekday", words.Weekdays[((int)date.FirstDay.DayOfWeek + 6) % 7]),
        ("year", date.Year.ToString(CultureInfo.InvariantCulture)));

    private string Money(MoneyValue money)
    {
        var figure = Figure(money.Figure);
        return Currencies.Sign(money.Currency) is { } sign
            ? Fill("money", ("sign", sign), ("figure", figure))
            : Fill("money_coded", ("code", money.Currency), ("figure", figure));
    }

    private string Quantity(QuantityValue quantity)
    {
        var pattern = quantity.Unit is "%" or "percent" ? "percent" : "quantity";
        return Fill(pattern, ("figure", Figure(quantity.Figure)), ("unit", quantity.Unit));
    }

    private string About(Figure figure, string text) => figure.IsAbout ? Fill("about", ("value", text)) : text;

    private string Figure(Figure figure)
    {
        var negative = figure.Digits.StartsWith('-');
        var digits = negative ? figure.Digits[1..] : figure.Digits;
        var point = digits.IndexOf('.');
        var (whole, fraction) = point < 0 ? (digits, "") : (digits[..point], words["decimal"] + digits[(point + 1)..]);
        for (var i = whole.Length - 3; i > 0; i -= 3) whole = whole.Insert(i, words["group"]);
        var scale = figure.Scale.Length == 0 ? "" : $"{NoBreakSpace}{(words.All.TryGetValue(figure.Scale, out var word) ? word : figure.Scale)}";
        return $"{(negative ? "−" : "")}{whole}{fraction}{scale}";
    }

    private string Fill(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = words[key];
        foreach (var (name, value) in values) text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return text;
    }
}
