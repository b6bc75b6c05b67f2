using System.Text.Encodings.Web;
using System.Text.Json;

namespace Explainers.Rendering.Data;

/// <summary>Writes a JSON file, indented and in UTF-8.</summary>
internal static class JsonFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a file that holds one object.</summary>
    public static OutputFile Write(string path, Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return new OutputFile(path, bytes.ToArray());
    }
}
