using System.Collections.Immutable;
using System.Text.Json;
using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Parsing.Facts;
using Explainers.Rendering.Formatting;

namespace Explainers.Rendering.Data;

/// <summary>A fact sheet as JSON, in the shape that <see cref="DataSchema"/> describes.</summary>
internal sealed class SheetJson
{
    private readonly SiteScope _site;
    private readonly FactSheet _sheet;
    private readonly FactFormatter _format;
    private readonly HashSet<Fact> _stated = [];

    private SheetJson(SiteScope site, FactSheet sheet) => (_site, _sheet, _format) = (site, sheet, new FactFormatter(site.Words(site.Site.Language)));

    /// <summary>Writes a sheet.</summary>
    public static OutputFile Write(SiteScope site, FactSheet sheet)
    {
        var writer = new SheetJson(site, sheet);
        var file = JsonFile.Write(Routes.File(Routes.SheetJson(sheet.Name)), writer.Sheet);
        writer._stated.UnionWith(sheet.Facts);
        return file with { States = [.. writer._stated.Select(fact => fact.Name)], Names = [.. sheet.Facts.SelectMany(fact => fact.Mentions).Select(fact => fact.Name)] };
    }

    private void Sheet(Utf8JsonWriter json)
    {
        json.WriteString("$schema", _site.Absolute(Routes.DataSchema));
        json.WriteString("name", _sheet.Name);
        json.WriteString("title", _sheet.Title);
        if (_sheet.Summary is { } summary) json.WriteString("summary", Text(summary));
        json.WriteString("url", _site.Absolute(_sheet.Url));
        json.WriteStartArray("facts");
        foreach (var fact in _sheet.Facts)
        {
            json.WriteStartObject();
            Fact(json, fact);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Fact(Utf8JsonWriter json, Fact fact)
    {
        json.WriteString("name", fact.Name);
        json.WriteString("label", fact.Label);
        json.WriteString("url", _site.Absolute(fact.Url));
        FactData.Write(json, fact.Value, Text);
        Parts(json, fact);
        if (fact.AsOf is { } held) json.WriteString("asOf", held.ToString());
        if (fact.Expires is { } end) json.WriteString("expires", end.ToString());
        if (fact.Formula is { } formula) json.WriteString("formula", formula);
        if (!fact.Inputs.IsEmpty) Names(json, "inputs", fact.Inputs.Select(input => input.Name));
        if (fact.Note is { } note) json.WriteString("note", Text(note));
        Sources(json, fact.Sourcing);
        if (!fact.Changes.IsEmpty) Each(json, "changes", fact.Changes, change =>
        {
            json.WriteString("date", change.Date.ToString());
            json.WriteString("kind", change.Kind == ChangeKind.Correction ? "correction" : "update");
            json.WriteString("was", Text(change.Was));
            json.WriteString("why", Text(change.Why));
        });
    }

    /// <summary>What an entry has beside its value.</summary>
    private void Parts(Utf8JsonWriter json, Fact fact)
    {
        switch (fact.Value)
        {
            case PersonValue person:
                Optional(json, ("role", person.Role), ("side", person.Side));
                break;
            case QuoteValue quote:
                Optional(json, ("speaker", quote.Speaker));
                break;
            case EventValue happening:
                Optional(json, ("title", happening.Title), ("place", happening.Place));
                break;
            case PlaceValue place:
                Optional(json, ("placeName", place.Name), ("zone", place.Zone?.Id));
                break;
            case TermValue term:
                Optional(json, ("means", Text(term.Means)));
                break;
            case TableValue table:
                Names(json, "columns", table.Columns);
                Rows(json, table);
                break;
            case DisputedValue disputed:
                Each(json, "versions", disputed.Versions, version =>
                {
                    FactData.Write(json, version.Value, Text);
                    if (version.AsOf is { } held) json.WriteString("asOf", held.ToString());
                    Sources(json, version.Sourcing);
                });
                break;
        }
    }

    private void Rows(Utf8JsonWriter json, TableValue table)
    {
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartArray();
            foreach (var cell in row)
            {
                json.WriteStartObject();
                FactData.Write(json, cell, Text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void Sources(Utf8JsonWriter json, Sourcing sourcing) => Each(json, "sources", sourcing.Citations, citation =>
    {
        Optional(json, ("publisher", citation.Publisher), ("title", citation.Title), ("url", citation.Url), ("date", citation.Date?.ToString()),
            ("accessed", citation.Accessed?.ToString()), ("archived", citation.Archived), ("language", citation.Language), ("note", citation.Note));
    });

    private string Text(FactValue value) => _format.Value(value, FactForm.Whole);

    private string Text(Parsing.Articles.ProseSyntax prose) => Prose.Text(_site.Site.Texts[prose], _format, _stated);

    private static void Each<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var item in names) json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        foreach (var (name, value) in members)
            if (value is not null) json.WriteString(name, value);
    }
}
