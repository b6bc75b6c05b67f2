using System.Globalization;
using Explainers.Diagnostics;

namespace Explainers.Cli.Terminal;

/// <summary>Writes findings as workflow commands of GitHub Actions, which become notes on the changed lines.</summary>
internal static class GitHubReport
{
    /// <summary>Writes a line a finding.</summary>
    public static void Write(IEnumerable<Located> findings, TextWriter output)
    {
        foreach (var located in findings)
        {
            var finding = located.Finding;
            var command = finding.Severity == Severity.Error ? "error" : "warning";
            var place = located.File is { } file
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"file={Property(file)},line={located.Start.Line},endLine={located.End.Line},{Columns(located)}")
                : "";
            var hint = finding.Hint is null ? "" : $"\nhint: {Visible.Text(finding.Hint)}";
            var words = Escaped(Visible.Text(finding.Message) + hint);
            SafeWriter.Command(output, $"::{command} {place}title={Property(finding.Code)}::{words}\n");
        }
    }

    /// <summary>Columns count only where the finding stands on one line.</summary>
    private static string Columns(Located located) => located.Start.Line == located.End.Line
        ? string.Create(CultureInfo.InvariantCulture, $"col={located.Start.Column},endColumn={located.End.Column},")
        : "";

    private static string Escaped(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Escaped(Visible.Text(text))
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
