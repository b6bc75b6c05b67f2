using System.Collections.Immutable;
using Explainers.Cli.Invocation;
using Explainers.Diagnostics;

namespace Explainers.Cli.Terminal;

/// <summary>Writes findings as SARIF 2.1.0 (OASIS), which code hosts show beside the change.</summary>
internal static class SarifReport
{
    /// <summary>Writes one SARIF log with one run.</summary>
    public static void Write(IEnumerable<Located> findings, TextWriter output)
    {
        var all = findings.ToImmutableArray();
        var rules = all.Select(located => located.Finding.Code).Distinct().Order(StringComparer.Ordinal).Select(Rule);
        var tool = new SarifTool(new SarifDriver("explainers", ProgramVersion.Text, [.. rules]));
        var run = new SarifRun(tool, "utf16CodeUnits", [.. all.Select(Result)]);
        var log = new SarifLog("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", [run]);
        JsonReport.Document(output, log, SarifJson.Default.SarifLog);
    }

    private static SarifRule Rule(string code) => Catalog.Explain(code) is not { } explanation
        ? new SarifRule(code, null, null, null, null)
        : new SarifRule(
            code,
            new SarifText(explanation.Summary),
            new SarifText(explanation.Text),
            new SarifText(explanation.Page),
            new SarifConfiguration(JsonReport.Level(explanation.Severity)));

    private static SarifResult Result(Located located)
    {
        var finding = located.Finding;
        return new SarifResult(
            finding.Code,
            JsonReport.Level(finding.Severity),
            new SarifText(finding.Hint is { } hint ? $"{finding.Message}. Hint: {hint}" : finding.Message),
            located.File is { } file ? [Location(file, located)] : []);
    }

    private static SarifLocation Location(string file, Located located) => new(new SarifPhysicalLocation(
        new SarifArtifact(string.Join('/', file.Split('/').Select(Uri.EscapeDataString))),
        new SarifRegion(located.Start.Line, located.Start.Column, located.End.Line, located.End.Column)));
}
