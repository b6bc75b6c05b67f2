using Explainers.Binding;
using Explainers.Incremental;

namespace Explainers.Scopes;

/// <summary>A service of others that pages talk to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Purpose">What it is for: a word of <c>site.yaml</c>, or null.</param>
/// <param name="Gets">What it gets to know of a reader, or null.</param>
/// <param name="Privacy">Where it says what it does with that, or null.</param>
/// <param name="Hosts">Its hosts.</param>
/// <param name="IsAsked">Whether a reader has to ask for it first, with a button.</param>
internal sealed record SiteService(
    string Name, string? Purpose, string? Gets, string? Privacy, EquatableArray<string> Hosts, bool IsAsked)
{
    /// <summary>The services of a site: those that site.yaml names, then those whose films, posts and frames articles show.</summary>
    public static IEnumerable<SiteService> All(BoundSite site)
    {
        foreach (var service in site.Settings.Services)
            yield return new SiteService(
                service.Name, service.Purpose, service.Gets, service.Privacy,
                service.Sources.Select(source => source.Origin["https://".Length..]).Distinct().ToEquatable(), IsAsked: false);
        var shown = site.All.SelectMany(site.Embeds).Distinct().GroupBy(embed => embed.Service)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in shown)
            yield return new SiteService(
                group.Key, null, null, null, group.Select(embed => embed.Host).Order(StringComparer.Ordinal).ToEquatable(), IsAsked: true);
    }
}
