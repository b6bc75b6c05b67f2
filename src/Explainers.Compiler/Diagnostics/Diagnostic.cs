using Explainers.Sources;

namespace Explainers.Diagnostics;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>The site is written, unless the build is strict.</summary>
    Warning,

    /// <summary>Nothing is written.</summary>
    Error,
}

/// <summary>A finding: what is wrong, where, and how to mend it.</summary>
/// <param name="Code">The kind of fault in kebab-case: <c>unknown-fact</c>.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Span">The place that the writer has to look at.</param>
/// <param name="Message">One sentence without a final full stop.</param>
/// <param name="Hint">How to mend it, where that is known.</param>
public sealed record Diagnostic(string Code, Severity Severity, FileSpan Span, string Message, string? Hint = null)
{
    /// <summary>The order in which findings are shown: by file, place, code, message.</summary>
    public static IComparer<Diagnostic> Order { get; } = Comparer<Diagnostic>.Create(Compare);

    private static int Compare(Diagnostic left, Diagnostic right)
    {
        var byFile = string.CompareOrdinal(left.Span.File?.DisplayPath ?? "", right.Span.File?.DisplayPath ?? "");
        if (byFile != 0) return byFile;
        var byStart = left.Span.Start.CompareTo(right.Span.Start);
        if (byStart != 0) return byStart;
        var byCode = string.CompareOrdinal(left.Code, right.Code);
        return byCode != 0 ? byCode : string.CompareOrdinal(left.Message, right.Message);
    }
}
