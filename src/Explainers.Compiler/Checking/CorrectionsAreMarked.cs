using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Text;
using Explainers.Sources;

namespace Explainers.Checking;

/// <summary>When a fact was last corrected.</summary>
internal sealed record Correction(FactId Fact, PartialDate Date)
{
    /// <summary>The last correction of each fact of a sheet that has any.</summary>
    public static IEnumerable<Correction> In(SheetEntries sheet) =>
        from entry in sheet.Entries
        let dates = entry.Provenance.Changes.Where(change => change.Kind == ChangeKind.Correction).Select(change => change.Date).ToArray()
        where dates.Length > 0
        select new Correction(FactId.Of(sheet.Syntax.Name, entry.Id.Text), dates.MaxBy(date => date.FirstDay));
}

/// <summary>An article that states a fact is updated when the fact is corrected, so that readers are told.</summary>
internal static class CorrectionsAreMarked
{
    /// <summary>Checks a published article with a date, against the last correction of what it states.</summary>
    /// <param name="article">The article.</param>
    /// <param name="today">The day.</param>
    /// <param name="corrections">Gives the corrections of a sheet.</param>
    public static IEnumerable<Diagnostic> Check(Article article, DateOnly today, Func<string, IEnumerable<Correction>> corrections)
    {
        if (article.Head.Changed is not { } dated || article.Head.UnpublishedOn(today) is not null) yield break;
        var stated = article.Uses.Where(use => !use.IsInWords).Select(use => use.Fact).ToHashSet();
        var late = stated.Select(fact => fact.Sheet).Distinct(StringComparer.Ordinal).SelectMany(corrections)
            .Where(known => stated.Contains(known.Fact) && known.Date.FirstDay > dated.Day && known.Date.FirstDay <= today)
            .OrderByDescending(known => known.Date.FirstDay).ThenBy(known => known.Fact.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        if (late is null) yield break;
        yield return Catalog.UnmarkedCorrection(
            article.Dates.UpdatedAt.IsKnown ? article.Dates.UpdatedAt : FileSpan.StartOf(article.File),
            late.Fact.Name, late.Date.ToString(), dated.ToString());
    }
}
