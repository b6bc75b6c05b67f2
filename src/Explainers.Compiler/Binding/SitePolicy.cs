using Explainers.Incremental;
using Explainers.Parsing.Settings;

namespace Explainers.Binding;

/// <summary>What pages may load from elsewhere, and where their forms may lead; what is not named here browsers refuse.</summary>
/// <param name="Sources">What is allowed.</param>
internal sealed record SitePolicy(EquatableArray<PolicySource> Sources)
{
    /// <summary>The policy that the services of a site need.</summary>
    public static SitePolicy Of(SettingsSyntax settings) =>
        new(settings.Services.SelectMany(service => service.Sources).Distinct().ToEquatable());

    /// <summary>What the policy calls that which an element loads.</summary>
    public static string DirectiveOf(ReadOnlySpan<char> element) => element switch
    {
        "script" => "script-src",
        "iframe" or "frame" => "frame-src",
        "form" => "form-action",
        "link" or "style" => "style-src",
        "font" => "font-src",
        "video" or "audio" or "track" => "media-src",
        "object" or "embed" => "object-src",
        _ => "img-src",
    };

    /// <summary>Whether an element may load what is at an address of another site.</summary>
    public bool Allows(ReadOnlySpan<char> element, string address)
    {
        if (Sources.IsEmpty) return false;
        var directive = DirectiveOf(element);
        if (address.StartsWith("//", StringComparison.Ordinal)) address = $"https:{address}";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var target)) return false;
        var origin = target.GetLeftPart(UriPartial.Authority);
        foreach (var source in Sources)
            if (source.Directive == directive && Covers(source.Origin, origin)) return true;
        return false;
    }

    private static bool Covers(string source, string origin)
    {
        const string Any = "https://*.";
        return source == origin
            || (source.StartsWith(Any, StringComparison.Ordinal) && origin.StartsWith("https://", StringComparison.Ordinal)
                && origin.EndsWith(source[(Any.Length - 1)..], StringComparison.Ordinal));
    }
}
