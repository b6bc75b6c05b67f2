using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Parsing.Text;

namespace Explainers.Checking;

/// <summary>
/// No value is of a later day than what it rests on. A source that was read again on that day or later may still say so; but nobody was
/// quoted before the words were said.
/// </summary>
internal static class FactsFollowSources
{
    public static IEnumerable<Diagnostic> Check(BoundFact bound)
    {
        var fact = bound.Fact;
        if (fact.Value is DisputedValue disputed)
            return disputed.Versions.SelectMany(version => Check(bound, "as_of", version.AsOf, version.Sourcing.Citations));
        return Check(bound, fact.Value is QuoteValue ? "date" : "as_of", fact.AsOf, fact.Sourcing.Citations);
    }

    private static IEnumerable<Diagnostic> Check(BoundFact bound, string key, PartialDate? held, EquatableArray<Citation> sources)
    {
        if (held is not { } date || sources.IsEmpty || sources.Any(source => MayHave(source, date, key == "date"))) yield break;
        var latest = sources.OrderByDescending(source => source.Date!.Value.LastDay).First();
        yield return Catalog.DatedAfterSource(
            bound.Span, bound.Fact.Name.Name, key, date.ToString(), latest.Title, latest.Date.ToString()!);
    }

    /// <summary>Whether a source can tell of a date. Zones differ by a day.</summary>
    private static bool MayHave(Citation source, PartialDate date, bool isQuotation) => source.Date is not { } published
        || published.LastDay >= date.FirstDay.AddDays(-1)
        || (!isQuotation && source.Accessed is { } accessed && accessed.LastDay >= date.FirstDay);
}
