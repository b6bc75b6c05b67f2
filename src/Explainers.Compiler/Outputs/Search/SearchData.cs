using System.Text.Json;
using System.Text.Json.Serialization;
using Explainers.Scopes;

namespace Explainers.Outputs.Search;

/// <summary>What the page to search on reads first.</summary>
/// <param name="Folder">Where the files of the index are.</param>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Kinds">Where the results of each kind are.</param>
/// <param name="Words">The first word of each file of words.</param>
/// <param name="Beginnings">The first word of each file of words in order of their beginnings.</param>
/// <param name="Endings">The first word of each file of words in order of their endings.</param>
internal sealed record SearchData(string Folder, int Entries, KindFiles[] Kinds, string[] Words, string[] Beginnings, string[] Endings);

/// <summary>Where the results of a kind are; a list of four in the file.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="First">The number of its first entry.</param>
/// <param name="Each">How many entries a file has.</param>
/// <param name="Shard">The number of its first file.</param>
[JsonConverter(typeof(KindFilesList))]
internal sealed record KindFiles(SearchKind Kind, int First, int Each, int Shard);

/// <summary>Writes <see cref="KindFiles"/>.</summary>
internal sealed class KindFilesList : JsonConverter<KindFiles>
{
    /// <inheritdoc />
    public override KindFiles Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, KindFiles value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Kind.ToString().ToLowerInvariant());
        writer.WriteNumberValue(value.First);
        writer.WriteNumberValue(value.Each);
        writer.WriteNumberValue(value.Shard);
        writer.WriteEndArray();
    }
}

/// <summary>How the search's files are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SearchData))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class SearchDataJson : JsonSerializerContext;
