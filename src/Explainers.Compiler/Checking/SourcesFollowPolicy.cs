using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Parsing.Settings;

namespace Explainers.Checking;

/// <summary>Every source gives what site.yaml asks for, and every important fact has enough of them.</summary>
internal static class SourcesFollowPolicy
{
    /// <summary>Checks the sources of a sheet.</summary>
    public static IEnumerable<Diagnostic> Check(SheetEntries sheet, SourcePolicySyntax policy) => policy.Required.IsEmpty ? [] :
        from source in sheet.Sources.All
        let missing = policy.Required.Where(key => !Has(source.Citation, key)).ToArray()
        where missing.Length > 0
        select Catalog.IncompleteSource(source.Span, source.Id, missing);

    /// <summary>Checks a fact.</summary>
    public static IEnumerable<Diagnostic> Check(BoundFact bound, SourcePolicySyntax policy)
    {
        if (!bound.Fact.IsImportant) yield break;
        var found = bound.Fact.Sourcing.Citations.Select(citation => citation.Identity).Distinct(StringComparer.Ordinal).Count();
        if (found > 0 && found < policy.ImportantFacts)
            yield return Catalog.TooFewSources(bound.Span, bound.Fact.Name.Name, found, policy.ImportantFacts);
    }

    private static bool Has(Citation citation, string key) => key switch
    {
        "url" => citation.Url is not null,
        "date" => citation.Date is not null,
        "accessed" => citation.Accessed is not null,
        "archived" => citation.Archived is not null,
        _ => true,
    };
}
