using System.Collections.Immutable;

namespace Explainers.Rendering.Proofreading;

/// <summary>What was read in each page, and whether all was right.</summary>
internal sealed class ProofMemory
{
    private Dictionary<OutputFile, (PageNotes Notes, bool IsRight)> _pages = new(ReferenceEqualityComparer.Instance);
    private Dictionary<string, PageNotes> _places = [];
    private HashSet<string> _addresses = [];

    /// <summary>What was read in a page that is the same, or null.</summary>
    public PageNotes? Recall(OutputFile page) => _pages.TryGetValue(page, out var known) ? known.Notes : null;

    /// <summary>Whether all was right with a page that is the same.</summary>
    public bool WasRight(OutputFile page) => _pages.TryGetValue(page, out var known) && known.IsRight;

    /// <summary>Whether a site has the addresses that it had.</summary>
    public bool HasSame(HashSet<string> addresses) => _addresses.SetEquals(addresses);

    /// <summary>The addresses of the pages that have come, gone, or changed.</summary>
    public HashSet<string> Changed(Dictionary<string, PageNotes> places)
    {
        var changed = _places.Keys.Where(url => !places.ContainsKey(url)).ToHashSet(StringComparer.Ordinal);
        changed.UnionWith(places.Where(place => !ReferenceEquals(_places.GetValueOrDefault(place.Key), place.Value)).Select(place => place.Key));
        return changed;
    }

    /// <summary>Keeps what was read in the pages of a site.</summary>
    public void Keep(IEnumerable<(OutputFile Page, PageNotes Notes, bool IsRight)> pages, Dictionary<string, PageNotes> places, HashSet<string> addresses)
    {
        _pages = pages.ToDictionary(page => page.Page, page => (page.Notes, page.IsRight), (IEqualityComparer<OutputFile>)ReferenceEqualityComparer.Instance);
        (_places, _addresses) = (places, addresses);
    }

    /// <summary>Takes up what another run of the program read; whether all was right is judged anew.</summary>
    public void Load(IEnumerable<KeyValuePair<OutputFile, PageNotes>> pages) => Keep(pages.Select(page => (page.Key, page.Value, false)), _places, _addresses);
}
