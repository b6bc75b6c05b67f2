using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Diagnostics;

namespace Explainers.Rendering.Proofreading;

/// <summary>Reads the finished pages as a browser would: every link must lead somewhere, every id be one element's, every image say what it shows.</summary>
public static class Proofreader
{
    /// <summary>Proofreads a site; changes nothing.</summary>
    public static Diagnosed<RenderedSite> Proofread(RenderedSite site)
    {
        var pages = site.Files.Where(file => file.IsPage).ToImmutableArray();
        var addresses = new SiteAddresses(site);
        var proofs = new (ImmutableArray<Diagnostic> Findings, ImmutableArray<AnchorLink> Others)[pages.Length];
        Parallel.For(0, pages.Length, i => proofs[i] = new PageProof(pages[i], addresses).Read());
        var places = Places(pages, proofs.SelectMany(proof => proof.Others));
        return new Diagnosed<RenderedSite>(site,
        [
            .. proofs.SelectMany(proof => proof.Findings),
            .. pages.Zip(proofs).SelectMany(read => Broken(read.First, read.Second.Others, places)),
        ]);
    }

    private static IEnumerable<Diagnostic> Broken(OutputFile page, ImmutableArray<AnchorLink> links, FrozenDictionary<string, IdNotes> places) => links
        .Where(link => places.TryGetValue(link.Target.Path!, out var ids) && !ids.All.Contains(link.Target.Anchor))
        .Select(link => PageProof.Broken(page, link, places[link.Target.Path!].All));

    /// <summary>The ids of the pages that other pages link into; those pages are read a second time, so that nothing is kept of the rest. Of a page that could not be rendered, nothing can be said.</summary>
    private static FrozenDictionary<string, IdNotes> Places(ImmutableArray<OutputFile> pages, IEnumerable<AnchorLink> links)
    {
        var wanted = links.Select(link => link.Target.Path).ToHashSet(StringComparer.Ordinal);
        var read = pages.Where(page => wanted.Contains(page.Url) && !page.Bytes.IsEmpty).Select(page => (page.Url, Page: page, Notes: new IdNotes())).ToArray();
        Parallel.ForEach(read, entry => PageReader.Read(entry.Page, entry.Notes));
        return read.ToFrozenDictionary(entry => entry.Url, entry => entry.Notes, StringComparer.Ordinal);
    }

    private sealed class IdNotes : IPageNotes
    {
        public HashSet<string> All { get; } = new(StringComparer.Ordinal);

        public void Id(string id, int offset) => All.Add(id);

        public void Link(string address, int offset)
        {
        }

        public void BareImage(string address, int offset)
        {
        }
    }
}
