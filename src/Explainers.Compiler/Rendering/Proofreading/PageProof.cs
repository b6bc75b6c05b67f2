using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Rendering.Proofreading;

/// <summary>A link to a place on a page: whether the place is there can be told when that page has been read.</summary>
internal readonly record struct AnchorLink(string Text, Target Target, int Offset);

/// <summary>One page while it is proofread: what it says of itself is judged at once; what other pages must answer is kept.</summary>
internal sealed class PageProof(OutputFile page, SiteAddresses addresses) : IPageNotes
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<AnchorLink> _own = [];
    private readonly List<AnchorLink> _others = [];
    private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Reads the page.</summary>
    /// <returns>What is wrong with it, and its links to places on other pages.</returns>
    public (ImmutableArray<Diagnostic> Findings, ImmutableArray<AnchorLink> Others) Read()
    {
        PageReader.Read(page, this);
        foreach (var link in _own)
        {
            if (!_ids.Contains(link.Target.Anchor)) _findings.Add(Broken(page, link, _ids));
        }
        return (_findings.DrainToImmutable(), [.. _others]);
    }

    /// <summary>The finding about a link to a place that its page does not have.</summary>
    public static Diagnostic Broken(OutputFile page, AnchorLink link, IEnumerable<string> ids) =>
        Catalog.BrokenAnchor(Place(page, link.Offset), link.Text, page.Url, Nearest.To(link.Target.Anchor, ids));

    void IPageNotes.Id(string id, int offset)
    {
        if (!_ids.Add(id)) _findings.Add(Catalog.DuplicateId(Place(page, offset), id, page.Url));
    }

    void IPageNotes.BareImage(string address, int offset) => _findings.Add(Catalog.MissingAlt(Place(page, offset), address, page.Url));

    void IPageNotes.Link(string address, int offset)
    {
        if (addresses.Follow(page.Url, address) is not { } target) return;
        if (target.Path is null || !addresses.All.Contains(target.Path))
            _findings.Add(Catalog.BrokenLink(Place(page, offset), address, page.Url, target.Path is null ? null : Nearest.To(target.Path, addresses.All)));
        else if (target.Anchor.Length > 0)
            (target.Path == page.Url ? _own : _others).Add(new AnchorLink(address, target, offset));
    }

    /// <summary>The source that made an element: the last origin before it.</summary>
    private static FileSpan Place(OutputFile page, int offset)
    {
        var place = FileSpan.None;
        foreach (var origin in page.Origins)
        {
            if (origin.Offset > offset) break;
            place = origin.Span;
        }
        return place;
    }
}
