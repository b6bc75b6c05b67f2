using System.Collections.Immutable;
using Explainers.Sources;

namespace Explainers.Parsing.Yaml;

/// <summary>A YAML value as written: its shape and its place, with no guess at its type.</summary>
/// <param name="Span">The value's characters in its file.</param>
internal abstract record YamlSyntax(FileSpan Span);

/// <summary>A scalar: the text between its quotation marks, or as it stands.</summary>
internal sealed record ScalarSyntax(string Text, FileSpan Span) : YamlSyntax(Span);

/// <summary>A list.</summary>
internal sealed record SequenceSyntax(ImmutableArray<YamlSyntax> Items, FileSpan Span) : YamlSyntax(Span);

/// <summary>A mapping, its keys in written order and each of them once.</summary>
internal sealed record MappingSyntax(ImmutableArray<KeyValueSyntax> Entries, FileSpan Span) : YamlSyntax(Span)
{
    /// <summary>Whether it could be read only in part, so that nothing can be said of what is not there.</summary>
    public bool IsPartial { get; init; }

    /// <summary>A mapping without keys.</summary>
    public static MappingSyntax EmptyAt(FileSpan span) => new([], span);

    /// <summary>The value of a key, or null.</summary>
    public YamlSyntax? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
                if (entry.Key.Text == key) return entry.Value;
            return null;
        }
    }
}

/// <summary>A key and its value.</summary>
internal sealed record KeyValueSyntax(ScalarSyntax Key, YamlSyntax Value)
{
    /// <summary>
    /// Whether the key has no colon after it, so that it is the end of a text that a comma between braces has cut in two.
    /// </summary>
    public bool IsCutOff { get; init; }
}
