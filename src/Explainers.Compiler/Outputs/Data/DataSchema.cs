using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Explainers.Binding;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Data;

/// <summary>The JSON Schema of fact sheets' data files. It is exported from the types that they are written from.</summary>
internal sealed class DataSchema
{
    /// <summary>The types that have a definition, in the order of the file.</summary>
    private static readonly (Type Type, string Name)[] Defined =
    [
        (typeof(FactData), "fact"),
        (typeof(DatedData), "dated"),
        (typeof(VersionData), "version"),
        (typeof(ValueData), "cell"),
        (typeof(SourceData), "source"),
        (typeof(ChangeData), "change"),
    ];

    private readonly JsonObject _definitions = new(Defined.Select(type => KeyValuePair.Create(type.Name, (JsonNode?)null)));

    /// <summary>Writes the schema.</summary>
    public static OutputFile Write(SiteScope site) =>
        JsonFile.Write(Routes.File(Routes.DataSchema), new DataSchema().Root(site.Absolute(Routes.DataSchema)));

    private JsonObject Root(string address)
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Node };
        var sheet = SheetDataJson.Default.SheetData.GetJsonSchemaAsNode(options).AsObject();
        var root = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["$id"] = address,
            ["title"] = "A fact sheet",
        };
        foreach (var (name, value) in sheet) root[name] = value?.DeepClone();
        root["definitions"] = _definitions;
        return root;
    }

    /// <summary>Gives what the exporter makes of a type or member the form of the file: descriptions, definitions, and no nulls.</summary>
    private JsonObject Node(JsonSchemaExporterContext context, JsonNode exported)
    {
        var schema = exported.AsObject();
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object) return Object(context.TypeInfo, schema);
        // What is absent is left out, and never null.
        if (schema["type"] is JsonArray types) schema["type"] = types[0]!.DeepClone();
        if (Description(context.PropertyInfo) is { } description) schema.Insert(0, "description", description);
        return schema;
    }

    private JsonObject Object(JsonTypeInfo type, JsonObject exported)
    {
        var name = Defined.FirstOrDefault(defined => defined.Type == type.Type).Name;
        if (name is null) return Members(type, exported);
        // The exporter gives a type's members where it meets the type first, and refers to that place afterwards.
        _definitions[name] ??= Members(type, exported);
        return new JsonObject { ["$ref"] = $"#/definitions/{name}" };
    }

    private static JsonObject Members(JsonTypeInfo type, JsonObject exported)
    {
        JsonNode[] required = [.. type.Properties.Where(property => !property.IsGetNullable).Select(property => (JsonNode)property.Name)];
        var properties = exported["properties"];
        exported.Remove("properties");
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray(required),
            ["properties"] = properties,
        };
    }

    private static string? Description(JsonPropertyInfo? member) => member?.AttributeProvider?
        .GetCustomAttributes(typeof(DescriptionAttribute), inherit: false)
        .OfType<DescriptionAttribute>()
        .FirstOrDefault()?.Description;
}
