using System.Collections.Immutable;
using Explainers.Diagnostics;

namespace Explainers.Rendering.Proofreading;

/// <summary>Reads the finished pages as a browser would: every link must lead somewhere, every id be one element's, every image say what it shows.</summary>
public static class Proofreader
{
    /// <summary>Proofreads a site; changes nothing.</summary>
    /// <param name="site">The site.</param>
    /// <param name="memory">What was read before; it takes what is read now.</param>
    internal static Diagnosed<RenderedSite> Proofread(RenderedSite site, ProofMemory memory)
    {
        ImmutableArray<OutputFile> pages = [.. site.Files.Where(file => file.IsPage)];
        var addresses = memory.Follow(site);
        var known = memory.Recall(pages);
        var notes = new PageNotes[pages.Length];
        Parallel.For(0, pages.Length, i => notes[i] = known[i]?.Notes ?? PageNotes.Of(pages[i], addresses));
        var changed = memory.Place(pages, notes);
        var findings = new ImmutableArray<Diagnostic>[pages.Length];
        Parallel.For(0, pages.Length, i =>
        {
            var isRight = memory.HasSameAddresses && known[i] is { IsRight: true }
                ? changed.Count == 0 || notes[i].Anchors.All(anchor => !changed.Contains(anchor.Path!) || HasPlace(anchor, memory.Places))
                : !notes[i].IsFaulty && notes[i].Paths.All(addresses.All.Contains) && notes[i].Anchors.All(anchor => HasPlace(anchor, memory.Places));
            findings[i] = isRight ? [] : new PageProof(pages[i], addresses, memory.Places).Read();
        });
        memory.Keep(pages, [.. notes.Select((own, i) => known[i] is { } before && before.IsRight == findings[i].IsEmpty ? before : new PageReading(own, findings[i].IsEmpty))]);
        return new Diagnosed<RenderedSite>(site, [.. findings.SelectMany(found => found)]);
    }

    /// <summary>Whether a page has a place, as far as can be said.</summary>
    internal static bool HasPlace(Target target, Dictionary<string, PageNotes> places) =>
        !places.TryGetValue(target.Path!, out var page) || page.Has(target.Anchor);
}
