using System.Text;
using Explainers.Binding;

namespace Explainers.Rendering.Feeds;

/// <summary>The two files that Netlify reads: redirects from old addresses, and the headers of every response.</summary>
internal static class NetlifyFiles
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Permissions = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    /// <summary>Writes the redirects, one a line, as permanent ones.</summary>
    public static OutputFile Redirects(SiteScope scope)
    {
        var text = new StringBuilder();
        foreach (var redirect in scope.Site.Redirects)
            text.Append(scope.Link(redirect.From)).Append(' ').Append(scope.Link(redirect.To)).Append(" 301\n");
        return new OutputFile(Routes.File(Routes.Redirects), Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Writes the headers: nothing loads but the site's own styles and pictures, and assets never change under their name.</summary>
    public static OutputFile Headers(SiteScope scope)
    {
        var text = new StringBuilder();
        text.Append(scope.Link("/*")).Append('\n');
        Header("Content-Security-Policy", Policy);
        Header("Cross-Origin-Opener-Policy", "same-origin");
        Header("Cross-Origin-Resource-Policy", "same-origin");
        Header("Permissions-Policy", Permissions);
        Header("Referrer-Policy", "strict-origin-when-cross-origin");
        Header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        Header("X-Content-Type-Options", "nosniff");
        if (scope.Indexing == Indexing.Refused) Header("X-Robots-Tag", "noindex");
        text.Append(scope.Link(Routes.Asset("*"))).Append('\n');
        Header("Cache-Control", "public, max-age=31536000, immutable");
        return new OutputFile(Routes.File(Routes.Headers), Encoding.UTF8.GetBytes(text.ToString()));

        void Header(string name, string value) => text.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
    }
}
