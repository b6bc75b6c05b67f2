using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Rendering.Proofreading;

/// <summary>Reads the finished pages as a browser would: every link must lead somewhere, every id be one element's, every image say what it shows.</summary>
public static class Proofreader
{
    /// <summary>Proofreads a site; changes nothing.</summary>
    public static Diagnosed<RenderedSite> Proofread(RenderedSite site)
    {
        var pages = site.Files.Where(file => file.IsPage).ToImmutableArray();
        var outlines = new PageOutline[pages.Length];
        Parallel.For(0, pages.Length, i => outlines[i] = PageReader.Read(pages[i]));
        var reading = new Reading(
            site.Address,
            outlines.ToFrozenDictionary(outline => outline.Page.Url, StringComparer.Ordinal),
            site.Files.Select(file => file.Url).ToFrozenSet(StringComparer.Ordinal));
        var findings = new ImmutableArray<Diagnostic>[outlines.Length];
        Parallel.For(0, outlines.Length, i => findings[i] = [.. reading.Findings(outlines[i])]);
        return new Diagnosed<RenderedSite>(site, [.. findings.SelectMany(found => found)]);
    }

    private sealed record Reading(Uri Address, FrozenDictionary<string, PageOutline> Pages, FrozenSet<string> Urls)
    {
        private readonly string _prefix = Address.AbsolutePath.TrimEnd('/');
        private readonly string _origin = Address.GetLeftPart(UriPartial.Authority);

        public IEnumerable<Diagnostic> Findings(PageOutline outline)
        {
            var url = outline.Page.Url;
            foreach (var id in outline.RepeatedIds) yield return Catalog.DuplicateId(Place(outline, id), id.Text, url);
            foreach (var image in outline.BareImages) yield return Catalog.MissingAlt(Place(outline, image), image.Text, url);
            foreach (var link in outline.Links)
            {
                if (Finding(outline, link) is { } finding) yield return finding;
            }
        }

        private Diagnostic? Finding(PageOutline outline, Mention link)
        {
            if (Target(outline.Page.Url, link.Text) is not var (path, anchor)) return null;
            if (path is null || !Urls.Contains(path))
                return Catalog.BrokenLink(Place(outline, link), link.Text, outline.Page.Url, path is null ? null : Nearest.To(path, Urls));
            if (anchor.Length == 0 || !Pages.TryGetValue(path, out var target) || target.Ids.Contains(anchor)) return null;
            return Catalog.BrokenAnchor(Place(outline, link), link.Text, outline.Page.Url, Nearest.To(anchor, target.Ids));
        }

        /// <summary>The path and anchor that a link leads to within the site: null for other sites, a null path where it leaves the site's root.</summary>
        private (string? Path, string Anchor)? Target(string from, string link)
        {
            var cut = link.IndexOf('#');
            var (address, anchor) = cut < 0 ? (link, "") : (link[..cut], Uri.UnescapeDataString(link[(cut + 1)..]));
            if (address.Length == 0) return (from, anchor);
            if (address.StartsWith(_origin, StringComparison.Ordinal) && (address.Length == _origin.Length || address[_origin.Length] == '/'))
                address = address.Length == _origin.Length ? "/" : address[_origin.Length..];
            else if (address.StartsWith("//", StringComparison.Ordinal) || HasScheme(address)) return null;
            if (address.IndexOf('?') is >= 0 and var query) address = address[..query];
            if (!address.StartsWith('/')) address = _prefix + RelativePath.Resolve(from, address);
            if (_prefix.Length > 0 && !address.StartsWith(_prefix + "/", StringComparison.Ordinal)) return (null, anchor);
            return (Uri.UnescapeDataString(address[_prefix.Length..]), anchor);
        }

        private static bool HasScheme(string address)
        {
            var colon = address.IndexOf(':');
            return colon > 0 && !address.AsSpan(0, colon).ContainsAny('/', '?');
        }

        /// <summary>The source that made an element: the last origin before it.</summary>
        private static FileSpan Place(PageOutline outline, Mention mention)
        {
            var place = FileSpan.None;
            foreach (var origin in outline.Page.Origins)
            {
                if (origin.Offset > mention.Offset) break;
                place = origin.Span;
            }
            return place;
        }
    }
}
