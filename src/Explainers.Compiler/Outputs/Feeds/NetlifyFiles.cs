using System.Collections.Immutable;
using System.Text;
using Explainers.Binding;
using Explainers.Incremental;
using Explainers.Parsing.Settings;
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
        Header("Content-Security-Policy", Policy(scope, loaded));
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

    /// <summary>
    /// What pages may load: from the site itself what they have, from services what site.yaml names, and frames that readers ask for.
    /// </summary>
    private static string Policy(SiteScope scope, HashSet<string> loaded)
    {
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

    private static PolicySource PolicySourceOf(string kind) => kind.Split(' ') is [var directive, var origin]
        ? new PolicySource(directive, origin) : throw new ArgumentException($"'{kind}' is nothing that a policy names.", nameof(kind));
}
