using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Parsing.Facts;

namespace Explainers.Checking;

/// <summary>Every fact names a source, or says why it has none; every source of a sheet is named.</summary>
internal static class FactsHaveSources
{
    /// <summary>Checks a fact.</summary>
    public static IEnumerable<Diagnostic> Check(BoundFact bound)
    {
        if (bound.Fact.Sourcing is { Citations.IsEmpty: true, IsWaived: false } sourcing)
            yield return Catalog.FactWithoutSource(bound.Span, bound.Fact.Name.Name, sourcing.SaysNone ? "source: none" : null);
    }

    /// <summary>Checks the sources of a sheet. An entry that could not be read may be what a source is for.</summary>
    public static IEnumerable<Diagnostic> Check(SheetEntries sheet, IEnumerable<Fact> facts)
    {
        if (sheet.Syntax.Unparsed != UnparsedEntries.None) return [];
        var named = facts.SelectMany(fact => fact.Sourcing.Citations).ToHashSet();
        return sheet.Sources.All.Where(source => !named.Contains(source.Citation))
            .Select(source => Catalog.UnusedSource(source.Span, source.Id));
    }
}
