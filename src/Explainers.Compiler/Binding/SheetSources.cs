using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Yaml;

namespace Explainers.Binding;

/// <summary>The sources of a sheet by their ids; they are gathered when the first entry asks, since most sheets have been bound before.</summary>
internal sealed class SheetSources(FactSheetSyntax sheet, ImmutableArray<Diagnostic>.Builder findings)
{
    /// <summary>The sources in written order.</summary>
    public ImmutableArray<SheetCitation> All => field.IsDefault ? field = [.. sheet.Citations.Select(Citation)] : field;

    private Dictionary<string, Citation> ById => field ??= All.ToDictionary(citation => citation.Id, citation => citation.Citation, StringComparer.Ordinal);

    private NearestIndex Near => field ??= new NearestIndex(ById.Keys);

    /// <summary>What an entry rests on that names some sources, or none and so takes the sheet's; a name without a source is reported.</summary>
    /// <param name="names">The sources that it names itself.</param>
    /// <param name="hasNote">Whether it says why, where it has none.</param>
    public Sourcing Of(ImmutableArray<ScalarSyntax> names, bool hasNote)
    {
        var used = names.IsEmpty ? sheet.Sources : names;
        if (used is [{ Text: "none" }]) return new Sourcing([], hasNote) { SaysNone = true };
        var found = ImmutableArray.CreateBuilder<Citation>(used.Length);
        foreach (var name in used)
        {
            if (ById.TryGetValue(name.Text, out var citation)) found.Add(citation);
            else findings.Add(Catalog.UnknownSource(name.Span, name.Text, Near.To(name.Text)));
        }
        var wasNamed = used.Length > found.Count;
        return new Sourcing(found.DrainToImmutable(), wasNamed);
    }

    private static SheetCitation Citation(CitationSyntax source) => new(
        source.Id.Text,
        new Citation(source.Publisher, source.Title, source.Url, source.Date, source.Accessed, source.Archived, source.Language, source.Note),
        source.Id.Span);
}
