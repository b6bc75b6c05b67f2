using Microsoft.AspNetCore.Http;

namespace Explainers.Cli.Preview;

/// <summary>
/// Says which requests the preview answers. Every site that a browser has open can send requests to this machine, and the preview shows
/// drafts: so it answers its own pages, and people who type an address or follow a link, and lets nobody else read or embed what it shows.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="port">The port that the preview listens on.</param>
internal sealed class PreviewDoor(HttpRequest request, int port)
{
    private readonly string[] _hosts =
        [$"127.0.0.1:{port}", $"localhost:{port}", .. port == 80 ? new[] { "127.0.0.1", "localhost" } : []];

    /// <summary>Whether a request means this machine by name: a page of another site that has its name lead here does not.</summary>
    public bool IsForUs => request.Host.Value is { } host && _hosts.Contains(host);

    /// <summary>Whether a request comes from a page of the preview, from no page at all, or from a person who follows a link.</summary>
    public bool IsFromUs => IsOfOurOrigin && (request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none" || IsVisit);

    /// <summary>Keeps other sites from reading, embedding and framing an answer.</summary>
    public static void Guard(IHeaderDictionary headers)
    {
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.Append("Content-Security-Policy", "frame-ancestors 'self'");
    }

    /// <summary>Whether a header of the deploy would open the door to other sites.</summary>
    public static bool Opens(string header) =>
        header.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("Cross-Origin-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Timing-Allow-Origin", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the page that asks, where a browser names it, is one of the preview, by scheme, host and port.</summary>
    private bool IsOfOurOrigin => request.Headers.Origin.Count == 0 || request.Headers.Origin == $"http://{request.Host.Value}";

    private bool IsVisit =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate"
            && request.Headers["Sec-Fetch-Dest"] == "document";
}
