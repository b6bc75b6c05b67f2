using System.Text;

namespace Explainers.BrowserTests.Inspecting;

/// <summary>Writes findings so that all of them can be mended at once: each in one line, with every mode that shows it.</summary>
internal static class Report
{
    /// <summary>Writes the findings, or nothing when there are none.</summary>
    public static string Write(IReadOnlyCollection<Finding> findings)
    {
        if (findings.Count == 0) return "";
        var places = findings
            .GroupBy(finding => (finding.Rule, finding.Page, finding.Place))
            .OrderBy(group => group.Key.Rule, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Page, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Place, StringComparer.Ordinal)
            .ToList();
        var pages = findings.Select(finding => finding.Page).Distinct().Count();
        var text = new StringBuilder($"{places.Count} on {pages} {(pages == 1 ? "page" : "pages")}:\n");
        foreach (var place in places)
            text.Append($"  {place.Key.Rule} on {place.Key.Page} ({Modes(place)}): {place.Key.Place}\n");
        return text.ToString();
    }

    private static string Modes(IEnumerable<Finding> findings)
    {
        var names = findings.Select(finding => finding.Mode).Distinct().ToList();
        return names.Count == Mode.All.Length ? "every mode" : string.Join(", ", names.Order(StringComparer.Ordinal));
    }
}
