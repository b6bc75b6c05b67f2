using System.Collections.Frozen;
using System.Reflection;
using Explainers.Sources;

namespace Explainers.Diagnostics;

/// <summary>The words of every message, one method a code; what a code means at length stands in Explanations.md beside this file.</summary>
public static partial class Catalog
{
    private static readonly Lazy<FrozenDictionary<string, string>> Explanations = new(ReadExplanations);

    /// <summary>All codes in ordinal order.</summary>
    public static IEnumerable<string> Codes => Explanations.Value.Keys.Order(StringComparer.Ordinal);

    /// <summary>What a code means and how to mend it, in Markdown, or null for a code that does not exist.</summary>
    public static string? Explain(string code) => Explanations.Value.GetValueOrDefault(code);

    private static Diagnostic Error(string code, FileSpan at, string message, string? hint = null) =>
        new(code, Severity.Error, at, message, hint);

    private static Diagnostic Warning(string code, FileSpan at, string message, string? hint = null) =>
        new(code, Severity.Warning, at, message, hint);

    /// <summary>The hint that names what was most likely meant.</summary>
    internal static string? DidYouMean(string? nearest) => nearest is null ? null : $"did you mean '{nearest}'?";

    private static FrozenDictionary<string, string> ReadExplanations()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Explanations.md")
            ?? throw new InvalidOperationException("Explanations.md is not part of the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n")
            .Split("\n## ")
            .Skip(1)
            .Select(section => section.Split('\n', 2))
            .ToFrozenDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.Ordinal);
    }
}
