using System.Collections.Immutable;
using System.Text;
using Explainers.Binding;
using Explainers.Incremental;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Feeds;

/// <summary>The two files that Netlify reads: redirects from old addresses, and the headers of every response.</summary>
internal static class NetlifyFiles
{
    private const string Permissions = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    /// <summary>Writes the redirects, one a line, as permanent ones.</summary>
    public static OutputFile Redirects(SiteScope scope)
    {
        var text = new LineFile(Routes.Redirects);
        foreach (var redirect in scope.Site.Aliases) text.Line($"{scope.Link(redirect.From)} {scope.Link(redirect.To)} 301");
        return text.Done();
    }

    /// <summary>
    /// Writes the headers: a page loads what it needs from the site itself and nothing else, embeds alone may be framed, and assets never
    /// change under their name.
    /// </summary>
    /// <param name="scope">The site.</param>
    /// <param name="kinds">The extensions of the assets that its pages load.</param>
    public static OutputFile Headers(SiteScope scope, EquatableArray<string> kinds)
    {
        var text = new LineFile(Routes.Headers);
        var loaded = kinds.ToHashSet(StringComparer.Ordinal);
        Rule("/*");
        Header("Content-Security-Policy", Policy(loaded, !scope.Site.Images.IsEmpty));
        Header("Cross-Origin-Opener-Policy", "same-origin");
        Header("Permissions-Policy", Permissions);
        Header("Referrer-Policy", "strict-origin-when-cross-origin");
        Header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        Header("X-Content-Type-Options", "nosniff");
        if (scope.Indexing == Indexing.Refused) Header("X-Robots-Tag", "noindex");
        foreach (var path in Unframed(scope))
        {
            // Policies of several rules hold together, so that the embeds cannot be excepted from a rule for all: they lie deeper than
            // these.
            Rule(path);
            Header("Content-Security-Policy", "frame-ancestors 'none'");
            Header("Cross-Origin-Resource-Policy", "same-origin");
        }
        Rule($"{Routes.Facts}*");
        Header("Access-Control-Allow-Origin", "*");
        foreach (var hashed in scope.HasSearch ? [Routes.Asset("*"), $"{Routes.SearchFolder("*")}"[..^1]] : new[] { Routes.Asset("*") })
        {
            Rule(hashed);
            Header("Cache-Control", "public, max-age=31536000, immutable");
        }
        return text.Done();

        void Rule(string path) => text.Line(scope.Link(path));
        void Header(string name, string value) => text.Field($"  {name}", value);
    }

    /// <summary>Paths of all pages that must not be framed; with embeds, which may be, they are told by their depth.</summary>
    private static ImmutableArray<string> Unframed(SiteScope scope) => !scope.HasEmbedded ? ["/*"] : ["/", "/:page", "/:section/:page"];

    private static string Policy(HashSet<string> loaded, bool hasImages)
    {
        var policy = new StringBuilder("default-src 'none'; base-uri 'none'; form-action 'self'");
        if (loaded.Contains(".css")) policy.Append("; style-src 'self'");
        if (hasImages || loaded.Overlaps([".svg", ".png", ".webp", ".jpg"])) policy.Append("; img-src 'self'");
        if (loaded.Overlaps([".js", ".mjs"])) policy.Append("; script-src 'self'; connect-src 'self'");
        return policy.Append("; manifest-src 'self'").ToString();
    }
}
