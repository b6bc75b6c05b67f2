using Explainers.Binding;
using Explainers.Diagnostics;

namespace Explainers.Checking;

/// <summary>Every fact names a source, or says why it has none.</summary>
internal static class FactsHaveSources
{
    /// <summary>Checks a fact.</summary>
    public static IEnumerable<Diagnostic> Check(BoundFact bound)
    {
        if (bound.Fact.Sourcing is { Citations.IsEmpty: true, IsWaived: false } sourcing)
            yield return Catalog.FactWithoutSource(bound.Span, bound.Fact.Name.Name, sourcing.SaysNone ? "source: none" : null);
    }
}
