using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Explainers.Diagnostics;
using Explainers.Parsing.Schemas;
using Explainers.Parsing.Yaml;
using Explainers.Sources;
using NJsonSchema;

namespace Explainers.Tests;

/// <summary>
/// The schemas for editors say what the parser does: what one takes the other takes, and what one refuses the other refuses.
/// </summary>
public sealed class SchemaTests
{
    public static TheoryData<string> Names() => [.. EditorSchemas.All.Select(schema => schema.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_schema_in_the_repository_is_the_one_that_the_command_writes(string name)
    {
        var schema = EditorSchemas.All.Single(schema => schema.Name == name);
        var path = Path.Combine(RepositoryRoot.Path, ".vscode", "schemas", schema.File);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == schema.Text(),
            $"{schema.File} is out of date: run 'explainers schema'.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Parser_and_schema_agree_on_every_key_and_every_shape(string name)
    {
        var schema = EditorSchemas.All.Single(schema => schema.Name == name);
        var validator = await JsonSchema.FromJsonAsync(schema.Text(), TestContext.Current.CancellationToken);
        var whole = (JsonObject)Sample(new RecordShape("", schema.Table), 1);
        Assert.Empty(Refusals(whole, schema.Table));
        Assert.Empty(validator.Validate(whole.ToJsonString()));
        var tried = 0;
        foreach (var (changed, what) in Changes(whole, schema.Table))
        {
            var parser = Refusals(changed, schema.Table);
            var editor = validator.Validate(changed.ToJsonString());
            Assert.True((parser.Length == 0) == (editor.Count == 0),
                $"{what}: the parser says {string.Join(", ", parser)}; the schema says {string.Join(", ", editor)}");
            tried++;
        }
        Assert.True(tried > 80, $"Only {tried} changes were tried.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_schema_has_the_keys_of_the_parser_and_no_other(string name)
    {
        var schema = EditorSchemas.All.Single(schema => schema.Name == name);
        var root = JsonNode.Parse(schema.Text())!.AsObject();
        var tables = new Dictionary<string, KeyTable>(StringComparer.Ordinal) { [""] = schema.Table };
        Gather(schema.Table, tables);
        var written = (root["definitions"]?.AsObject() ?? []).Select(definition => (definition.Key, Value: definition.Value!.AsObject()))
            .Append(("", root)).ToArray();
        Assert.Equal(tables.Keys.Order(StringComparer.Ordinal), written.Select(definition => definition.Item1)
            .Order(StringComparer.Ordinal));
        foreach (var (definition, value) in written)
            Assert.Equal(tables[definition].Keys.Select(key => key.Name), value["properties"]!.AsObject().Select(property => property.Key));
    }

    private static void Gather(KeyTable table, Dictionary<string, KeyTable> tables)
    {
        foreach (var below in table.Shapes.SelectMany(Below))
            if (tables.TryAdd(below.Owner[(below.Owner.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace(' ', '_'), below)) Gather(
                below, tables);
    }

    private static IEnumerable<KeyTable> Below(Shape shape) => shape switch
    {
        ListShape list => Below(list.Item),
        MapShape map => Below(map.Item),
        EitherShape either => Below(either.Brief).Concat(Below(either.Long)),
        RecordShape record => [record.Table],
        _ => [],
    };

    /// <summary>What the parser's own tables say of a document; JSON is YAML.</summary>
    private static string[] Refusals(JsonObject document, KeyTable table)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var file = new SourceFile("facts/x.yaml", "x.yaml", System.Text.Encoding.UTF8.GetBytes(document.ToJsonString()));
        ShapeCheck.Check(YamlReader.ReadFile(file, findings), table, findings);
        return [.. findings.Select(finding => $"{finding.Code}: {finding.Message}")];
    }

    /// <summary>A document that has every key; a second one takes the other of two forms.</summary>
    private static JsonNode Sample(Shape shape, int form) => shape switch
    {
        UrlShape { Kind: UrlKind.Mailbox } => "desk@example.org",
        UrlShape => "https://example.org/",
        DateShape => "2025-08-15",
        ChoiceShape choice => choice.Words[0],
        WarningShape => "unbound-figure",
        ListShape list => new JsonArray(Sample(list.Item, form), Sample(list.Item, form)),
        MapShape map => new JsonObject { ["one"] = Sample(map.Item, 1), ["two"] = Sample(map.Item, 2) },
        EitherShape either => form == 1 ? Sample(either.Brief, form) : Sample(either.Long, form),
        RecordShape record => Keys(record.Table, form),
        _ => "text",
    };

    private static JsonObject Keys(KeyTable table, int form)
    {
        var keys = new JsonObject();
        foreach (var key in table.Keys)
            if (table.ExactlyOne.IndexOf(key.Name) is -1 or 0) keys.Add(key.Name, Sample(key.Shape, form));
        if (table.Others is { } others) foreach (var form2 in (int[])[1, 2]) keys.Add($"name{form2}", Sample(others, form2));
        return keys;
    }

    /// <summary>The document with one value exchanged, one key taken out or one put in, for every place in it.</summary>
    private static IEnumerable<(JsonObject Document, string What)> Changes(JsonObject document, KeyTable table)
    {
        JsonNode[] others = ["text", "", "https://example.net/x", "javascript:x", "2025", "2025-13-01", "2025-08", "true", "off", 7, true,
            new JsonArray(), new JsonArray("text"), new JsonArray(new JsonArray("text")), new JsonObject(), new JsonObject { ["zzz"] = 1 }];
        foreach (var path in Paths(document, []))
        {
            var around = Around(document, path, table);
            foreach (var other in others) yield return (With(around, path, node => node.ReplaceWith(other.DeepClone())),
                $"{string.Join(".", path)} = {other.ToJsonString()}");
            yield return (With(around, path, Remove), $"without {string.Join(".", path)}");
            if (Find(document, path) is JsonObject) yield return (With(around, path, node => node["zzz_unknown"] = "text"),
                $"{string.Join(".", path)} with an unknown key");
        }
        yield return (With(document, [], node => node["zzz_unknown"] = "text"), "an unknown key");
    }

    /// <summary>
    /// The document; for a place below its top, without the keys of the top that may be left out and do not lead there, since the tables of
    /// keys let nothing below one key bear on another.
    /// </summary>
    private static JsonObject Around(JsonObject document, string[] path, KeyTable table)
    {
        var copy = (JsonObject)document.DeepClone();
        if (path.Length == 1) return copy;
        foreach (var key in table.Keys.Where(key => key.Name != path[0] && key.Presence != Presence.Required
            && !table.ExactlyOne.Contains(key.Name))) copy.Remove(key.Name);
        return copy;
    }

    /// <summary>Every place in a document; of a list, the first item stands for all.</summary>
    private static IEnumerable<string[]> Paths(JsonNode node, string[] above)
    {
        var children = node switch
        {
            JsonObject keys => keys.Select(pair => (pair.Key, pair.Value)),
            JsonArray { Count: > 0 } items => [("0", items[0])],
            _ => [],
        };
        foreach (var (key, value) in children)
        {
            yield return [.. above, key];
            foreach (var path in Paths(value!, [.. above, key])) yield return path;
        }
    }

    private static JsonNode Find(JsonNode node, string[] path) =>
        path.Aggregate(node, (current, key) => current is JsonArray items
            ? items[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]! : current[key]!);

    private static void Remove(JsonNode node)
    {
        if (node.Parent is JsonArray items) items.Remove(node);
        else ((JsonObject)node.Parent!).Remove(node.GetPropertyName());
    }

    private static JsonObject With(JsonObject document, string[] path, Action<JsonNode> change)
    {
        var copy = (JsonObject)document.DeepClone();
        change(Find(copy, path));
        return copy;
    }
}
