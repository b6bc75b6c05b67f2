using System.Collections.Immutable;
using Explainers.Cli.Invocation;
using Explainers.Diagnostics;

namespace Explainers.Cli.Terminal;

/// <summary>Writes findings: text for people to standard error, formats for programs to standard output.</summary>
internal static class Findings
{
    /// <summary>Writes findings in the format that was asked for.</summary>
    public static void Write(ImmutableArray<Diagnostic> findings, ReportFormat format, CliEnvironment environment)
    {
        var located = findings.Select(Located.Of);
        switch (format)
        {
            case ReportFormat.Json: JsonReport.Write(located, environment.Output); break;
            case ReportFormat.Sarif: SarifReport.Write(located, environment.Output); break;
            case ReportFormat.GitHub: GitHubReport.Write(located, environment.Output); break;
            default: TextReport.Write(findings, environment); break;
        }
    }
}
