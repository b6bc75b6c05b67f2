using System.Globalization;
using Explainers.Checking;
using Explainers.Cli.Invocation;
using Explainers.Diagnostics;

namespace Explainers.Cli.Terminal;

/// <summary>Writes how many figures, dates and quotations are bound to facts, as test coverage is shown.</summary>
internal static class CoverageReport
{
    /// <summary>Writes the table, or one JSON document, to standard output; findings go where they always go, errors only.</summary>
    public static void Write(CompiledSite compiled, ReportFormat format, CliEnvironment environment)
    {
        if (format == ReportFormat.Json) Json(compiled.Coverage, environment.Output);
        else Text(compiled.Coverage, environment.Output);
        var errors = compiled.Findings.Where(finding => finding.Severity == Severity.Error);
        Findings.Write([.. errors], ReportFormat.Text, environment);
    }

    private static void Text(Coverage coverage, TextWriter output)
    {
        var rows = coverage.Rows.Where(row => row.Figures > 0).ToArray();
        var width = rows.Select(row => row.File.Length).Append("figures, dates and quotations".Length).Max();
        output.WriteLine($"{"figures, dates and quotations".PadRight(width)}  bound     of");
        foreach (var row in rows) Line(output, row.File.PadRight(width), row.Bound, row.Figures, row.Percent);
        Line(output, "the site".PadRight(width), coverage.Bound, coverage.Figures, coverage.Percent);
    }

    private static void Line(TextWriter output, string name, int bound, int figures, int percent) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}  {bound,5}  {figures,5}  {percent,3} %"));

    private static void Json(Coverage coverage, TextWriter output)
    {
        var files = coverage.Rows.Select(row => new FileCoverageData(row.File, row.Bound, row.Figures, row.Percent));
        var data = new CoverageData([.. files], coverage.Bound, coverage.Figures, coverage.Percent);
        JsonReport.Document(output, data, ReportJson.Default.CoverageData);
    }
}
