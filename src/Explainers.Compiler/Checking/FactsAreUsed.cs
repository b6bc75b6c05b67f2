using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Diagnostics;

namespace Explainers.Checking;

/// <summary>Every fact is stated by some article or page; places and terms have pages of their own that show them all.</summary>
internal static class FactsAreUsed
{
    public static IEnumerable<Diagnostic> Check(BoundSite site)
    {
        var stated = new HashSet<Fact>();
        foreach (var article in site.Articles.Concat(site.Pages))
            foreach (var fact in article.States) stated.Add(fact);
        stated.UnionWith(site.Texts.Values.SelectMany(text => text).OfType<FactPart>().Select(part => part.Fact));
        stated.UnionWith(site.Facts.SelectMany(fact => fact.Inputs.Concat(fact.Mentions)));
        return site.Facts
            .Where(fact => !stated.Contains(fact) && fact.Value is not (PlaceValue or TermValue))
            .Select(fact => Catalog.UnusedFact(fact.Span, fact.Name));
    }
}
