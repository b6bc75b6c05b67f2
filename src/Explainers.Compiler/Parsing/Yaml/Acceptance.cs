using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Yaml;

/// <summary>A warning that a writer accepts in one place: an entry, a source, a sheet or an article.</summary>
/// <param name="Code">Its code.</param>
/// <param name="At">Where that is written.</param>
/// <param name="Within">Where the warning is accepted.</param>
internal sealed record Acceptance(string Code, FileSpan At, FileSpan Within)
{
    /// <summary>The key.</summary>
    public static readonly Key Key = new("accept", Shape.Warnings, "warnings that are accepted here, by their codes");

    /// <summary>The path of the data file in which it is accepted too, or null.</summary>
    public string? Data { get; init; }

    /// <summary>The warnings that a mapping accepts.</summary>
    /// <param name="keys">The mapping.</param>
    /// <param name="within">Where they are accepted.</param>
    public static IEnumerable<Acceptance> In(MappingSyntax keys, FileSpan within) =>
        keys.List(Key.Name).Select(code => new Acceptance(code.Text, code.Span, within));

    /// <summary>Whether a text is the code of a warning; if not, that is reported.</summary>
    public static bool IsWarning(ScalarSyntax code, ImmutableArray<Diagnostic>.Builder findings)
    {
        var explained = Catalog.Explain(code.Text);
        if (explained?.Severity == Severity.Warning) return true;
        findings.Add(Catalog.InvalidValue(code.Span, code.Text, "the code of a warning", explained is null
            ? Catalog.DidYouMean(Nearest.To(code.Text, Catalog.Warnings))
            : "it is that of an error, and errors cannot be turned off: remove this line"));
        return false;
    }
}
