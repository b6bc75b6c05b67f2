using System.Collections.Concurrent;
using Explainers.Binding;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>Which articles were closest to each, while the groups that it stands in are what they were.</summary>
internal sealed class RelatedMemory
{
    private readonly ConcurrentDictionary<string, (Fingerprint Groups, Fingerprint Closest)> _known = new(StringComparer.Ordinal);

    /// <summary>The fingerprint of the articles closest to one.</summary>
    public Fingerprint Of(Article article, SiteScope site)
    {
        var groups = site.GroupsOf(article);
        if (_known.TryGetValue(article.Url, out var known) && known.Groups == groups) return known.Closest;
        var closest = Fingerprint.Of(site.Related(article).Select(other => other.Url));
        _known[article.Url] = (groups, closest);
        return closest;
    }
}
