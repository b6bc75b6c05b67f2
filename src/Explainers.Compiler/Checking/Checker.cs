using Explainers.Binding;
using Explainers.Diagnostics;

namespace Explainers.Checking;

/// <summary>Holds a site against the editorial rules; looks, and changes nothing.</summary>
public static class Checker
{
    /// <summary>Checks a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="today">The day that dates of review are judged against.</param>
    /// <returns>The same site, and what the rules say.</returns>
    public static Diagnosed<BoundSite> Check(BoundSite site, DateOnly today) => new(site,
    [
        .. FactsHaveSources.Check(site),
        .. FactsAreUsed.Check(site),
        .. FactsAreFresh.Check(site, today),
    ]);
}
