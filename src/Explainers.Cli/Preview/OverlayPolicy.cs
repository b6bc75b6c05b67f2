using Microsoft.Extensions.Primitives;

namespace Explainers.Cli.Preview;

/// <summary>
/// Lets the overlay into pages whose policy does not know it: its script, its style and its connection, all from the same place.
/// </summary>
internal static class OverlayPolicy
{
    private static readonly string[] Needed = ["script-src", "style-src", "connect-src"];

    /// <summary>The policies with what the overlay needs; one that says nothing of what is loaded stays as it is.</summary>
    public static StringValues Allow(StringValues policies) =>
        new([.. policies.Select(policy =>
            policy?.Contains("default-src", StringComparison.Ordinal) == true ? Allow(policy) : policy)]);

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
