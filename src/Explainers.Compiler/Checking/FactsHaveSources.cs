using Explainers.Binding;
using Explainers.Diagnostics;

namespace Explainers.Checking;

/// <summary>Every fact names a source, or says why it has none; every source of a sheet is named.</summary>
internal static class FactsHaveSources
{
    public static IEnumerable<Diagnostic> Check(BoundSite site) => site.Sheets.SelectMany(sheet => Facts(sheet).Concat(Sources(sheet)));

    private static IEnumerable<Diagnostic> Facts(FactSheet sheet) => sheet.Facts
        .Where(fact => fact.Sourcing is { Citations.IsEmpty: true, IsWaived: false })
        .Select(fact => Catalog.FactWithoutSource(fact.Span, fact.Name));

    private static IEnumerable<Diagnostic> Sources(FactSheet sheet) => sheet.IdleCitations.Select(citation => Catalog.UnusedSource(citation.Span, citation.Id));
}
