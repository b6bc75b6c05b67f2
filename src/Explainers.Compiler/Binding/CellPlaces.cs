using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Tables;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Yaml;

namespace Explainers.Binding;

/// <summary>Finds the places that cells of a table name: by name or id in the table's own sheet, or as <c>places.sitka</c>.</summary>
/// <param name="facts">What the sheet can refer to.</param>
/// <param name="sheet">The sheet.</param>
/// <param name="inputs">Takes each place, which the table then rests on.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class CellPlaces(
    FactLookup facts, SheetEntries sheet, List<Fact> inputs, ImmutableArray<Diagnostic>.Builder findings)
{
    private Dictionary<string, string> Ids => field ??= sheet.Entries
        .Where(entry => entry.Value is PlaceSyntax)
        .SelectMany(entry => new[] { ((PlaceSyntax)entry.Value).Name, entry.Id.Text }.Select(name => (Name: name, Id: entry.Id.Text)))
        .DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.Id, StringComparer.Ordinal);

    /// <summary>The place that a cell names; null for none, which is reported.</summary>
    public PlaceValue? Of(FoundCell cell)
    {
        var id = Ids.GetValueOrDefault(cell.Text);
        var reference = EntryBinder.Mention(new ScalarSyntax(id ?? cell.Text, cell.At));
        var name = reference.Sheet.Length > 0 ? new FactId(cell.Text) : FactId.Of(sheet.Syntax.Name, reference.Id!);
        if (facts.Entry(name)?.Value is PlaceSyntax && facts.Find(reference, findings) is { Value: PlaceValue place } fact)
        {
            inputs.Add(fact);
            return place;
        }
        findings.Add(Catalog.WrongCell(
            cell.At, cell.Named, cell.Text, "a place of this sheet, nor one of another such as places.sitka",
            Catalog.DidYouMean(Nearest.To(cell.Text, Ids.Keys)) ?? "give it a name and coordinates under 'places:'"));
        return null;
    }
}
