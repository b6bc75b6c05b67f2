using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainers.Diagnostics;
using Explainers.Parsing.Yaml;

namespace Explainers.Parsing.Settings;

/// <summary>A service of others that the site talks to.</summary>
/// <param name="Name">Its name for readers.</param>
/// <param name="Purpose">What it is for, or null.</param>
/// <param name="Gets">What it gets to know of a reader, or null.</param>
/// <param name="Privacy">Where it says what it does with that, or null.</param>
/// <param name="Sources">What pages may load from it or send to it.</param>
internal sealed record ServiceSyntax(
    string Name, string? Purpose, string? Gets, string? Privacy, ImmutableArray<PolicySource> Sources);

/// <summary>Something that a security policy allows.</summary>
/// <param name="Directive">What may be loaded, in the words of the policy: <c>script-src</c>.</param>
/// <param name="Origin">Where from: <c>https://plausible.io</c>.</param>
internal readonly record struct PolicySource(string Directive, string Origin);

/// <summary>Reads the services of a site.</summary>
internal static partial class ServiceParser
{
    private const string Expected = "the host of a service, such as plausible.io or https://plausible.io";

    /// <summary>The keys that name hosts, and what the policy calls what they are for.</summary>
    private static readonly ImmutableArray<(string Key, string Directive)> Directives =
    [
        ("scripts", "script-src"), ("connects", "connect-src"), ("forms", "form-action"), ("frames", "frame-src"), ("images", "img-src"),
        ("styles", "style-src"), ("fonts", "font-src"), ("media", "media-src"),
    ];

    /// <summary>Reads a service; a host that is none is reported and left out.</summary>
    public static ServiceSyntax Parse(KeyValueSyntax entry, ImmutableArray<Diagnostic>.Builder findings)
    {
        var keys = (MappingSyntax)entry.Value;
        return new ServiceSyntax(
            keys.Text("name") ?? entry.Key.Text,
            keys.Text("for"),
            keys.Text("gets"),
            keys.Text("privacy"),
            [.. Directives.SelectMany(row => keys.List(row.Key)
                .Select(host => Origin(host, findings) is { } origin ? new PolicySource(row.Directive, origin) : default))
                .Where(source => source.Origin is not null)]);
    }

    /// <summary>A host as a policy names it; nothing else may stand there, since it goes into a header of every page.</summary>
    private static string? Origin(ScalarSyntax host, ImmutableArray<Diagnostic>.Builder findings)
    {
        var text = host.Text.TrimEnd('/');
        if (Host().IsMatch(text)) return text.StartsWith("https://", StringComparison.Ordinal) ? text : $"https://{text}";
        var meant = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Host.Length > 0
            ? $"write https://{address.Host}"
            : null;
        findings.Add(Catalog.InvalidValue(host.Span, host.Text, Expected, meant));
        return null;
    }

    [GeneratedRegex(@"\A(?:https://)?(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}(?::[0-9]{1,5})?\z")]
    private static partial Regex Host();
}
