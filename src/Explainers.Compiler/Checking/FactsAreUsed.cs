using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Diagnostics;

namespace Explainers.Checking;

/// <summary>
/// Every fact is stated by some article or page, published or not. Places and terms have pages of their own that show them all.
/// </summary>
internal static class FactsAreUsed
{
    public static IEnumerable<Diagnostic> Check(BoundSite site)
    {
        var stated = new HashSet<Fact>(site.Facts.Length);
        foreach (var article in site.All)
            foreach (var fact in article.States) stated.Add(fact);
        foreach (var text in site.Texts.Values)
            foreach (var part in text.OfType<FactPart>()) stated.Add(part.Fact);
        foreach (var fact in site.Facts)
            if (!fact.Inputs.IsEmpty || fact.Value is QuoteValue or EventValue) stated.UnionWith(fact.Inputs.Concat(fact.Mentions));
        return site.Facts
            .Where(fact => !stated.Contains(fact) && site.Waiting?.States(fact) != true && fact.Value is not (PlaceValue or TermValue))
            .Select(fact => Catalog.UnusedFact(fact.Span, fact.Name));
    }
}
