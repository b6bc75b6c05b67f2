using System.Collections.Immutable;
using System.Globalization;
using Explainers.Parsing.Text;
using NodaTime;

namespace Explainers.Facts.Formatting;

/// <summary>Writes values in a language, as plain text.</summary>
internal sealed class FactFormatter(Strings strings)
{
    /// <summary>
    /// The first day of the Gregorian calendar; what is said of days before it is mostly in the Julian one, which had other weekdays.
    /// </summary>
    private static readonly DateOnly Gregorian = new(1582, 10, 15);

    private readonly FigureFormatter _figures = new(strings);

    /// <summary>Writes values among the words of a language.</summary>
    public static FactFormatter Of(Strings strings, string language) =>
        new(strings) { IsIsolating = WritingDirection.IsRightToLeft(language) };

    /// <summary>Whether values are kept together in what is written from right to left.</summary>
    public bool IsIsolating { get; init; }

    /// <summary>A value among words.</summary>
    public string Among(FactValue value, FactFormat format) =>
        IsIsolating ? WritingDirection.Isolated(Value(value, format)) : Value(value, format);

    /// <summary>A value in the form that a reference asks for.</summary>
    public string Value(FactValue value, FactFormat format)
    {
        var text = format.Words ?? Value(format.Of(value), format.Form);
        return format.IsFirst ? Capitals.First(text, strings.Language) : text;
    }

    /// <summary>A value in a form.</summary>
    public string Value(FactValue value, FactForm form) => value switch
    {
        TextValue text => text.Text,
        NumberValue or MoneyValue or QuantityValue or RangeValue or VoteValue or DurationValue or CoordinatesValue =>
            _figures.Value(value, form, end => Value(end, form)),
        DateValue date => strings.Limited(date.Approximation, Date(date.Date, form)),
        MomentValue moment => Moment(moment.Moment, form),
        TimeValue time => strings.Limited(time.Approximation, Time("time_of_day", time.Time, "")),
        ActorValue { Role: { } role } actor when form == FactForm.Long =>
            strings.Fill("person_with_role", ("name", actor.Name), ("role", Role(role))),
        ActorValue actor => actor.Name,
        QuoteValue quote => $"{strings["open_quote"]}{quote.Text}{strings["close_quote"]}",
        EventValue happening => Value(happening.When, form),
        PlaceValue place => place.Name,
        TermValue term => term.Term,
        DisputedValue disputed => Listed([.. disputed.Versions.Select(version => Value(version.Value, form)).Distinct()]),
        _ => value.Machine,
    };

    /// <summary>Every version of what is disputed, each with whose it is.</summary>
    public string Versions(DisputedValue disputed, FactForm form) => Listed(
    [
        .. disputed.Versions.Select(version => version.By is { } by
            ? strings.Fill("version_by", ("value", Value(version.Value, form)), ("by", by))
            : Value(version.Value, form)).Distinct(),
    ]);

    /// <summary>A role, with whom it is for.</summary>
    public string Role(DatedRole role) => role switch
    {
        { Organisation: null } => role.Text,
        { Text: "" } => role.Organisation.Name,
        _ => strings.Fill("role_of", ("role", role.Text), ("organisation", role.Organisation.Name)),
    };

    /// <summary>The time in which a name or role held; empty where both ends are open.</summary>
    public string Period(Parsing.Facts.Period period) => (period.From, period.Until) switch
    {
        (null, null) => "",
        ({ } from, null) => strings.Fill("since", ("date", Date(from, FactForm.Whole))),
        (null, { } until) => strings.Fill("until", ("date", Date(until, FactForm.Whole))),
        ({ } from, { } until) =>
            strings.Fill("from_until", ("from", Date(from, FactForm.Whole)), ("until", Date(until, FactForm.Whole))),
    };

    /// <summary>A whole number, such as how many rows there are.</summary>
    public string Count(int number) => Value(new NumberValue(Figure.Of(number)), FactForm.Whole);

    /// <summary>The unit in the head of a column, with the word that multiplies its figures; null where its cells have their own.</summary>
    public string? UnitOf(TableColumn column) => column.Unit is { } unit ? _figures.HeadOf(unit, column.Scale) : null;

    /// <summary>The figure of a cell, without what stands in the head of its column.</summary>
    public string Bare(FactValue value, TableColumn column)
    {
        var figure = value switch
        {
            NumberValue number => number.Figure,
            MoneyValue money => money.Figure,
            QuantityValue quantity => quantity.Figure,
            _ => default,
        };
        if (figure.Digits is null) return Value(value, FactForm.Whole);
        return Value(new NumberValue(figure.Scale == column.Scale ? figure with { Scale = "" } : figure), FactForm.Whole);
    }

    /// <summary>A date at its own precision, or the part of it that is asked for.</summary>
    public string Date(PartialDate date, FactForm form) => form switch
    {
        FactForm.Year => Year(date),
        FactForm.Month => Pattern("date_month", date),
        FactForm.Day => Pattern("date_month_day", date),
        _ when date.Precision == Precision.Year => Year(date),
        _ when date.Precision == Precision.Month => Pattern("date_month", date),
        FactForm.Long when date.FirstDay >= Gregorian => Pattern("date_long", date),
        FactForm.Short => Pattern("date_short", date),
        _ => Pattern("date_day", date),
    };

    private static string Year(PartialDate date) => date.Year.ToString(CultureInfo.InvariantCulture);

    private string Listed(ImmutableArray<string> versions)
    {
        if (versions.Length < 2) return versions.FirstOrDefault() ?? "";
        return strings.Fill("or", ("first", string.Join(strings["list_join"], versions.SkipLast(1))), ("second", versions[^1]));
    }

    private string Moment(ZonedDateTime moment, FactForm form)
    {
        var day = new PartialDate(moment.Year, moment.Month, moment.Day);
        return form switch
        {
            FactForm.LocalTime => Time("time", moment.TimeOfDay, moment.GetZoneInterval().Name),
            FactForm.UtcTime => Time("time_utc", moment.WithZone(DateTimeZone.Utc).TimeOfDay, "UTC"),
            FactForm.Whole =>
                strings.Fill(
                    "moment",
                    ("date", Pattern("date_day", day)),
                    ("time", Time("time", moment.TimeOfDay, moment.GetZoneInterval().Name))),
            _ => Date(day, form),
        };
    }

    private string Time(string pattern, LocalTime time, string zone) => strings.Fill(
        pattern,
        ("hour12", (((time.Hour + 11) % 12) + 1).ToString(CultureInfo.InvariantCulture)),
        ("hour24", time.Hour.ToString("00", CultureInfo.InvariantCulture)),
        ("minute", time.Minute.ToString("00", CultureInfo.InvariantCulture)),
        ("half", strings.Halves[time.Hour / 12]),
        ("zone", zone));

    private string Pattern(string pattern, PartialDate date) => strings.Fill(
        pattern,
        ("day", date.Day.ToString(CultureInfo.InvariantCulture)),
        ("month", strings.Months[Math.Max(0, date.Month - 1)]),
        ("month_short", strings.MonthsShort[Math.Max(0, date.Month - 1)]),
        ("weekday", strings.Weekdays[((int)date.FirstDay.DayOfWeek + 6) % 7]),
        ("year", Year(date)));
}
