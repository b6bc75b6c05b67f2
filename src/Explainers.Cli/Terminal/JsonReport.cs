using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Explainers.Diagnostics;

namespace Explainers.Cli.Terminal;

/// <summary>Writes findings as JSON: an object with a list, and how many there are of each severity.</summary>
internal static class JsonReport
{
    /// <summary>Writes one JSON document and a line end.</summary>
    public static void Write(IEnumerable<Located> findings, TextWriter output) => Document(output, json =>
    {
        var (errors, warnings) = (0, 0);
        json.WriteStartArray("findings");
        foreach (var located in findings)
        {
            if (located.Finding.Severity == Severity.Error) errors++;
            else warnings++;
            Finding(json, located);
        }
        json.WriteEndArray();
        json.WriteNumber("errors", errors);
        json.WriteNumber("warnings", warnings);
    });

    /// <summary>Writes an indented JSON object.</summary>
    public static void Document(TextWriter output, Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        output.Write(Visible.Json(Encoding.UTF8.GetString(bytes.ToArray())));
        output.Write('\n');
    }

    private static void Finding(Utf8JsonWriter json, Located located)
    {
        var finding = located.Finding;
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity == Severity.Error ? "error" : "warning");
        json.WriteString("message", finding.Message);
        if (finding.Hint is { } hint) json.WriteString("hint", hint);
        if (located.File is { } file)
        {
            json.WriteString("file", file);
            json.WriteNumber("line", located.Start.Line);
            json.WriteNumber("column", located.Start.Column);
            json.WriteNumber("end_line", located.End.Line);
            json.WriteNumber("end_column", located.End.Column);
        }
        json.WriteEndObject();
    }
}
