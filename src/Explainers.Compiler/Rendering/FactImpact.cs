using System.Collections.Immutable;
using Explainers.Binding;

namespace Explainers.Rendering;

/// <summary>What a change of a fact would change.</summary>
/// <param name="Facts">The fact, and every fact that is computed from it, in order of name.</param>
/// <param name="Places">Every place that refers to one of them, in order of file and place.</param>
/// <param name="Files">Every finished file that states one of them, in ordinal order of path; but not the search index, which has every fact in it.</param>
internal sealed record FactImpact(ImmutableArray<Fact> Facts, ImmutableArray<FactUse> Places, ImmutableArray<OutputFile> Files)
{
    /// <summary>Works out the impact from what was recorded while the site was bound and rendered.</summary>
    public static FactImpact Of(Fact fact, BoundSite site, RenderedSite rendered)
    {
        var affected = new HashSet<Fact> { fact };
        var dependents = site.Facts.SelectMany(known => known.Inputs.Select(input => (Input: input, Fact: known))).ToLookup(link => link.Input, link => link.Fact);
        var open = new Queue<Fact>([fact]);
        while (open.TryDequeue(out var next))
        {
            foreach (var dependent in dependents[next])
                if (affected.Add(dependent)) open.Enqueue(dependent);
        }
        var names = affected.Select(known => known.Name).ToHashSet(StringComparer.Ordinal);
        return new FactImpact(
            [.. affected.OrderBy(known => known.Name, StringComparer.Ordinal)],
            [.. UsesOf(affected, site)],
            [.. rendered.Files.Where(file => file.Names.Contains(fact.Name) || file.States.Any(names.Contains))]);
    }

    private static IEnumerable<FactUse> UsesOf(HashSet<Fact> affected, BoundSite site) => site.Articles
        .Concat(site.Pages)
        .SelectMany(article => article.Uses)
        .Concat(site.Texts.Values.SelectMany(text => FactUse.In(text)))
        .Where(use => affected.Contains(use.Fact))
        .Concat(site.Facts.Where(fact => fact.Inputs.Any(affected.Contains)).Select(fact => new FactUse(fact, fact.ValueSpan)))
        .Where(use => use.Span.IsKnown)
        .Distinct()
        .OrderBy(use => use.Span.File!.DisplayPath, StringComparer.Ordinal)
        .ThenBy(use => use.Span.Start)
        .ThenBy(use => use.Fact.Name, StringComparer.Ordinal);
}
