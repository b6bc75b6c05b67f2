using System.Buffers;
using Explainers.Parsing.Text;
using Explainers.Scopes;
using Explainers.Sources;

namespace Explainers.Proofreading;

/// <summary>Where a link leads within the site.</summary>
/// <param name="Path">The path from the site's root, or null where it leaves the folder that the site is published in.</param>
/// <param name="Anchor">The place on that page, or empty.</param>
internal readonly record struct Target(string? Path, string Anchor);

/// <summary>Follows links, as a browser would at the site's address.</summary>
/// <param name="Site">The address that the site is published at.</param>
internal sealed record SiteLinks(SiteAddress Site)
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_/");

    private readonly string _prefix = Site.Prefix;

    /// <summary>Where a link on a page leads, or null where it leads to another site.</summary>
    public Target? Follow(string page, string link)
    {
        var cut = link.IndexOf('#');
        var (address, anchor) = cut < 0 ? (link, "") : (link[..cut], Uri.UnescapeDataString(link[(cut + 1)..]));
        if (address.Length == 0) return new Target(page, anchor);
        if (IsAbsolute(address))
        {
            if (OnThisHost(address) is not { } path) return null;
            address = path;
        }
        if (address.IndexOf('?') is >= 0 and var query) address = address[..query];
        if (address.Length == 0) return new Target(page, anchor);
        if (!address.StartsWith('/')) address = _prefix + RelativePath.Resolve(page, address);
        if (_prefix.Length > 0 && !address.StartsWith(_prefix + "/", StringComparison.Ordinal)) return new Target(null, anchor);
        return new Target(Uri.UnescapeDataString(address[_prefix.Length..]), anchor);
    }

    /// <summary>Whether a link is a path from the root of this site with a place, or one of them, and nothing in it is escaped.</summary>
    /// <param name="link">The link.</param>
    /// <param name="cut">Where its path ends; 0 for a place on the page itself.</param>
    public bool IsPlain(ReadOnlySpan<char> link, out int cut)
    {
        cut = link.IndexOf('#');
        if (cut < 0) cut = link.Length;
        if (link.ContainsAny('%', '?')) return false;
        return cut == 0 || (_prefix.Length == 0 && IsOwn(link[..cut]));
    }

    /// <summary>Whether an address is a path from the root of the site that has it.</summary>
    public static bool IsOwn(ReadOnlySpan<char> address) => address is ['/', not '/', ..] or ['/'];

    /// <summary>
    /// The path of an absolute address that leads into the folder of this site, or null: the rest of the host is somebody else's.
    /// </summary>
    private string? OnThisHost(string link)
    {
        var isWeb = link.StartsWith("//", StringComparison.Ordinal) || link.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        if (!isWeb || PathOn(link) is not { } path) return null;
        var prefix = Uri.UnescapeDataString(_prefix);
        if (path == prefix) return _prefix + "/";
        return path.StartsWith(prefix + "/", StringComparison.Ordinal)
            ? _prefix + Uri.EscapeDataString(path[prefix.Length..]).Replace("%2F", "/", StringComparison.Ordinal) : null;
    }

    /// <summary>The path of an absolute address on this host without escapes, or null.</summary>
    private string? PathOn(string link)
    {
        var rest = link.StartsWith(Site.Origin, StringComparison.Ordinal) ? link.AsSpan(Site.Origin.Length) : [];
        if (rest is ['/', ..] && !rest.ContainsAnyExcept(Plain)) return rest.ToString();
        if (!Uri.TryCreate(Site.Uri, link, out var target) || WebAddress.Origin(target) != Site.Origin) return null;
        return Uri.UnescapeDataString(target.AbsolutePath);
    }

    private static bool IsAbsolute(string address)
    {
        if (address.StartsWith("//", StringComparison.Ordinal)) return true;
        var colon = address.IndexOf(':');
        return colon > 0 && !address.AsSpan(0, colon).ContainsAny('/', '?');
    }
}
