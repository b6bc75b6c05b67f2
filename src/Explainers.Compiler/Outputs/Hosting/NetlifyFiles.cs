using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Outputs.Feeds;
using Explainers.Parsing.Settings;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Hosting;

/// <summary>
/// The two files that Netlify reads, and Cloudflare Pages too: redirects from old addresses, and the headers of every response. To
/// Cloudflare, an address with a slash at its end is another than one without.
/// </summary>
internal static class NetlifyFiles
{
    /// <summary>Writes the redirects, one a line, as permanent ones.</summary>
    public static OutputFile Redirects(SiteScope scope)
    {
        var text = new LineFile(Routes.Redirects);
        foreach (var redirect in scope.Site.Aliases)
        {
            var (from, to) = (scope.Link(redirect.From), scope.Link(redirect.To));
            text.Line($"{from} {to} 301");
            if (IsExact(scope) && from.Length > 1 && from.EndsWith('/')) text.Line($"{from[..^1]} {to} 301");
        }
        return text.Done();
    }

    /// <summary>Writes the headers.</summary>
    /// <param name="scope">The site.</param>
    /// <param name="kinds">The extensions of the assets that its pages load.</param>
    public static OutputFile Headers(SiteScope scope, IEnumerable<string> kinds)
    {
        var text = new LineFile(Routes.Headers);
        Rule("/*", ResponseHeaders.Common(scope, kinds));
        // Policies of several rules hold together, so that the embeds cannot be excepted from a rule for all: they lie deeper than these.
        foreach (var path in Unframed(scope)) Rule(path, ResponseHeaders.Unframed);
        Rule($"{Routes.Facts}*", [ResponseHeaders.Open]);
        foreach (var folder in ResponseHeaders.KeptFolders(scope)) Rule($"{folder}*", [ResponseHeaders.Kept]);
        return text.Done();

        void Rule(string path, ImmutableArray<ResponseHeader> headers)
        {
            text.Line(scope.Link(path));
            foreach (var (name, value) in headers) text.Field($"  {name}", value);
        }
    }

    private static bool IsExact(SiteScope scope) => scope.Site.Settings.Host == Hosts.Cloudflare;

    /// <summary>Paths of all pages that must not be framed; with embeds, which may be, they are told by their depth.</summary>
    private static ImmutableArray<string> Unframed(SiteScope scope) => !scope.HasEmbedded ? ["/*"]
        : IsExact(scope) ? ["/", "/:page", "/:page/", "/:section/:page", "/:section/:page/"]
        : ["/", "/:page", "/:section/:page"];
}
