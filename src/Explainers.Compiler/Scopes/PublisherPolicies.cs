using Explainers.Parsing.Settings;

namespace Explainers.Scopes;

/// <summary>What a publisher says of itself.</summary>
/// <param name="Key">The key in site.yaml.</param>
/// <param name="Url">Where it says so: a path from the site's root, or an address elsewhere.</param>
internal sealed record PublisherPolicy(string Key, string Url);

/// <summary>Where the publisher says what it is, who pays for it, and what it keeps to.</summary>
internal static class PublisherPolicies
{
    private const string Principles = "principles";

    /// <summary>All that site.yaml names, in the order of its documentation; none where it names nothing but principles.</summary>
    public static IEnumerable<PublisherPolicy> Of(PageScope page)
    {
        var named = SettingsKeys.Policies
            .Select(key => page.Site.Site.Policy(key) is { } url ? new PublisherPolicy(key, url) : null)
            .OfType<PublisherPolicy>().ToArray();
        if (named.Length == 0) return [];
        return page.Site.Site.Principles is { } article
            ? named.Prepend(new PublisherPolicy(Principles, page.Site.Site.Url(article)))
            : named;
    }

    /// <summary>The whole address of a policy, or null.</summary>
    public static string? Address(string key, PageScope page) =>
        page.Site.Site.Policy(key) is { } url ? url.StartsWith('/') ? page.Site.Absolute(url) : url : null;
}
