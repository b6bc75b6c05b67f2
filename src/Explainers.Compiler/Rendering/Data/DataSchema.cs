using System.Text.Json;
using Explainers.Binding;

namespace Explainers.Rendering.Data;

/// <summary>The JSON Schema of the data files of fact sheets, published with them.</summary>
internal static class DataSchema
{
    private static readonly string[] Types =
    [
        "text", "number", "money", "quantity", "range", "vote", "date", "datetime", "time", "duration", "coordinates", "person", "quote", "event",
        "place", "term", "table", "disputed",
    ];

    /// <summary>Writes the schema.</summary>
    public static OutputFile Write(SiteScope site) => JsonFile.Write(Routes.File(Routes.DataSchema), json =>
    {
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.WriteString("$id", site.Absolute(Routes.DataSchema));
        json.WriteString("title", "A fact sheet");
        Members(json, ["name", "title", "url", "facts"],
            ("$schema", "string", "The address of this schema."),
            ("name", "string", "The sheet's identifier in snake_case."),
            ("title", "string", "Its name for readers."),
            ("summary", "string", "What it is about."),
            ("url", "string", "Its page."),
            ("facts", "#fact", "Its entries in written order."));
        json.WriteStartObject("definitions");
        Define(json, "fact", Fact, ["name", "label", "url", "type", "text", "value", "sources"]);
        Define(json, "version", [.. Value, AsOf, Sources], ["type", "text", "value", "sources"]);
        Define(json, "cell", Value, ["type", "text", "value"]);
        Define(json, "source", Source, ["publisher", "title"]);
        Define(json, "change", Change, ["date", "kind", "was", "why"]);
        json.WriteEndObject();
    });

    private static readonly (string Name, string Kind, string Meaning)[] Value =
    [
        ("type", "type", "What kind of value it is."),
        ("text", "string", "The value as pages print it."),
        ("value", "string", "The value for machines: digits without grouping, dates as in ISO 8601, coordinates as latitude,longitude."),
        ("number", "number", "The number, of numbers, sums and quantities."),
        ("unit", "string", "The unit, or the currency's code in ISO 4217."),
        ("limit", "string", "How the value is limited: about, nearly, more than, less than, at least, at most."),
    ];

    private static readonly (string Name, string Kind, string Meaning) AsOf = ("asOf", "string", "When the value held: a year, month or day.");
    private static readonly (string Name, string Kind, string Meaning) Sources = ("sources", "#source", "What it rests on.");

    private static readonly (string Name, string Kind, string Meaning)[] Fact =
    [
        ("name", "string", "Sheet and id, as articles refer to it."),
        ("label", "string", "Its name for readers."),
        ("url", "string", "Its place on the sheet's page."),
        .. Value,
        ("role", "string", "A person's office or part."),
        ("side", "string", "A person's country or party."),
        ("speaker", "string", "Who said or wrote a quotation."),
        ("title", "string", "What happened."),
        ("place", "string", "Where it happened."),
        ("placeName", "string", "The name of a place."),
        ("zone", "string", "The time zone of a place, in the IANA database."),
        ("means", "string", "What a term means."),
        ("columns", "strings", "The columns of a table."),
        ("rows", "##cell", "The rows of a table."),
        ("versions", "#version", "Every version of what is disputed."),
        AsOf,
        ("expires", "string", "The last day on which it holds."),
        ("formula", "string", "How the value is computed."),
        ("inputs", "strings", "The names of the facts that it is made of."),
        ("note", "string", "A caution."),
        Sources,
        ("changes", "#change", "Earlier values, the latest change first."),
    ];

    private static readonly (string Name, string Kind, string Meaning)[] Source =
    [
        ("publisher", "string", "Who published it."),
        ("title", "string", "Its title."),
        ("url", "string", "Where it can be read."),
        ("date", "string", "When it was published."),
        ("accessed", "string", "When it was last read."),
        ("archived", "string", "A stored copy."),
        ("language", "string", "Its language."),
        ("note", "string", "A caution."),
    ];

    private static readonly (string Name, string Kind, string Meaning)[] Change =
    [
        ("date", "string", "When it was changed."),
        ("kind", "string", "correction or update."),
        ("was", "string", "The earlier value."),
        ("why", "string", "Why it was changed."),
    ];

    private static void Define(Utf8JsonWriter json, string name, (string Name, string Kind, string Meaning)[] members, string[] required)
    {
        json.WriteStartObject(name);
        Members(json, required, members);
        json.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter json, string[] required, params (string Name, string Kind, string Meaning)[] members)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        Words(json, "required", required);
        json.WriteStartObject("properties");
        foreach (var (name, kind, meaning) in members)
        {
            json.WriteStartObject(name);
            json.WriteString("description", meaning);
            Kind(json, kind);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Kind(Utf8JsonWriter json, string kind)
    {
        if (kind == "type") Words(json, "enum", Types);
        else if (kind == "strings") List(json, () => json.WriteString("type", "string"));
        else if (kind.StartsWith("##", StringComparison.Ordinal)) List(json, () => List(json, () => json.WriteString("$ref", $"#/definitions/{kind[2..]}")));
        else if (kind.StartsWith('#')) List(json, () => json.WriteString("$ref", $"#/definitions/{kind[1..]}"));
        else json.WriteString("type", kind);
    }

    private static void List(Utf8JsonWriter json, Action items)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        items();
        json.WriteEndObject();
    }

    private static void Words(Utf8JsonWriter json, string name, string[] words)
    {
        json.WriteStartArray(name);
        foreach (var word in words) json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
