using System.Net;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Explainers.Cli.Preview;

/// <summary>
/// Lets the overlay into pages whose policy does not know it: its script, its style and its connection, all from the same place.
/// </summary>
internal static class OverlayPolicy
{
    private static readonly string[] Needed = ["script-src", "style-src", "connect-src"];

    /// <summary>What stands in a page before its policy.</summary>
    private static ReadOnlySpan<byte> InPage => "<meta http-equiv=\"Content-Security-Policy\" content=\""u8;

    /// <summary>The policies with what the overlay needs; one that says nothing of what is loaded stays as it is.</summary>
    public static StringValues Allow(StringValues policies) =>
        new([.. policies.Select(policy =>
            policy?.Contains("default-src", StringComparison.Ordinal) == true ? Allow(policy) : policy)]);

    /// <summary>A page with the policy that stands in itself, where it has one, changed in the same way.</summary>
    public static ReadOnlyMemory<byte> AllowIn(ReadOnlyMemory<byte> page)
    {
        var start = page.Span.IndexOf(InPage);
        if (start < 0 || page.Span.IndexOf("</head>"u8) < start) return page;
        start += InPage.Length;
        var length = page.Span[start..].IndexOf((byte)'"');
        var policy = WebUtility.HtmlDecode(Encoding.UTF8.GetString(page.Span.Slice(start, length)));
        return (byte[])
        [
            .. page.Span[..start], .. Encoding.UTF8.GetBytes(WebUtility.HtmlEncode(Allow(policy))), .. page.Span[(start + length)..],
        ];
    }

    private static string Allow(string policy)
    {
        var directives = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var name in Needed)
        {
            if (!directives.Exists(directive => directive == name || directive.StartsWith(name + " ", StringComparison.Ordinal)))
                directives.Add($"{name} 'self'");
        }
        return string.Join("; ", directives);
    }
}
