using System.Collections.Immutable;
using System.Text.Json;
using Explainers.Diagnostics;

namespace Explainers.Cli.Terminal;

/// <summary>Writes findings as SARIF 2.1.0 (OASIS), which code hosts show beside the change.</summary>
internal static class SarifReport
{
    /// <summary>Writes one SARIF log with one run.</summary>
    public static void Write(IEnumerable<Located> findings, TextWriter output) => JsonReport.Document(output, json =>
    {
        var all = findings.ToImmutableArray();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        Tool(json, all);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var located in all) Result(json, located);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    });

    private static void Tool(Utf8JsonWriter json, ImmutableArray<Located> findings)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "explainers");
        json.WriteString("version", Application.Version);
        json.WriteStartArray("rules");
        foreach (var code in findings.Select(located => located.Finding.Code).Distinct().Order(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            if (Catalog.Explain(code) is { } explanation) Describe(json, explanation);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Describe(Utf8JsonWriter json, Explanation explanation)
    {
        Text(json, "shortDescription", explanation.Summary);
        Text(json, "fullDescription", explanation.Text);
        Text(json, "help", explanation.Page);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(explanation.Severity));
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity == Severity.Error ? "error" : "warning";

    private static void Result(Utf8JsonWriter json, Located located)
    {
        var finding = located.Finding;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteString("level", Level(finding.Severity));
        Text(json, "message", finding.Hint is { } hint ? $"{finding.Message}. Hint: {hint}" : finding.Message);
        json.WriteStartArray("locations");
        if (located.File is { } file) Location(json, file, located);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter json, string file, Located located)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', file.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", located.Start.Line);
        json.WriteNumber("startColumn", located.Start.Column);
        json.WriteNumber("endLine", located.End.Line);
        json.WriteNumber("endColumn", located.End.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
