using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Explainers.Rendering;

/// <summary>Writes JSON in UTF-8. Letters stand as they are.</summary>
internal static class JsonFile
{
    /// <summary>For what only programs read.</summary>
    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For files that people may open.</summary>
    public static readonly JsonWriterOptions Indented = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>Writes an indented file.</summary>
    public static OutputFile Write<T>(string path, T content, JsonTypeInfo<T> type) =>
        Write(path, json => JsonSerializer.Serialize(json, content, type));

    /// <summary>Writes an indented file.</summary>
    public static OutputFile Write(string path, JsonNode content) => Write(path, json => content.WriteTo(json));

    /// <summary>A value on one line.</summary>
    public static byte[] Line<T>(T content, JsonTypeInfo<T> type)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Compact)) JsonSerializer.Serialize(json, content, type);
        return bytes.WrittenSpan.ToArray();
    }

    private static OutputFile Write(string path, Action<Utf8JsonWriter> content)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Indented)) content(json);
        bytes.Write("\n"u8);
        return new OutputFile(path, bytes.WrittenSpan.ToArray());
    }
}
