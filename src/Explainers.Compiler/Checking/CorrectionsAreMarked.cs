using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Text;
using Explainers.Sources;

namespace Explainers.Checking;

/// <summary>An article that states a fact is updated when the fact is corrected, so that readers are told.</summary>
internal static class CorrectionsAreMarked
{
    /// <summary>Checks an article with a date, against the latest correction of what it states.</summary>
    public static IEnumerable<Diagnostic> Check(Article article, BoundSite site)
    {
        if (article.Head.Changed is not { } dated || article.Head.UnpublishedOn(site.Today) is not null) yield break;
        var late = article.Uses.Where(use => !use.IsInWords).Select(use => use.Fact).Distinct()
            .Select(fact => (Fact: fact, Corrected: Corrected(site.Fact(fact), site.Today)))
            .Where(known => known.Corrected is { } day && day.FirstDay > dated.Day)
            .OrderByDescending(known => known.Corrected!.Value.FirstDay).ThenBy(known => known.Fact.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        if (late.Corrected is not { } corrected) yield break;
        yield return Catalog.UnmarkedCorrection(
            article.Dates.UpdatedAt.IsKnown ? article.Dates.UpdatedAt : FileSpan.StartOf(article.File),
            late.Fact.Name, corrected.ToString(), dated.ToString());
    }

    private static PartialDate? Corrected(Fact fact, DateOnly today) => fact.Changes
        .Where(change => change.Kind == ChangeKind.Correction && change.Date.FirstDay <= today)
        .Select(change => (PartialDate?)change.Date)
        .FirstOrDefault();
}
