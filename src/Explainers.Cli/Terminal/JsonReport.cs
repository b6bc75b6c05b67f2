using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Explainers.Diagnostics;
using Explainers.Rendering;

namespace Explainers.Cli.Terminal;

/// <summary>Writes findings as JSON: an object with a list, and how many there are of each severity.</summary>
internal static class JsonReport
{
    /// <summary>Writes one JSON document and a line end.</summary>
    public static void Write(IEnumerable<Located> findings, TextWriter output)
    {
        FindingData[] all = [.. findings.Select(Finding)];
        var errors = all.Count(finding => finding.Severity == Level(Severity.Error));
        Document(output, new FindingsData(all, errors, all.Length - errors), ReportJson.Default.FindingsData);
    }

    /// <summary>Writes an indented JSON document.</summary>
    public static void Document<T>(TextWriter output, T content, JsonTypeInfo<T> type)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, JsonFile.Indented)) JsonSerializer.Serialize(json, content, type);
        output.Write(Visible.Json(Encoding.UTF8.GetString(bytes.WrittenSpan)));
        output.Write('\n');
    }

    /// <summary>A severity as programs read it.</summary>
    public static string Level(Severity severity) => severity == Severity.Error ? "error" : "warning";

    private static FindingData Finding(Located located)
    {
        var finding = located.Finding;
        var data = new FindingData(
            finding.Code, Level(finding.Severity), finding.Message, finding.Hint, located.File, null, null, null, null);
        return located.File is null ? data : data with
        {
            Line = located.Start.Line,
            Column = located.Start.Column,
            EndLine = located.End.Line,
            EndColumn = located.End.Column,
        };
    }
}
