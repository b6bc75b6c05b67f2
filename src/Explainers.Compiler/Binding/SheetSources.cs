using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Yaml;

namespace Explainers.Binding;

/// <summary>The sources of a sheet by their ids.</summary>
internal sealed class SheetSources
{
    private readonly FactSheetSyntax _sheet;
    private readonly Dictionary<string, Citation> _byId;

    /// <summary>Takes the sources of a sheet.</summary>
    public SheetSources(FactSheetSyntax sheet)
    {
        _sheet = sheet;
        All = [.. sheet.Citations.Select(Citation)];
        _byId = All.ToDictionary(citation => citation.Id, citation => citation.Citation, StringComparer.Ordinal);
        Near = new NearestIndex(_byId.Keys);
    }

    /// <summary>The sources in written order.</summary>
    public ImmutableArray<SheetCitation> All { get; }

    /// <summary>The source with an id, or null.</summary>
    public Citation? this[string id] => _byId.GetValueOrDefault(id);

    private NearestIndex Near { get; }

    /// <summary>
    /// What an entry rests on that names some sources, or none and so takes the sheet's; a name without a source is reported.
    /// </summary>
    /// <param name="names">The sources that it names itself.</param>
    /// <param name="hasNote">Whether it says why, where it has none.</param>
    /// <param name="findings">Takes what is found.</param>
    public Sourcing Of(ImmutableArray<ScalarSyntax> names, bool hasNote, ImmutableArray<Diagnostic>.Builder findings)
    {
        var used = names.IsEmpty ? _sheet.Sources : names;
        if (used is [{ Text: "none" }]) return new Sourcing([], hasNote) { SaysNone = true };
        var found = ImmutableArray.CreateBuilder<Citation>(used.Length);
        foreach (var name in used)
        {
            if (_byId.TryGetValue(name.Text, out var citation)) found.Add(citation);
            else findings.Add(Catalog.UnknownSource(name.Span, name.Text, Near.To(name.Text)));
        }
        var wasNamed = used.Length > found.Count;
        return new Sourcing(found.DrainToImmutable(), wasNamed);
    }

    private static SheetCitation Citation(CitationSyntax source) => new(
        source.Id.Text,
        new Citation(
            source.Publisher,
            source.Title,
            source.Url,
            source.Date,
            source.Accessed,
            source.Archived,
            source.Language,
            source.Note),
        source.Id.Span);
}
