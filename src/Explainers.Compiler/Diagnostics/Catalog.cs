using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using Explainers.Sources;

namespace Explainers.Diagnostics;

/// <summary>
/// The words of every message, one method a code; what a code means at length stands in Explanations.md beside this file.
/// </summary>
internal static partial class Catalog
{
    private static readonly Lazy<FrozenDictionary<string, Explanation>> Explanations = new(ReadExplanations);

    /// <summary>All codes in ordinal order.</summary>
    public static IEnumerable<string> Codes => Explanations.Value.Keys.Order(StringComparer.Ordinal);

    /// <summary>The codes of warnings in ordinal order.</summary>
    public static IEnumerable<string> Warnings => Codes.Where(code => Explain(code)!.Severity == Severity.Warning);

    /// <summary>The codes of what only the calendar brings up: nobody has changed anything.</summary>
    public static ImmutableArray<string> OfCalendar { get; } = ["expired-contact", "expired-fact", "role-ended", "stale-fact"];

    /// <summary>What a code means, how to mend it and how to turn it off, or null for a code that does not exist.</summary>
    public static Explanation? Explain(string code) => Explanations.Value.GetValueOrDefault(code);

    private static Diagnostic Error(string code, FileSpan at, string message, string? hint = null) =>
        new(code, Severity.Error, at, message, hint);

    private static Diagnostic Warning(string code, FileSpan at, string message, string? hint = null) =>
        new(code, Severity.Warning, at, message, hint);

    /// <summary>The hint that names what was most likely meant.</summary>
    internal static string? DidYouMean(string? nearest) => nearest is null ? null : $"did you mean '{nearest}'?";

    /// <summary>The hint that names what can have been meant.</summary>
    internal static string? DidYouMean(IReadOnlyCollection<string> choices) =>
        choices.Count == 0 ? null : $"did you mean {string.Join(" or ", choices.Select(choice => $"'{choice}'"))}?";

    /// <summary>The hint for a path as Windows writes it, or null for one without backslashes.</summary>
    internal static string? Slashes(string path) =>
        path.Contains('\\', StringComparison.Ordinal) ? $"folders are separated by '/' here: '{Shorten(path.Replace('\\', '/'))}'" : null;

    private static FrozenDictionary<string, Explanation> ReadExplanations()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Explanations.md")
            ?? throw new InvalidOperationException("Explanations.md is not part of the assembly.");
        using var reader = new StreamReader(stream);
        return Explanation.Read(reader.ReadToEnd()).ToFrozenDictionary(explanation => explanation.Code, StringComparer.Ordinal);
    }
}
