using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Hosting;

/// <summary>A header of a response.</summary>
internal readonly record struct ResponseHeader(string Name, string Value);

/// <summary>A part of the site whose files are answered with the same headers.</summary>
/// <param name="Prefix">What their addresses begin with, as paths from the root of the host. The longest that fits counts.</param>
/// <param name="Headers">All of their headers; a name may come twice.</param>
internal sealed record HeaderArea(string Prefix, ImmutableArray<ResponseHeader> Headers);

/// <summary>
/// What browsers are told with each file: a page loads what it needs from the site itself and nothing else, embeds alone may be framed, and
/// assets never change under their name. Each host has a form of its own for this.
/// </summary>
internal static class ResponseHeaders
{
    /// <summary>The name of the header with the policy.</summary>
    public const string Policy = "Content-Security-Policy";

    private const string Permissions = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    /// <summary>What is told with everything but what may be framed.</summary>
    public static readonly ImmutableArray<ResponseHeader> Unframed =
        [new(Policy, "frame-ancestors 'none'"), new("Cross-Origin-Resource-Policy", "same-origin")];

    /// <summary>What is told with data that programs elsewhere may read.</summary>
    public static readonly ResponseHeader Open = new("Access-Control-Allow-Origin", "*");

    /// <summary>What is told with files that never change under their name.</summary>
    public static readonly ResponseHeader Kept = new("Cache-Control", "public, max-age=31536000, immutable");

    /// <summary>What is told with every file.</summary>
    /// <param name="scope">The site.</param>
    /// <param name="kinds">The extensions of the assets that its pages load.</param>
    public static ImmutableArray<ResponseHeader> Common(SiteScope scope, IEnumerable<string> kinds) =>
    [
        new(Policy, SecurityPolicy.Of(scope, kinds)),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Permissions-Policy", Permissions),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
        new("X-Content-Type-Options", "nosniff"),
        .. scope.Indexing == Indexing.Refused ? [new ResponseHeader("X-Robots-Tag", "noindex")] : Array.Empty<ResponseHeader>(),
    ];

    /// <summary>The folders whose files never change under their name.</summary>
    public static ImmutableArray<string> KeptFolders(SiteScope scope) =>
        scope.HasSearch ? [Routes.Asset(""), Routes.SearchFiles + "/"] : [Routes.Asset("")];

    /// <summary>The parts of the site, the whole of it first.</summary>
    public static ImmutableArray<HeaderArea> Areas(SiteScope scope, IEnumerable<string> kinds)
    {
        var common = Common(scope, kinds);
        return
        [
            Area("/", Unframed),
            Area(Routes.Facts, [.. Unframed, Open]),
            .. KeptFolders(scope).Select(folder => Area(folder, [.. Unframed, Kept])),
            .. scope.HasEmbedded ? [Area(Routes.Embeds, [])] : Array.Empty<HeaderArea>(),
        ];

        HeaderArea Area(string prefix, ImmutableArray<ResponseHeader> more) => new(scope.Link(prefix), [.. common, .. more]);
    }

    /// <summary>The headers of an area with one policy in place of several, for what takes a name only once.</summary>
    public static IEnumerable<ResponseHeader> Joined(HeaderArea area) => area.Headers
        .GroupBy(header => header.Name, header => header.Value, StringComparer.Ordinal)
        .Select(values => new ResponseHeader(values.Key, string.Join("; ", values)));
}
