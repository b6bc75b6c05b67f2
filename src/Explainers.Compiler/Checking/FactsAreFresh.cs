using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Parsing;

namespace Explainers.Checking;

/// <summary>No fact is past the date by which it was to be reviewed.</summary>
internal static class FactsAreFresh
{
    public static IEnumerable<Diagnostic> Check(BoundSite site, DateOnly today) => site.Sheets
        .SelectMany(sheet => sheet.Facts)
        .Where(fact => fact.ReviewBy is { } due && due.LastDay < today)
        .Select(fact => Catalog.StaleFact(fact.Span, fact.Name, fact.ReviewBy.ToString()!, PartialDate.Of(today).ToString()));
}
