using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Data;

/// <summary>A fact sheet as comma-separated values, one row a fact; a spreadsheet reads it as UTF-8.</summary>
internal static class SheetCsv
{
    private static readonly string[] Columns =
    [
        "name", "label", "type", "text", "value", "unit", "limit", "as_of", "sources", "note", "url",
    ];

    /// <summary>Writes a sheet.</summary>
    public static OutputFile Write(SiteScope site, FactSheet sheet)
    {
        var format = new FactFormatter(site.Strings(site.Site.Language));
        var stated = sheet.Facts.ToHashSet();
        var csv = new CsvFile().Row(Columns);
        foreach (var fact in sheet.Facts.Select(site.Site.Fact))
        {
            csv.Row(fact.Name.Name, fact.Label, DataTypeNames.Of(MachineValue.Type(fact.Value)), format.Value(fact.Value, FactForm.Whole),
                MachineValue.Text(fact.Value),
                MachineValue.Unit(fact.Value), MachineValue.Limit(fact.Value), fact.AsOf?.ToString(),
                string.Join(" ", fact.Sourcing.Citations.Select(Source)),
                fact.HasNote ? PlainText.Of(site.Site.Texts(fact.Name).Note, site.Site, format, stated) : null, site.Absolute(fact.Url));
        }
        return new OutputFile(Routes.File(Routes.SheetCsv(sheet.Name)), csv.ToUtf8()) { States = stated.ToEquatable() };
    }

    private static string Source(Citation citation) => citation.Url ?? $"{citation.Publisher}: {citation.Title}";
}
