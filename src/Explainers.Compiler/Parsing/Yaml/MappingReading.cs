using System.Collections.Immutable;
using Explainers.Parsing.Text;

namespace Explainers.Parsing.Yaml;

/// <summary>Reads values out of a mapping whose shapes have been checked.</summary>
internal static class MappingReading
{
    extension(MappingSyntax mapping)
    {
        /// <summary>A scalar, or null where the key is not there.</summary>
        public ScalarSyntax? Scalar(string key) => mapping[key] as ScalarSyntax;

        /// <summary>The text of a scalar, or null.</summary>
        public string? Text(string key) => mapping.Scalar(key)?.Text;

        /// <summary>A list; one scalar counts as a list of one.</summary>
        public ImmutableArray<ScalarSyntax> List(string key) => mapping[key] switch
        {
            ScalarSyntax scalar => [scalar],
            SequenceSyntax sequence => [.. sequence.Items.OfType<ScalarSyntax>()],
            _ => [],
        };

        /// <summary>A list of mappings; one mapping counts as a list of one.</summary>
        public ImmutableArray<MappingSyntax> Records(string key) => mapping[key] switch
        {
            MappingSyntax only => [only],
            SequenceSyntax sequence => [.. sequence.Items.OfType<MappingSyntax>()],
            _ => [],
        };

        /// <summary>The entries of a mapping under a key.</summary>
        public ImmutableArray<KeyValueSyntax> Map(string key) => mapping[key] is MappingSyntax map ? map.Entries : [];

        /// <summary>A date, or null.</summary>
        public PartialDate? Date(string key) =>
            mapping.Text(key) is { } text && PartialDate.TryParse(text, out var date) ? date : null;
    }
}
