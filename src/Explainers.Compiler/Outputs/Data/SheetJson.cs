using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Data;

/// <summary>Makes a fact sheet's data file.</summary>
internal sealed class SheetJson
{
    private readonly SiteScope _site;
    private readonly FactSheet _sheet;
    private readonly FactFormatter _format;
    private readonly HashSet<FactId> _stated = [];

    private SheetJson(SiteScope site, FactSheet sheet) =>
        (_site, _sheet, _format) = (site, sheet, new FactFormatter(site.Strings(site.Site.Language)));

    /// <summary>Writes a sheet.</summary>
    public static OutputFile Write(SiteScope site, FactSheet sheet)
    {
        var writer = new SheetJson(site, sheet);
        var file = JsonFile.Write(Routes.File(Routes.SheetJson(sheet.Name)), writer.Sheet(), SheetDataJson.Default.SheetData);
        writer._stated.UnionWith(sheet.Facts);
        return file with
        {
            States = writer._stated.ToEquatable(),
            Names = sheet.Facts.SelectMany(fact => site.Site.Fact(fact).Mentions).ToEquatable(),
        };
    }

    private SheetData Sheet() => new()
    {
        Schema = _site.Absolute(Routes.DataSchema),
        Name = _sheet.Name,
        Title = _sheet.Title,
        Summary = Text(_site.Site.Summary(_sheet.Name)),
        Url = _site.Absolute(_sheet.Url),
        Facts = [.. _sheet.Facts.Select(fact => Entry(_site.Site.Fact(fact), _site.Site.Texts(fact)))],
    };

    private FactData Entry(Fact fact, FactTexts texts) => WithParts(fact.Value, texts, new FactData
    {
        Name = fact.Name.Name,
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
        Note = Text(texts.Note),
        Sources = Sources(fact.Sourcing),
        Changes = fact.Changes.IsEmpty ? null : [.. fact.Changes.Select(change => Change(change, texts))],
    });

    /// <summary>Adds what an entry has beside its value.</summary>
    private FactData WithParts(FactValue value, FactTexts texts, FactData fact) => value switch
    {
        PersonValue person => fact with { Role = person.Role, Side = person.Side },
        QuoteValue quote => fact with { Speaker = quote.Speaker },
        EventValue happening => fact with { Title = happening.Title, Place = happening.Place },
        PlaceValue place => fact with { PlaceName = place.Name, Zone = place.Zone?.Id },
        TermValue => fact with { Means = Text(texts.Means) },
        TableValue table => fact with
        {
            Columns = [.. table.Columns.Select(column => column.Label)],
            Rows = table.IsShownWhole ? [.. table.Rows.Select(row => row.Select(Cell).ToArray())] : null,
            Total = table.Total.IsEmpty ? null : [.. table.Total.Select(Cell)],
            Csv = _site.Absolute(Routes.TableCsv(new FactId(fact.Name))),
        },
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

    private ChangeData Change(Change change, FactTexts texts) => new()
    {
        Date = change.Date.ToString(),
        Kind = change.Kind == ChangeKind.Correction ? "correction" : "update",
        Was = Text(change.Was),
        Why = Text(texts.Reasons[change.Number]) ?? "",
    };

    private string Text(FactValue value) => _format.Value(value, FactForm.Whole);

    private string? Text(EquatableArray<BodyPart> parts) => parts.IsEmpty ? null : PlainText.Of(parts, _site.Site, _format, _stated);
}
