using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Parsing.Text;

namespace Explainers.Checking;

/// <summary>
/// No fact is past the day by which it was to be reviewed, or on which it ended; at first that is a warning. A site that sets days of
/// grace has an error when they are over.
/// </summary>
internal static class FactsAreFresh
{
    public static IEnumerable<Diagnostic> Check(BoundFact bound, DateOnly today, int? grace)
    {
        var fact = bound.Fact;
        if (Overdue(fact.ReviewBy, today) is var late and > 0)
            yield return Weighed(
                Catalog.StaleFact(bound.Span, fact.Name.Name, fact.ReviewBy.ToString()!, PartialDate.Of(today).ToString()),
                late,
                grace);
        if (Overdue(fact.Expires, today) is var over and > 0)
            yield return Weighed(
                Catalog.ExpiredFact(bound.Span, fact.Name.Name, fact.Expires.ToString()!, PartialDate.Of(today).ToString()),
                over,
                grace);
    }

    private static int Overdue(PartialDate? due, DateOnly today) => due is { } day ? today.DayNumber - day.LastDay.DayNumber : 0;

    private static Diagnostic Weighed(Diagnostic finding, int late, int? grace) =>
        late > grace ? finding with { Severity = Severity.Error } : finding;
}
