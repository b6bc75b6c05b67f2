using Explainers.Binding;
using Explainers.Diagnostics;

namespace Explainers.Checking;

/// <summary>Holds a site against the editorial rules; looks, and changes nothing.</summary>
internal static class Checker
{
    /// <summary>Checks a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="today">The day that dates of review are judged against.</param>
    /// <param name="memory">What was read before; it takes what is read now.</param>
    /// <returns>The same site with its coverage, and what the rules say.</returns>
    internal static Diagnosed<CheckedSite> Check(BoundSite site, DateOnly today, ProseMemory memory)
    {
        var prose = ProseIsBound.Check(site, memory);
        return new Diagnosed<CheckedSite>(new CheckedSite(site, prose.Coverage),
        [
            .. FactsHaveSources.Check(site),
            .. FactsAreUsed.Check(site),
            .. FactsAreFresh.Check(site, today),
            .. DatesAgree.Check(site, today),
            .. ContactIsFresh.Check(site, today),
            .. SourcesFollowPolicy.Check(site),
            .. prose.Findings,
        ]);
    }
}

/// <summary>A site that has been checked.</summary>
/// <param name="Site">The site, as it was.</param>
/// <param name="Coverage">How many of the figures in its prose are bound to facts.</param>
internal sealed record CheckedSite(BoundSite Site, Coverage Coverage);
