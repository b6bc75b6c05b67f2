using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;

namespace Explainers.Checking;

/// <summary>
/// Every fact is stated by some article or page, published or not. Places and terms have pages of their own that show them all.
/// </summary>
internal static class FactsAreUsed
{
    public static IEnumerable<Diagnostic> Check(BoundSite site) =>
        Unused(site).Select(fact => Catalog.UnusedFact(site.Bound(fact).Span, fact.Name));

    /// <summary>The facts that nothing states.</summary>
    public static IEnumerable<FactId> Unused(BoundSite site)
    {
        var used = new HashSet<FactId>();
        foreach (var article in site.All) used.UnionWith(site.Facts(article).States.Select(fact => fact.Entry));
        foreach (var sheet in site.Sheets) used.UnionWith(site.UsedBy(sheet).Select(fact => fact.Entry));
        var waiting = site.Waiting;
        used.UnionWith(waiting.Facts);
        var whole = waiting.WholeSheets.ToHashSet(StringComparer.Ordinal);
        return site.AllFacts
            .Where(fact => !used.Contains(fact) && !whole.Contains(fact.Sheet)
                && site.Head(fact).Kind is not (EntryKind.Place or EntryKind.Term));
    }
}
