using Explainers.Binding;
using Explainers.Diagnostics;

namespace Explainers.Checking;

/// <summary>Every source gives what site.yaml asks for, and every important fact has enough of them.</summary>
internal static class SourcesFollowPolicy
{
    public static IEnumerable<Diagnostic> Check(BoundSite site) => site.Sheets.SelectMany(sheet => Citations(site, sheet)).Concat(site.Facts.Where(fact => fact.IsImportant).SelectMany(fact => Important(site, fact)));

    private static IEnumerable<Diagnostic> Citations(BoundSite site, FactSheet sheet) => site.Settings.Sources.Required.IsEmpty ? [] :
        from source in sheet.Citations
        let missing = site.Settings.Sources.Required.Where(key => !Has(source.Citation, key)).ToArray()
        where missing.Length > 0
        select Catalog.IncompleteSource(source.Span, source.Id, missing);

    private static bool Has(Citation citation, string key) => key switch
    {
        "url" => citation.Url is not null,
        "date" => citation.Date is not null,
        "accessed" => citation.Accessed is not null,
        "archived" => citation.Archived is not null,
        _ => true,
    };

    private static IEnumerable<Diagnostic> Important(BoundSite site, Fact fact)
    {
        var wanted = site.Settings.Sources.ImportantFacts;
        var found = fact.Sourcing.Citations.Select(citation => citation.Identity).Distinct(StringComparer.Ordinal).Count();
        if (found > 0 && found < wanted) yield return Catalog.TooFewSources(fact.Span, fact.Name, found, wanted);
    }
}
