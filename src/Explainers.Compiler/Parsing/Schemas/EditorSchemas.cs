using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Authors;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Photographs;
using Explainers.Parsing.Settings;
using Explainers.Parsing.Templates;
using Explainers.Parsing.Text;
using Explainers.Parsing.Yaml;

namespace Explainers.Parsing.Schemas;

/// <summary>
/// JSON Schemas for what writers type, made from the tables that the parser itself reads by; draft 7 is the one that editors know best.
/// </summary>
internal static class EditorSchemas
{
    /// <summary>The schemas by name, in the order of the documentation.</summary>
    public static ImmutableArray<EditorSchema> All { get; } =
    [
        new("site", "site.yaml", SettingsKeys.Site),
        new("fact-sheet", "A fact sheet", FactKeys.Sheet),
        new("authors", "The authors, authors.yaml", AuthorKeys.File),
        new("article", "The front matter of an article or page", FrontMatter.Keys),
        new("card", "The layout of social cards, theme/card.yaml", CardKeys.Card),
        new("photograph", "The credit of a photograph, beside it as images/x.jpg.yaml", CreditKeys.Photograph),
    ];
}

/// <summary>A schema for an editor.</summary>
/// <param name="Name">Its name, which is the first part of its file's name.</param>
/// <param name="Title">What it describes.</param>
/// <param name="Table">The keys of the file.</param>
internal sealed record EditorSchema(string Name, string Title, KeyTable Table)
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The name of its file.</summary>
    public string File => $"{Name}.schema.json";

    /// <summary>The schema as JSON, with a line end behind it.</summary>
    public string Text()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options)) new Writing(json).Root(this);
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    /// <summary>Writes one schema: the tables that it uses become its definitions.</summary>
    private sealed class Writing(Utf8JsonWriter json)
    {
        public void Root(EditorSchema schema)
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", schema.Title);
            Members(schema.Table);
            var tables = Tables(schema.Table);
            if (tables.Count > 0)
            {
                json.WriteStartObject("definitions");
                foreach (var table in tables)
                {
                    json.WriteStartObject(Definition(table));
                    Members(table);
                    json.WriteEndObject();
                }
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }

        private void Members(KeyTable table)
        {
            json.WriteString("type", "object");
            if (table.Others is { } others) Inside("additionalProperties", others);
            else json.WriteBoolean("additionalProperties", false);
            var required = table.Keys.Where(key => key.Presence == Presence.Required).Select(key => key.Name).ToArray();
            if (required.Length > 0) Words("required", required);
            if (!table.ExactlyOne.IsEmpty)
            {
                json.WriteStartArray("oneOf");
                foreach (var name in table.ExactlyOne)
                {
                    json.WriteStartObject();
                    Words("required", table.Needs is var (owner, needed) && owner == name ? [name, needed] : [name]);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteStartObject("properties");
            foreach (var key in table.Keys)
            {
                json.WriteStartObject(key.Name);
                json.WriteString("description", key.Meaning);
                Keywords(key.Shape);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }

        private void Keywords(Shape shape)
        {
            switch (shape)
            {
                case TextShape: Text(); break;
                case UrlShape { Kind: UrlKind.Mailbox }: Pattern(@"^[^@\s]+@[^@\s]+\.[^@\s]+$"); break;
                case UrlShape: Pattern("^https?://"); break;
                case LanguageShape: Pattern(LanguageShape.Pattern, "string", "boolean"); break;
                case DateShape date: Date(date); break;
                case ChoiceShape choice: Choice(choice); break;
                case WarningShape: Words("enum", [.. Catalog.Warnings]); break;
                case RecordShape record: json.WriteString("$ref", $"#/definitions/{Definition(record.Table)}"); break;
                case EitherShape either: Either(() => Keywords(either.Brief), () => Keywords(either.Long)); break;
                case ListShape list:
                    Either(() => Keywords(list.Item), () =>
                    {
                        json.WriteString("type", "array");
                        Inside("items", list.Item);
                    });
                    break;
                case MapShape map:
                    json.WriteString("type", "object");
                    Inside("additionalProperties", map.Item);
                    break;
                default: throw new InvalidOperationException($"The shape {shape.GetType().Name} has no schema.");
            }
        }

        /// <summary>A date of an editor is a text, and a year alone may be a number.</summary>
        private void Date(DateShape date)
        {
            const string Month = "-(0[1-9]|1[0-2])";
            const string Day = "-(0[1-9]|[12][0-9]|3[01])";
            if (date.Coarsest == Precision.Day)
                Pattern($"^[0-9]{{4}}{Month}{Day}{(date.TakesHour ? "( [0-9]{1,2}:[0-9]{2} [A-Za-z].*)?" : "")}$");
            else Either(() => Pattern($"^[0-9]{{4}}({Month}({Day})?)?$"), () =>
            {
                json.WriteString("type", "integer");
                json.WriteNumber("minimum", 1000);
                json.WriteNumber("maximum", 9999);
            });
        }

        private void Choice(ChoiceShape choice)
        {
            json.WriteStartArray("enum");
            foreach (var word in choice.Words) json.WriteStringValue(word);
            if (choice.Words.Contains("true")) json.WriteBooleanValue(true);
            if (choice.Words.Contains("false")) json.WriteBooleanValue(false);
            json.WriteEndArray();
        }

        private void Text()
        {
            // What an editor takes for a number or a truth value is text here.
            Words("type", ["string", "number", "boolean"]);
            json.WriteNumber("minLength", 1);
        }

        /// <summary>A text of a certain look; editors take some codes of languages, such as no, for truth values.</summary>
        private void Pattern(string pattern, params string[] types)
        {
            if (types.Length == 0) json.WriteString("type", "string");
            else Words("type", types);
            json.WriteString("pattern", pattern);
        }

        private void Inside(string name, Shape shape)
        {
            json.WriteStartObject(name);
            Keywords(shape);
            json.WriteEndObject();
        }

        private void Either(Action first, Action second)
        {
            json.WriteStartArray("anyOf");
            foreach (var write in new[] { first, second })
            {
                json.WriteStartObject();
                write();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        private void Words(string name, string[] words)
        {
            json.WriteStartArray(name);
            foreach (var word in words) json.WriteStringValue(word);
            json.WriteEndArray();
        }
    }

    /// <summary>The tables below a table, each once, in order of first use.</summary>
    private static List<KeyTable> Tables(KeyTable root)
    {
        var found = new List<KeyTable>();
        foreach (var shape in root.Shapes) Below(shape, found);
        return found;
    }

    private static void Below(Shape shape, List<KeyTable> found)
    {
        switch (shape)
        {
            case ListShape list: Below(list.Item, found); break;
            case MapShape map: Below(map.Item, found); break;
            case EitherShape either: Below(either.Long, found); break;
            case RecordShape record when !found.Contains(record.Table):
                found.Add(record.Table);
                foreach (var below in record.Table.Shapes) Below(below, found);
                break;
        }
    }

    /// <summary>"a fact sheet" is defined as "fact_sheet".</summary>
    private static string Definition(KeyTable table) =>
        table.Owner[(table.Owner.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace(' ', '_');
}
