using System.Collections.Immutable;
using Explainers.Sources;

namespace Explainers.Rendering.Proofreading;

/// <summary>What was read in each page, and whether all was right.</summary>
internal sealed class ProofMemory
{
    private readonly Recollection<OutputFile, PageReading> _pages = new();
    private ImmutableArray<OutputFile> _files = [];
    private SiteAddresses? _addresses;

    /// <summary>What was read of each page, by its address; of a page that could not be rendered, nothing can be said.</summary>
    public Dictionary<string, PageNotes> Places { get; private set; } = [];

    /// <summary>Whether the site has the addresses that it had the last time.</summary>
    public bool HasSameAddresses { get; private set; }

    /// <summary>The addresses of a site.</summary>
    public SiteAddresses Follow(RenderedSite site)
    {
        HasSameAddresses = _addresses is not null && _addresses.Base == site.Address && HasSamePaths(site.Files);
        _files = site.Files;
        return HasSameAddresses ? _addresses! : _addresses = new SiteAddresses(site);
    }

    /// <summary>What was read in some pages; null where that is not known.</summary>
    public PageReading?[] Recall(ImmutableArray<OutputFile> pages) => _pages.Recall(pages);

    /// <summary>What was read in every page.</summary>
    public Dictionary<OutputFile, PageNotes> All() => new(_pages.All.Select(page => KeyValuePair.Create(page.Key, page.Value.Notes)), ReferenceEqualityComparer.Instance);

    /// <summary>Takes up what another run of the program read; whether all was right is judged anew.</summary>
    public void Load(IReadOnlyList<KeyValuePair<OutputFile, PageNotes>> pages) => Keep([.. pages.Select(page => page.Key)], [.. pages.Select(page => new PageReading(page.Value, false))]);

    /// <summary>Takes what was read in the pages of a site.</summary>
    /// <returns>The addresses of the pages that have come or gone, or have other ids than they had.</returns>
    public HashSet<string> Place(ImmutableArray<OutputFile> pages, PageNotes[] notes)
    {
        var before = Places;
        Places = new Dictionary<string, PageNotes>(pages.Length, StringComparer.Ordinal);
        for (var i = 0; i < pages.Length; i++)
            if (!pages[i].Bytes.IsEmpty) Places.TryAdd(pages[i].Url, notes[i]);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (url, own) in Places)
            if (!before.TryGetValue(url, out var earlier) || !(ReferenceEquals(earlier, own) || earlier.Ids.AsSpan().SequenceEqual(own.Ids.AsSpan()))) changed.Add(url);
        changed.UnionWith(before.Keys.Where(url => !Places.ContainsKey(url)));
        return changed;
    }

    /// <summary>Keeps what was read in the pages of a site.</summary>
    public void Keep(ImmutableArray<OutputFile> pages, PageReading[] read) => _pages.Keep(pages, read);

    private bool HasSamePaths(ImmutableArray<OutputFile> files)
    {
        if (files.Length != _files.Length) return false;
        for (var i = 0; i < files.Length; i++)
            if (!ReferenceEquals(files[i], _files[i]) && files[i].Path != _files[i].Path) return false;
        return true;
    }
}

/// <summary>What was read in a page, and whether all was right.</summary>
internal sealed record PageReading(PageNotes Notes, bool IsRight);
