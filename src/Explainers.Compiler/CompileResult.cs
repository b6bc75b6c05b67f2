using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Rendering;

namespace Explainers;

/// <summary>What a compile gives: everything that was found, and the files of the site.</summary>
public sealed class CompileResult
{
    internal CompileResult(ImmutableArray<Diagnostic> findings, ImmutableArray<OutputFile> files) => (Findings, Files) = (findings, files);

    /// <summary>All findings, in order of file and place.</summary>
    public ImmutableArray<Diagnostic> Findings { get; }

    /// <summary>Whether any finding is an error. A site with errors has files too, in which placeholders stand for what is missing.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>The finished files in ordinal order of path; none where they were handed on one by one.</summary>
    public ImmutableArray<OutputFile> Files { get; }
}
