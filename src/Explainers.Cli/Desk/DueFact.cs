using System.Collections.Immutable;
using Explainers.Facts;
using Explainers.Parsing.Text;

namespace Explainers.Cli.Desk;

/// <summary>A fact that somebody has to look at.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Last">The last day on which nobody had to.</param>
/// <param name="IsOver">Whether it no longer holds then, and does not only need a review.</param>
internal sealed record DueFact(Fact Fact, PartialDate Last, bool IsOver)
{
    /// <summary>The facts that are past their day, or will be within some days; those that are longest so come first.</summary>
    public static ImmutableArray<DueFact> In(FactsView site, DateOnly today, int days) =>
    [
        .. site.Facts.SelectMany(Of).Where(due => due.Last.LastDay.DayNumber < today.DayNumber + days)
            .OrderBy(due => due.Last.LastDay).ThenBy(due => due.Fact.Name.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<DueFact> Of(Fact fact)
    {
        if (fact.ReviewBy is { } review) yield return new DueFact(fact, review, false);
        if (fact.Expires is { } end) yield return new DueFact(fact, end, true);
    }

    /// <summary>What has to be done, in words.</summary>
    public string What => IsOver ? "held until" : "to be reviewed by";
}
