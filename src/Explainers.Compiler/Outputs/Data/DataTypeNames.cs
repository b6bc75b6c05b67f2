using System.Text.Json;
using System.Text.Json.Serialization;

namespace Explainers.Outputs.Data;

/// <summary>The names of types in data files: in small letters, as <c>type:</c> in a sheet has them.</summary>
internal sealed class DataTypeNames() : JsonStringEnumConverter<DataType>(new Small(), allowIntegerValues: false)
{
    /// <summary>The name of a type.</summary>
    public static string Of(DataType type) => type.ToString().ToLowerInvariant();

    private sealed class Small : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }
}
