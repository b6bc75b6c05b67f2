using System.Globalization;
using Explainers.Incremental;
using Explainers.Parsing.Text;
using NodaTime;
using NodaTime.Text;

namespace Explainers.Facts;

/// <summary>The value of a fact, typed.</summary>
internal abstract record FactValue
{
    /// <summary>The value for machines, as the <c>value</c> of a data element or the <c>datetime</c> of a time element has it.</summary>
    public abstract string Machine { get; }

    /// <summary>The number of a number, sum or quantity; null for other values.</summary>
    public virtual decimal? Number => null;
}

/// <summary>A word or phrase.</summary>
internal sealed record TextValue(string Text) : FactValue
{
    /// <inheritdoc />
    public override string Machine => Text;
}

/// <summary>A number without a unit.</summary>
internal sealed record NumberValue(Figure Figure) : FactValue
{
    /// <inheritdoc />
    public override decimal? Number => Figure.Number;

    /// <inheritdoc />
    public override string Machine => Figure.Machine;
}

/// <summary>A sum of money.</summary>
/// <param name="Figure">How much.</param>
/// <param name="Currency">The code of ISO 4217.</param>
internal sealed record MoneyValue(Figure Figure, string Currency) : FactValue
{
    /// <inheritdoc />
    public override decimal? Number => Figure.Number;

    /// <inheritdoc />
    public override string Machine => $"{Figure.Machine} {Currency}";
}

/// <summary>A number of something: a unit of measure, per cent, or a counted noun.</summary>
internal sealed record QuantityValue(Figure Figure, Unit Unit) : FactValue
{
    /// <inheritdoc />
    public override decimal? Number => Figure.Number;

    /// <inheritdoc />
    public override string Machine => $"{Figure.Machine} {Unit.Text}";
}

/// <summary>From one value to a higher one of the same type and unit.</summary>
/// <param name="Low">A number, sum, quantity or date.</param>
/// <param name="High">Another of the same type.</param>
/// <param name="Approximation">How the whole is limited.</param>
internal sealed record RangeValue(FactValue Low, FactValue High, Approximation Approximation) : FactValue
{
    /// <inheritdoc />
    public override string Machine => $"{Low.Machine}/{High.Machine}";
}

/// <summary>The votes for and against.</summary>
internal sealed record VoteValue(int For, int Against) : FactValue
{
    /// <inheritdoc />
    public override string Machine => string.Create(CultureInfo.InvariantCulture, $"{For}–{Against}");
}

/// <summary>A date of year, month or day precision.</summary>
internal sealed record DateValue(PartialDate Date, Approximation Approximation = Approximation.Exact) : FactValue
{
    /// <inheritdoc />
    public override string Machine => Date.ToString();
}

/// <summary>A moment: a local time in a zone of the IANA database.</summary>
internal sealed record MomentValue(ZonedDateTime Moment) : FactValue
{
    /// <inheritdoc />
    public override string Machine =>
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<m>").Format(Moment.ToOffsetDateTime());
}

/// <summary>A time of day, wherever it is.</summary>
internal sealed record TimeValue(LocalTime Time, Approximation Approximation = Approximation.Exact) : FactValue
{
    /// <inheritdoc />
    public override string Machine => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(Time);
}

/// <summary>A span of time in two or more units: 2 hours 45 minutes. One in a single unit is a quantity.</summary>
/// <param name="Parts">Its parts, the largest unit first.</param>
/// <param name="Approximation">How the whole is limited.</param>
internal sealed record DurationValue(EquatableArray<QuantityValue> Parts, Approximation Approximation) : FactValue
{
    /// <summary>The whole in the unit of its last part.</summary>
    public QuantityValue Total
    {
        get
        {
            var last = Parts[^1].Unit;
            return new QuantityValue(
                Figure.Of(Parts.Sum(part => part.Figure.Number * part.Unit.Factor) / last.Factor, Approximation),
                last);
        }
    }

    /// <summary>The duration of ISO 8601: <c>PT2H45M</c>.</summary>
    public override string Machine
    {
        get
        {
            var dates = string.Concat(
                Parts.Where(part => part.Unit.Single!.Key is "year" or "month" or "week" or "day").Select(Designated));
            var times = string.Concat(Parts.Where(part => part.Unit.Single!.Key is "h" or "min" or "s").Select(Designated));
            return $"P{dates}{(times.Length == 0 ? "" : $"T{times}")}";
        }
    }

    private static string Designated(QuantityValue part) => part.Figure.Machine + char.ToUpperInvariant(part.Unit.Single!.Key[0]);
}

/// <summary>A point on the Earth.</summary>
/// <param name="Latitude">Degrees north of the equator, -90 to 90, with the digits as written.</param>
/// <param name="Longitude">Degrees east of Greenwich, -180 to 180.</param>
internal sealed record CoordinatesValue(decimal Latitude, decimal Longitude) : FactValue
{
    /// <summary>Latitude and longitude as in RFC 5870: <c>57.0531,-135.33</c>.</summary>
    public override string Machine => string.Create(CultureInfo.InvariantCulture, $"{Latitude},{Longitude}");
}
