using System.Collections.Concurrent;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Rendering.Proofreading;

/// <summary>Where a link leads within the site.</summary>
/// <param name="Path">The path from the site's root, or null where it leaves the folder that the site is published in.</param>
/// <param name="Anchor">The place on that page, or empty.</param>
internal readonly record struct Target(string? Path, string Anchor);

/// <summary>Follows links, as a browser would at the site's address.</summary>
internal sealed class SiteAddresses(RenderedSite site)
{
    private readonly string _prefix = site.Address.AbsolutePath.TrimEnd('/');
    private readonly string _origin = site.Address.GetLeftPart(UriPartial.Authority);
    private readonly ConcurrentDictionary<string, string> _shared = new(StringComparer.Ordinal);

    /// <summary>The address that the site is published at.</summary>
    public Uri Base { get; } = site.Address;

    /// <summary>Every address that the site has.</summary>
    public HashSet<string> All { get; } = site.Files.Select(file => file.Url).ToHashSet(StringComparer.Ordinal);

    /// <summary>The addresses that one can be meant to be.</summary>
    public Lazy<NearestIndex> Near { get; } = new(() => new NearestIndex(site.Files.Select(file => file.Url)));

    /// <summary>The one copy of a text that many pages have.</summary>
    public string Shared(string text) => _shared.GetOrAdd(text, text);

    /// <summary>Where a link on a page leads, or null where it leads to another site.</summary>
    public Target? Follow(string page, string link)
    {
        var cut = link.IndexOf('#');
        var (address, anchor) = cut < 0 ? (link, "") : (link[..cut], Uri.UnescapeDataString(link[(cut + 1)..]));
        if (address.Length == 0) return new Target(page, anchor);
        if (address.StartsWith(_origin, StringComparison.Ordinal) && (address.Length == _origin.Length || address[_origin.Length] == '/'))
            address = address.Length == _origin.Length ? "/" : address[_origin.Length..];
        else if (address.StartsWith("//", StringComparison.Ordinal) || HasScheme(address)) return null;
        if (address.IndexOf('?') is >= 0 and var query) address = address[..query];
        if (address.Length == 0) return new Target(page, anchor);
        if (!address.StartsWith('/')) address = _prefix + RelativePath.Resolve(page, address);
        if (_prefix.Length > 0 && !address.StartsWith(_prefix + "/", StringComparison.Ordinal)) return new Target(null, anchor);
        return new Target(Uri.UnescapeDataString(address[_prefix.Length..]), anchor);
    }

    private static bool HasScheme(string address)
    {
        var colon = address.IndexOf(':');
        return colon > 0 && !address.AsSpan(0, colon).ContainsAny('/', '?');
    }
}
