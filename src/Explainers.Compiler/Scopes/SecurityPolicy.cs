using System.Text;
using Explainers.Parsing.Settings;

namespace Explainers.Scopes;

/// <summary>The policy that tells browsers what pages may load: what they need from the site itself, and nothing else.</summary>
internal static class SecurityPolicy
{
    /// <summary>The policy of pages that load assets of some kinds.</summary>
    /// <param name="kinds">The extensions of the assets.</param>
    /// <param name="hasImages">Whether the site has images of its own.</param>
    public static string Of(IEnumerable<string> kinds, bool hasImages)
    {
        var loaded = kinds.ToHashSet(StringComparer.Ordinal);
        var policy = new StringBuilder("default-src 'none'; base-uri 'none'; form-action 'self'");
        if (loaded.Contains(".css")) policy.Append("; style-src 'self'");
        if (hasImages || loaded.Overlaps([".svg", ".png", ".webp", ".jpg"])) policy.Append("; img-src 'self'");
        if (loaded.Overlaps([".js", ".mjs"])) policy.Append("; script-src 'self'; connect-src 'self'");
        return policy.Append("; manifest-src 'self'").ToString();
    }

    /// <summary>
    /// The policy that stands in each page, for a host that sends no headers, or null. Pages do not wait for one another, so that it allows
    /// what the theme has.
    /// </summary>
    public static string? InPages(SiteScope site) => site.Site.Settings.Host != Hosts.GitHub ? null
        : Of(site.AssetNames.Select(asset => System.IO.Path.GetExtension(asset)), !site.Site.Images.IsEmpty);
}
