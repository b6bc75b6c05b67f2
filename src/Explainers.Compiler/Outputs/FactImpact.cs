using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Outputs;

/// <summary>What a change of a fact would change.</summary>
/// <param name="Facts">The fact, and every fact that is computed from it, in order of name.</param>
/// <param name="Places">Every place that refers to one of them, in order of file and place.</param>
/// <param name="Mentions">The entries that name it: whose organisation, place or speaker it is, in order of name.</param>
/// <param name="Files">The paths of all finished files that state one of them, in ordinal order; but not the search index, which has every
/// fact in it.</param>
internal sealed record FactImpact(
    ImmutableArray<FactId> Facts, ImmutableArray<FactId> Mentions, ImmutableArray<FactUse> Places, ImmutableArray<string> Files)
{
    /// <summary>Works out the impact from what was recorded while the site was bound and rendered.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="site">The site.</param>
    /// <param name="records">What is known of its finished files.</param>
    internal static FactImpact Of(FactId fact, BoundSite site, IEnumerable<OutputRecord> records)
    {
        var affected = new HashSet<FactId> { fact.Entry };
        Fact[] all = [.. site.AllFacts.Select(site.Fact)];
        var dependents = all.SelectMany(known => known.Inputs.Select(input => (Input: input.Entry, Fact: known.Name)))
            .ToLookup(link => link.Input, link => link.Fact);
        var open = new Queue<FactId>([fact.Entry]);
        while (open.TryDequeue(out var next))
        {
            foreach (var dependent in dependents[next])
                if (affected.Add(dependent)) open.Enqueue(dependent);
        }
        return new FactImpact(
            [.. affected.Order(FactId.Order)],
            [.. all.Where(known => known.Mentions.Contains(fact.Entry)).Select(known => known.Name).Order(FactId.Order)],
            [.. UsesOf(affected, all, site)],
            [.. records.Where(file => file.Names.Contains(fact) || file.States.Any(Concerns)).Select(file => file.Path)
                .Order(StringComparer.Ordinal)]);

        // A part changes with its entry.
        bool Concerns(FactId stated) => affected.Contains(stated.Entry);
    }

    private static IEnumerable<FactUse> UsesOf(HashSet<FactId> affected, Fact[] all, BoundSite site) => site.All
        .SelectMany(article => site.Article(article).Uses)
        .Concat(site.Sheets.SelectMany(sheet => site.TextsOf(sheet).Uses))
        .Where(use => affected.Contains(use.Fact.Entry))
        .Concat(
            all.Where(fact => fact.Inputs.Concat(fact.Mentions).Any(named => affected.Contains(named.Entry)))
                .Select(fact => new FactUse(fact.Name, site.Bound(fact.Name).ValueSpan)))
        .Where(use => use.Span.IsKnown)
        .Distinct()
        .OrderBy(use => use.Span.File!.DisplayPath, StringComparer.Ordinal)
        .ThenBy(use => use.Span.Start)
        .ThenBy(use => use.Fact.Name, StringComparer.Ordinal);
}
