using System.Globalization;
using Explainers.Parsing;
using NodaTime;

namespace Explainers.Binding.Values;

/// <summary>The value of a fact, typed.</summary>
public abstract record FactValue
{
    /// <summary>The value for machines, as the <c>value</c> of a data element or the <c>datetime</c> of a time element has it.</summary>
    public abstract string Machine { get; }
}

/// <summary>A word or phrase.</summary>
public sealed record TextValue(string Text) : FactValue
{
    /// <inheritdoc />
    public override string Machine => Text;
}

/// <summary>A figure as written, so that its digits stay as honest as they were: "7.2 million", "586,412".</summary>
/// <param name="Digits">Sign, digits and decimal point, without grouping.</param>
/// <param name="Scale">thousand, million, billion or trillion, or empty.</param>
/// <param name="IsAbout">Whether it is said to be approximate.</param>
public readonly record struct Figure(string Digits, string Scale, bool IsAbout)
{
    /// <summary>The whole number that it stands for.</summary>
    public decimal Number => decimal.Parse(Digits, NumberStyles.Number, CultureInfo.InvariantCulture) * Factor;

    /// <summary>The number without trailing zeros, for machines.</summary>
    public string Machine => (Number / 1.000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private decimal Factor => Scale switch
    {
        "thousand" => 1_000m,
        "million" => 1_000_000m,
        "billion" => 1_000_000_000m,
        "trillion" => 1_000_000_000_000m,
        _ => 1m,
    };
}

/// <summary>A number without a unit.</summary>
public sealed record NumberValue(Figure Figure) : FactValue
{
    /// <inheritdoc />
    public override string Machine => Figure.Machine;
}

/// <summary>A sum of money.</summary>
/// <param name="Figure">How much.</param>
/// <param name="Currency">The code of ISO 4217.</param>
public sealed record MoneyValue(Figure Figure, string Currency) : FactValue
{
    /// <inheritdoc />
    public override string Machine => $"{Figure.Machine} {Currency}";
}

/// <summary>A number of something: a unit of measure, per cent, or a counted noun.</summary>
public sealed record QuantityValue(Figure Figure, string Unit) : FactValue
{
    /// <inheritdoc />
    public override string Machine => $"{Figure.Machine} {Unit}";
}

/// <summary>A date of year, month or day precision.</summary>
public sealed record DateValue(PartialDate Date) : FactValue
{
    /// <inheritdoc />
    public override string Machine => Date.ToString();
}

/// <summary>A moment: a local time in a zone of the IANA database.</summary>
public sealed record MomentValue(ZonedDateTime Moment) : FactValue
{
    /// <inheritdoc />
    public override string Machine => NodaTime.Text.OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<m>").Format(Moment.ToOffsetDateTime());
}

/// <summary>A person.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Role">Office or part in the story, or null.</param>
/// <param name="Side">Country or party, or null.</param>
public sealed record PersonValue(string Name, string? Role, string? Side) : FactValue
{
    /// <inheritdoc />
    public override string Machine => Name;
}

/// <summary>A quotation.</summary>
/// <param name="Text">The words, without quotation marks.</param>
/// <param name="Speaker">Who said or wrote them.</param>
public sealed record QuoteValue(string Text, string Speaker) : FactValue
{
    /// <inheritdoc />
    public override string Machine => Text;
}
