using System.Text;
using Explainers.Binding;
using Explainers.Parsing.Settings;

namespace Explainers.Scopes;

/// <summary>
/// The policy that tells browsers what pages may load: from the site itself what they have, from services what site.yaml names, and frames
/// that readers ask for.
/// </summary>
internal static class SecurityPolicy
{
    /// <summary>The policy of pages that load assets of some kinds.</summary>
    /// <param name="scope">The site.</param>
    /// <param name="kinds">The extensions of the assets, and what else the pages load, as a directive and an origin.</param>
    public static string Of(SiteScope scope, IEnumerable<string> kinds)
    {
        var loaded = kinds.ToHashSet(StringComparer.Ordinal);
        var sources = scope.Policy.Sources.Concat(loaded.Where(kind => kind.Contains(' ')).Select(PolicySourceOf))
            .Distinct().ToLookup(source => source.Directive, source => source.Origin);
        var policy = new StringBuilder("default-src 'none'; base-uri 'none'");
        Directive("form-action", true);
        Directive("style-src", loaded.Contains(".css"));
        Directive("img-src", !scope.Site.Images.IsEmpty || loaded.Overlaps([".svg", ".png", ".webp", ".jpg"]));
        Directive("font-src", loaded.Overlaps([".woff2", ".woff", ".ttf", ".otf"]));
        Directive("script-src", loaded.Overlaps([".js", ".mjs"]));
        Directive("connect-src", loaded.Overlaps([".js", ".mjs"]));
        Directive("media-src", loaded.Contains(EmbedBinder.OwnMedia));
        Directive("frame-src", false);
        return policy.Append("; manifest-src 'self'").ToString();

        void Directive(string name, bool takesOwn)
        {
            string[] all = [.. takesOwn ? ["'self'"] : Array.Empty<string>(), .. sources[name].Order(StringComparer.Ordinal)];
            if (all.Length > 0) policy.Append("; ").Append(name).Append(' ').AppendJoin(' ', all);
        }
    }

    /// <summary>
    /// The policy that stands in each page, for a host that sends no headers, or null. Pages do not wait for one another, so that it allows
    /// what the theme has and what articles embed.
    /// </summary>
    public static string? InPages(SiteScope site) => site.Site.Settings.Host != Hosts.GitHub ? null : Of(site,
    [
        .. site.AssetNames.Select(asset => System.IO.Path.GetExtension(asset)),
        EmbedBinder.OwnMedia,
        .. site.Services.Where(service => service.IsAsked).SelectMany(service => service.Hosts)
            .SelectMany(host => new[] { $"frame-src https://{host}", $"media-src https://{host}" }),
    ]);

    private static PolicySource PolicySourceOf(string kind) => kind.Split(' ') is [var directive, var origin]
        ? new PolicySource(directive, origin) : throw new ArgumentException($"'{kind}' is nothing that a policy names.", nameof(kind));
}
