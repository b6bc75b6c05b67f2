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
        var pages = site.Files.Where(file => file.IsPage).ToImmutableArray();
        var addresses = new SiteAddresses(site);
        var notes = new PageNotes[pages.Length];
        Parallel.For(0, pages.Length, i => notes[i] = memory.Recall(pages[i]) ?? PageNotes.Of(pages[i], addresses));
        // Of a page that could not be rendered, nothing can be said.
        var places = pages.Zip(notes).Where(page => !page.First.Bytes.IsEmpty).DistinctBy(page => page.First.Url, StringComparer.Ordinal).ToDictionary(page => page.First.Url, page => page.Second, StringComparer.Ordinal);
        var findings = new ImmutableArray<Diagnostic>[pages.Length];
        var isSettled = memory.HasSame(addresses.All);
        var changed = memory.Changed(places);
        Parallel.For(0, pages.Length, i =>
        {
            var isRight = isSettled && memory.WasRight(pages[i])
                ? changed.Count == 0 || notes[i].Anchors.All(anchor => !changed.Contains(anchor.Path!) || HasPlace(anchor, places))
                : !notes[i].IsFaulty && notes[i].Paths.All(addresses.All.Contains) && notes[i].Anchors.All(anchor => HasPlace(anchor, places));
            findings[i] = isRight ? [] : new PageProof(pages[i], addresses, places).Read();
        });
        memory.Keep(pages.Select((page, i) => (page, notes[i], findings[i].IsEmpty)), places, addresses.All);
        return new Diagnosed<RenderedSite>(site, [.. findings.SelectMany(found => found)]);
    }

    /// <summary>Whether a page has a place, as far as can be said.</summary>
    internal static bool HasPlace(Target target, Dictionary<string, PageNotes> places) => !places.TryGetValue(target.Path!, out var page) || page.Ids.Contains(target.Anchor);
}
