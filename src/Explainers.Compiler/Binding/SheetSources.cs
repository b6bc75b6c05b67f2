using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Yaml;

namespace Explainers.Binding;

/// <summary>The sources of a sheet by their ids.</summary>
internal sealed class SheetSources
{
    private readonly FactSheetSyntax _sheet;
    private readonly ImmutableArray<Diagnostic>.Builder _findings;
    private readonly FrozenDictionary<string, Citation> _byId;

    /// <summary>Takes the sources of a sheet.</summary>
    public SheetSources(FactSheetSyntax sheet, ImmutableArray<Diagnostic>.Builder findings)
    {
        (_sheet, _findings) = (sheet, findings);
        All = [.. sheet.Citations.Select(Citation)];
        _byId = All.ToFrozenDictionary(citation => citation.Id, citation => citation.Citation, StringComparer.Ordinal);
    }

    /// <summary>The sources in written order.</summary>
    public ImmutableArray<SheetCitation> All { get; }

    /// <summary>What an entry rests on that names some sources, or none and so takes the sheet's; a name without a source is reported.</summary>
    /// <param name="names">The sources that it names itself.</param>
    /// <param name="hasNote">Whether it says why, where it has none.</param>
    public Sourcing Of(ImmutableArray<ScalarSyntax> names, bool hasNote)
    {
        var used = names.IsEmpty ? _sheet.Sources : names;
        if (used is [{ Text: "none" }]) return new Sourcing([], hasNote) { SaysNone = true };
        var found = ImmutableArray.CreateBuilder<Citation>(used.Length);
        foreach (var name in used)
        {
            if (_byId.TryGetValue(name.Text, out var citation)) found.Add(citation);
            else _findings.Add(Catalog.UnknownSource(name.Span, name.Text, Nearest.To(name.Text, _byId.Keys)));
        }
        var wasNamed = used.Length > found.Count;
        return new Sourcing(found.DrainToImmutable(), wasNamed);
    }

    private static SheetCitation Citation(CitationSyntax source) => new(
        source.Id.Text,
        new Citation(source.Publisher, source.Title, source.Url, source.Date, source.Accessed, source.Archived, source.Language, source.Note),
        source.Id.Span);
}
