using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Rendering;
using Explainers.Sources;

namespace Explainers.Proofreading;

/// <summary>One page while it is proofread, with the places of what is wrong.</summary>
internal sealed class PageProof(OutputFile page, SiteAddresses addresses) : IPageNotes
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<(string Text, string Anchor, int Offset)> _own = [];
    private readonly Dictionary<string, NearestIndex> _near = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Reads the page, and says what is wrong with it.</summary>
    public ImmutableArray<Diagnostic> Read()
    {
        PageReader.Read(page, this);
        NearestIndex? near = null;
        foreach (var (text, anchor, offset) in _own)
        {
            if (!_ids.Contains(anchor)) _findings.Add(Broken(text, anchor, offset, near ??= new NearestIndex(_ids)));
        }
        // A picture may stand in a page twice, and so may the place that made both.
        return [.. _findings.Distinct()];
    }

    private Diagnostic Broken(string text, string anchor, int offset, NearestIndex ids) =>
        Catalog.BrokenAnchor(Place(page, offset), text, page.Url, ids.To(anchor));

    void IPageNotes.Id(ReadOnlySpan<char> typed, int offset)
    {
        var id = typed.ToString();
        if (!_ids.Add(id)) _findings.Add(Catalog.DuplicateId(Place(page, offset), id, page.Url));
    }

    void IPageNotes.BareImage(string address, int offset) => _findings.Add(Catalog.MissingAlt(Place(page, offset), address, page.Url));

    void IPageNotes.Load(ReadOnlySpan<char> element, ReadOnlySpan<char> typed, int offset)
    {
        var address = typed.ToString();
        if (addresses.Follow(page.Url, address) is null && !addresses.Policy.Allows(element, address))
            _findings.Add(Catalog.RemoteContent(Place(page, offset), element.ToString(), address, page.Url));
    }

    void IPageNotes.Inline(string what, int offset) => _findings.Add(Catalog.InlineCode(Place(page, offset), what, page.Url));

    void IPageNotes.Link(ReadOnlySpan<char> typed, int offset)
    {
        var address = typed.ToString();
        if (addresses.Follow(page.Url, address) is not { } target) return;
        if (target.Path is null || !addresses.Has(target.Path))
            _findings.Add(Catalog.BrokenLink(Place(page, offset), address, page.Url, target.Path is null ? null : NearestTo(target.Path)));
        else if (target.Anchor.Length > 0 && target.Path == page.Url)
            _own.Add((address, target.Anchor, offset));
        else if (target.Anchor.Length > 0 && !addresses.HasPlace(target))
            _findings.Add(Broken(address, target.Anchor, offset, NearOn(target.Path)));
    }

    /// <summary>The places of another page, to be looked through for what was meant.</summary>
    private NearestIndex NearOn(string path)
    {
        if (!_near.TryGetValue(path, out var near)) _near.Add(path, near = new NearestIndex(addresses.IdsOf(path)!.All));
        return near;
    }

    /// <summary>
    /// The address that was most likely meant: one with a letter or two other, or one in the same folder whose name has this one in it.
    /// </summary>
    private string? NearestTo(string path)
    {
        if (addresses.Near.To(path) is { } nearest) return nearest;
        return addresses.Longer.Holding(path);
    }

    /// <summary>The source that made an element: the last origin before it.</summary>
    private static FileSpan Place(OutputFile page, int offset)
    {
        var (low, high) = (0, page.Origins.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (page.Origins[middle].Offset > offset) high = middle;
            else low = middle + 1;
        }
        return low == 0 ? FileSpan.None : page.Origins[low - 1].Span;
    }
}
