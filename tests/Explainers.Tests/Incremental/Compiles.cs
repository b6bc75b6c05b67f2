using System.Text;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Imaging;
using Explainers.Rendering;
using Explainers.Rendering.Images;
using Explainers.Sources;

namespace Explainers.Tests.Incremental;

/// <summary>Compiles with and without a memory, and what they have in common.</summary>
internal static class Compiles
{
    private static readonly PictureKeys Pictures = new();

    /// <summary>Compiles a site.</summary>
    public static Diagnosed<CompiledSite> Compile(SourceTree tree, CompilerMemory memory) =>
        SiteCompiler.Compile(tree, new CompileOptions(new DateOnly(2026, 11, 23)) { Imaging = SkiaImaging.Instance, Pictures = Pictures, Making = Making.OnDemand }, _ => { }, memory);

    /// <summary>What another run of the program finds that comes after this one, and is left some parts.</summary>
    public static CompilerMemory AfterAnotherRun(CompilerMemory memory, params ReadOnlySpan<MemoryPart> parts)
    {
        var loaded = new CompilerMemory();
        foreach (var part in parts)
        {
            using var saved = new MemoryStream();
            memory.Save(part, saved);
            loaded.Load(part, saved.ToArray());
        }
        return loaded;
    }

    /// <summary>How many articles, pages and sheets a site has.</summary>
    public static int Written(SourceTree tree) => tree.Input.Count(file => SourceKinds.Of(file.Path) is SourceKind.Article or SourceKind.Page or SourceKind.Sheet);

    /// <summary>The first difference between two compiles, or null.</summary>
    /// <param name="incremental">One with a memory.</param>
    /// <param name="clean">One without.</param>
    /// <param name="readsIndex">Whether the search index is read, which takes longer to make than all other files together.</param>
    public static string? Difference(Diagnosed<CompiledSite> incremental, Diagnosed<CompiledSite> clean, bool readsIndex)
    {
        var findings = incremental.Findings.Select(Shown).ToArray();
        if (clean.Findings.Select(Shown).Except(findings).FirstOrDefault() is { } missed) return $"missed finding: {missed}";
        if (findings.Except(clean.Findings.Select(Shown)).FirstOrDefault() is { } stale) return $"stale finding: {stale}";
        if (findings.Length != clean.Findings.Length) return "one finding twice";
        var files = Files(incremental, readsIndex).ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var file in Files(clean, readsIndex))
        {
            if (!files.Remove(file.Path, out var other)) return $"missing file: {file.Path}";
            if (!file.Bytes.Span.SequenceEqual(other.Bytes.Span)) return $"stale file: {file.Path}";
            if (!file.States.Order(StringComparer.Ordinal).SequenceEqual(other.States.Order(StringComparer.Ordinal))) return $"stale record of what is stated: {file.Path}";
            if (!file.Names.Order(StringComparer.Ordinal).SequenceEqual(other.Names.Order(StringComparer.Ordinal))) return $"stale record of what is named: {file.Path}";
        }
        return files.Count > 0 ? $"file too many: {files.Keys.First()}" : Coverage(incremental) == Coverage(clean) ? null : "another coverage";
    }

    private static IEnumerable<OutputFile> Files(Diagnosed<CompiledSite> site, bool readsIndex) => site.Value.Rendered.Files
        .Concat(site.Value.Rendered.Later.Where(later => readsIndex || later.Folder != Routes.SearchFiles).SelectMany(later => later.Made.Value.Value));

    private static string Shown(Diagnostic finding) =>
        $"{finding.Span.File?.DisplayPath} {finding.Span.Start}+{finding.Span.Length} {finding.Severity} {finding.Code}: {finding.Message} ({finding.Hint})";

    private static string Coverage(Diagnosed<CompiledSite> site) => string.Join("\n", site.Value.Coverage.Rows.Select(row => $"{row.File.DisplayPath} {row.Bound} {row.Figures}"));

    /// <summary>Gives for each picture the key that it is kept under, which says all that it is made from; drawing is slow.</summary>
    private sealed class PictureKeys : IPictureCache
    {
        public ReadOnlyMemory<byte> Get(string key, Func<ReadOnlyMemory<byte>> make) => Encoding.UTF8.GetBytes(key);
    }
}
