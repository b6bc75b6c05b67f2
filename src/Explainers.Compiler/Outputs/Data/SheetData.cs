using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Explainers.Outputs.Data;

/// <summary>A fact sheet as its data file has it. <see cref="DataSchema"/> is made from these types and their descriptions.</summary>
internal sealed record SheetData
{
    [JsonPropertyName("$schema"), Description("The address of this schema.")]
    public string? Schema { get; init; }

    [Description("The sheet's identifier in snake_case.")]
    public required string Name { get; init; }

    [Description("Its name for readers.")]
    public required string Title { get; init; }

    [Description("What it is about.")]
    public string? Summary { get; init; }

    [Description("Its page.")]
    public required string Url { get; init; }

    [Description("Its entries in written order.")]
    public required FactData[] Facts { get; init; }
}

/// <summary>What kind of value a fact has.</summary>
[JsonConverter(typeof(DataTypeNames))]
internal enum DataType
{
    Text,
    Number,
    Money,
    Quantity,
    Range,
    Vote,
    Date,
    DateTime,
    Time,
    Duration,
    Coordinates,
    Person,
    Quote,
    Event,
    Place,
    Term,
    Table,
    Disputed,
}

/// <summary>A value: a cell of a table, and what facts and versions have in common.</summary>
internal record ValueData
{
    [JsonPropertyOrder(-6), Description("What kind of value it is.")]
    public required DataType Type { get; init; }

    [JsonPropertyOrder(-5), Description("The value as pages print it.")]
    public required string Text { get; init; }

    [JsonPropertyOrder(-4)]
    [Description("The value for machines: digits without grouping, dates as in ISO 8601, coordinates as latitude,longitude.")]
    public required string Value { get; init; }

    [JsonPropertyOrder(-3), Description("The number, of numbers, sums and quantities.")]
    public decimal? Number { get; init; }

    [JsonPropertyOrder(-2), Description("The unit, or the currency's code in ISO 4217.")]
    public string? Unit { get; init; }

    [JsonPropertyOrder(-1), Description("How the value is limited: about, nearly, more than, less than, at least, at most.")]
    public string? Limit { get; init; }
}

/// <summary>A fact or another entry of a sheet.</summary>
internal sealed record FactData : ValueData
{
    [JsonPropertyOrder(-9), Description("Sheet and id, as articles refer to it.")]
    public required string Name { get; init; }

    [JsonPropertyOrder(-8), Description("Its name for readers.")]
    public required string Label { get; init; }

    [JsonPropertyOrder(-7), Description("Its place on the sheet's page.")]
    public required string Url { get; init; }

    [Description("A person's office or part.")]
    public string? Role { get; init; }

    [Description("A person's country or party.")]
    public string? Side { get; init; }

    [Description("Who said or wrote a quotation.")]
    public string? Speaker { get; init; }

    [Description("What happened.")]
    public string? Title { get; init; }

    [Description("Where it happened.")]
    public string? Place { get; init; }

    [Description("The name of a place.")]
    public string? PlaceName { get; init; }

    [Description("The time zone of a place, in the IANA database.")]
    public string? Zone { get; init; }

    [Description("What a term means.")]
    public string? Means { get; init; }

    [Description("The columns of a table.")]
    public string[]? Columns { get; init; }

    [Description("The rows of a table; a table of many rows has them in its CSV file alone.")]
    public ValueData[][]? Rows { get; init; }

    [Description("The totals of a table.")]
    public ValueData[]? Total { get; init; }

    [Description("The address of a table as CSV.")]
    public string? Csv { get; init; }

    [Description("Every version of what is disputed.")]
    public VersionData[]? Versions { get; init; }

    [Description("When the value held: a year, month or day.")]
    public string? AsOf { get; init; }

    [Description("The last day on which it holds.")]
    public string? Expires { get; init; }

    [Description("How the value is computed.")]
    public string? Formula { get; init; }

    [Description("The names of the facts that it is made of.")]
    public string[]? Inputs { get; init; }

    [Description("A caution.")]
    public string? Note { get; init; }

    [Description("What it rests on.")]
    public required SourceData[] Sources { get; init; }

    [Description("Earlier values, the latest change first.")]
    public ChangeData[]? Changes { get; init; }
}

/// <summary>A version of what is disputed.</summary>
internal sealed record VersionData : ValueData
{
    [Description("When the value held: a year, month or day.")]
    public string? AsOf { get; init; }

    [Description("What it rests on.")]
    public required SourceData[] Sources { get; init; }
}

/// <summary>What a fact rests on.</summary>
internal sealed record SourceData
{
    [Description("Who published it.")]
    public required string Publisher { get; init; }

    [Description("Its title.")]
    public required string Title { get; init; }

    [Description("Where it can be read.")]
    public string? Url { get; init; }

    [Description("When it was published.")]
    public string? Date { get; init; }

    [Description("When it was last read.")]
    public string? Accessed { get; init; }

    [Description("A stored copy.")]
    public string? Archived { get; init; }

    [Description("Its language.")]
    public string? Language { get; init; }

    [Description("A caution.")]
    public string? Note { get; init; }
}

/// <summary>An earlier value.</summary>
internal sealed record ChangeData
{
    [Description("When it was changed.")]
    public required string Date { get; init; }

    [Description("correction or update.")]
    public required string Kind { get; init; }

    [Description("The earlier value.")]
    public required string Was { get; init; }

    [Description("Why it was changed.")]
    public required string Why { get; init; }
}

/// <summary>How data files are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SheetData))]
internal sealed partial class SheetDataJson : JsonSerializerContext;
