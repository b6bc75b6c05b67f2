using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Literals;
using Explainers.Parsing.Text;
using Explainers.Parsing.Yaml;
using NodaTime;
using NodaTime.Text;

namespace Explainers.Binding;

/// <summary>When an article was published or changed.</summary>
/// <param name="When">A day, or a moment with its zone.</param>
internal sealed record PublicationDate(FactValue When)
{
    private static readonly OffsetDateTimePattern Rfc3339 = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm:sso<Z+HH:mm>");

    /// <summary>The moment for machines that want one, as in RFC 3339: a day begins at midnight in UTC.</summary>
    public string Timestamp => When is MomentValue moment ? Rfc3339.Format(moment.Moment.ToOffsetDateTime()) : $"{this}T00:00:00Z";

    /// <summary>Whether it is a moment, and not only a day.</summary>
    public bool HasHour => When is MomentValue;

    /// <summary>The day, where it was published.</summary>
    public DateOnly Day => When is MomentValue { Moment: var moment } ? moment.Date.ToDateOnly() : ((DateValue)When).Date.FirstDay;

    /// <summary>The moment in order of time.</summary>
    public Instant Instant { get; } = When is MomentValue moment
        ? moment.Moment.ToInstant()
        : LocalDate.FromDateOnly(((DateValue)When).Date.FirstDay).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();

    /// <summary>Whether it is a moment that is still to come at another one; null for a day.</summary>
    public bool? IsAfter(DateTimeOffset moment) => HasHour ? Instant > Instant.FromDateTimeOffset(moment) : null;

    /// <summary>Whether it is before another date. A day is not before a moment of the same day.</summary>
    public bool IsBefore(PublicationDate other) =>
        When is MomentValue && other.When is MomentValue ? Instant < other.Instant : Day < other.Day;

    /// <summary>The ISO 8601 form: <c>2025-08-15</c>, or <c>2025-08-15T11:26:00-08:00</c>.</summary>
    public override string ToString() => When is MomentValue ? Timestamp : When.Machine;

    /// <summary>Reads what front matter says; what is no moment is reported and left out.</summary>
    public static PublicationDate? Bind(ScalarSyntax? written, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (written is null) return null;
        var reading = LiteralReader.Read(written.Text, null);
        if (reading.Value is MomentValue or DateValue { Approximation: Approximation.Exact, Date.Precision: Precision.Day })
            return new PublicationDate(reading.Value);
        findings.Add(Catalog.InvalidValue(written.Span, written.Text, reading.Expected ?? Shape.Moment.Expected, reading.Hint));
        return null;
    }
}
