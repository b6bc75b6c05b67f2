using System.Collections.Immutable;

namespace Explainers.Parsing.Settings;

/// <summary>The hosts that a build can be made for: each reads headers and redirects in a form of its own, or not at all.</summary>
internal static class Hosts
{
    /// <summary>Reads both from files in the site.</summary>
    public const string Netlify = "netlify";

    /// <summary>Reads the same files as Netlify, and compares addresses more exactly.</summary>
    public const string Cloudflare = "cloudflare-pages";

    /// <summary>Reads neither.</summary>
    public const string GitHub = "github-pages";

    /// <summary>A bucket behind CloudFront, which a function tells the headers.</summary>
    public const string S3 = "s3";

    /// <summary>A server of one's own with nginx.</summary>
    public const string Nginx = "nginx";

    /// <summary>A server of one's own with Caddy.</summary>
    public const string Caddy = "caddy";

    /// <summary>All of them; the first is that of a site that does not say.</summary>
    public static readonly ImmutableArray<string> Names = [Netlify, Cloudflare, GitHub, S3, Nginx, Caddy];
}
