using Explainers.Diagnostics;

namespace Explainers.Tests.Incremental;

/// <summary>What an incremental compile and a clean one have in common.</summary>
internal static class Compiles
{
    /// <summary>The first difference between two compiles, or null.</summary>
    /// <param name="incremental">One after others.</param>
    /// <param name="clean">One with nothing before.</param>
    public static string? Difference(CompiledSite incremental, CompiledSite clean)
    {
        var findings = incremental.Findings.Select(Shown).ToArray();
        if (clean.Findings.Select(Shown).Except(findings).FirstOrDefault() is { } missed) return $"missed finding: {missed}";
        if (findings.Except(clean.Findings.Select(Shown)).FirstOrDefault() is { } stale) return $"stale finding: {stale}";
        if (findings.Length != clean.Findings.Length) return "one finding twice";
        var files = incremental.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var file in clean.Files)
        {
            if (!files.Remove(file.Path, out var other)) return $"missing file: {file.Path}";
            if (!file.Bytes.Span.SequenceEqual(other.Bytes.Span)) return $"stale file: {file.Path}";
            if (!file.States.ToHashSet().SetEquals(other.States)) return $"stale record of what is stated: {file.Path}";
            if (!file.Names.ToHashSet().SetEquals(other.Names)) return $"stale record of what is named: {file.Path}";
        }
        return files.Count > 0 ? $"file too many: {files.Keys.First()}" : incremental.Coverage == clean.Coverage ? null
            : "another coverage";
    }

    private static string Shown(Diagnostic finding) =>
        $"{finding.Span.File?.DisplayPath} {finding.Span.Start}+{finding.Span.Length} {finding.Severity} "
        + $"{finding.Code}: {finding.Message} ({finding.Hint})";
}
