using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Parsing.Facts;
using Explainers.Rendering.Formatting;

namespace Explainers.Rendering.Data;

/// <summary>Makes a fact sheet's data file.</summary>
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
        var file = JsonFile.Write(Routes.File(Routes.SheetJson(sheet.Name)), writer.Sheet(), SheetDataJson.Default.SheetData);
        writer._stated.UnionWith(sheet.Facts);
        return file with { States = [.. writer._stated.Select(fact => fact.Name)], Names = [.. sheet.Facts.SelectMany(fact => fact.Mentions).Select(fact => fact.Name)] };
    }

    private SheetData Sheet() => new()
    {
        Schema = _site.Absolute(Routes.DataSchema),
        Name = _sheet.Name,
        Title = _sheet.Title,
        Summary = _sheet.Summary is { } summary ? Text(summary) : null,
        Url = _site.Absolute(_sheet.Url),
        Facts = [.. _sheet.Facts.Select(Entry)],
    };

    private FactData Entry(Fact fact) => WithParts(fact.Value, new FactData
    {
        Name = fact.Name,
        Label = fact.Label,
        Url = _site.Absolute(fact.Url),
        Type = MachineValue.Type(fact.Value),
        Text = Text(fact.Value),
        Value = MachineValue.Text(fact.Value),
        Number = MachineValue.Number(fact.Value),
        Unit = MachineValue.Unit(fact.Value),
        Limit = MachineValue.Limit(fact.Value),
        AsOf = fact.AsOf?.ToString(),
        Expires = fact.Expires?.ToString(),
        Formula = fact.Formula,
        Inputs = fact.Inputs.IsEmpty ? null : [.. fact.Inputs.Select(input => input.Name)],
        Note = fact.Note is { } note ? Text(note) : null,
        Sources = Sources(fact.Sourcing),
        Changes = fact.Changes.IsEmpty ? null : [.. fact.Changes.Select(Change)],
    });

    /// <summary>Adds what an entry has beside its value.</summary>
    private FactData WithParts(FactValue value, FactData fact) => value switch
    {
        PersonValue person => fact with { Role = person.Role, Side = person.Side },
        QuoteValue quote => fact with { Speaker = quote.Speaker },
        EventValue happening => fact with { Title = happening.Title, Place = happening.Place },
        PlaceValue place => fact with { PlaceName = place.Name, Zone = place.Zone?.Id },
        TermValue term => fact with { Means = Text(term.Means) },
        TableValue table => fact with { Columns = [.. table.Columns], Rows = [.. table.Rows.Select(row => row.Select(Cell).ToArray())] },
        DisputedValue disputed => fact with { Versions = [.. disputed.Versions.Select(Version)] },
        _ => fact,
    };

    private ValueData Cell(FactValue value) => new()
    {
        Type = MachineValue.Type(value),
        Text = Text(value),
        Value = MachineValue.Text(value),
        Number = MachineValue.Number(value),
        Unit = MachineValue.Unit(value),
        Limit = MachineValue.Limit(value),
    };

    private VersionData Version(DisputedVersion version) => new()
    {
        Type = MachineValue.Type(version.Value),
        Text = Text(version.Value),
        Value = MachineValue.Text(version.Value),
        Number = MachineValue.Number(version.Value),
        Unit = MachineValue.Unit(version.Value),
        Limit = MachineValue.Limit(version.Value),
        AsOf = version.AsOf?.ToString(),
        Sources = Sources(version.Sourcing),
    };

    private static SourceData[] Sources(Sourcing sourcing) => [.. sourcing.Citations.Select(citation => new SourceData
    {
        Publisher = citation.Publisher,
        Title = citation.Title,
        Url = citation.Url,
        Date = citation.Date?.ToString(),
        Accessed = citation.Accessed?.ToString(),
        Archived = citation.Archived,
        Language = citation.Language,
        Note = citation.Note,
    })];

    private ChangeData Change(Change change) => new()
    {
        Date = change.Date.ToString(),
        Kind = change.Kind == ChangeKind.Correction ? "correction" : "update",
        Was = Text(change.Was),
        Why = Text(change.Why),
    };

    private string Text(FactValue value) => _format.Value(value, FactForm.Whole);

    private string Text(Parsing.Articles.ProseSyntax prose) => Prose.Text(_site.Site.Texts[prose], _format, _stated);
}
