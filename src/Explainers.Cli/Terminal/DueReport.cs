using System.Collections.Immutable;
using System.Globalization;
using Explainers.Cli.Desk;
using Explainers.Cli.Invocation;
using Explainers.Facts;

namespace Explainers.Cli.Terminal;

/// <summary>Writes the facts that are due.</summary>
internal static class DueReport
{
    /// <summary>Writes them for people or as JSON.</summary>
    public static void Write(FactsView site, ImmutableArray<DueFact> facts, SiteRequest request, int days, TextWriter output)
    {
        if (request.Format == ReportFormat.Json)
        {
            var today = request.Compile.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            JsonReport.Document(
                output, new DueListData(today, days, [.. facts.Select(due => Data(due, site))]), ReportJson.Default.DueListData);
            return;
        }
        if (facts.IsEmpty) output.WriteLine(days == 0 ? "No fact is due." : $"No fact falls due within {Summary.Count(days, "day")}.");
        foreach (var due in facts)
        {
            output.WriteLine($"{due.Fact.Name}  {FactsReport.Place(site.Bound(due.Fact).Span)}");
            output.WriteLine($"  {due.Fact.Label}: {site.Text(due.Fact)}");
            output.WriteLine($"  {due.What} {due.Last}{(site.Owner(due.Fact) is { } owner ? $"; owner: {owner}" : "")}");
            foreach (var citation in due.Fact.Sourcing.Citations) output.WriteLine($"  source: {Text(citation)}");
        }
    }

    private static string Text(Citation citation) =>
        $"{citation.Publisher}: {citation.Title}{(citation.Url is { } url ? $" <{url}>" : "")}";

    private static DueFactData Data(DueFact due, FactsView site) => new(
        due.Fact.Name.Name,
        due.Fact.Label,
        site.Text(due.Fact),
        due.Last.ToString(),
        due.IsOver ? "expires" : "review_by",
        site.Owner(due.Fact),
        FactsReport.Place(site.Bound(due.Fact).Span),
        [.. due.Fact.Sourcing.Citations.Select(citation => new SourceReportData(citation.Publisher, citation.Title, citation.Url))]);
}
