using System.Text;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Rendering;
using Explainers.Rendering.Images;

namespace Explainers.Tests.Incremental;

/// <summary>A compile with a memory gives what one without gives, to the byte and to the finding, whatever was edited in between.</summary>
public sealed class IncrementalTests
{
    private const int Edits = 125;
    private static readonly PictureKeys Pictures = new();

    [Fact]
    public void After_each_of_five_hundred_random_edits_the_output_is_that_of_a_clean_build()
    {
        var wrong = new string?[4];
        Parallel.For(0, wrong.Length, i => wrong[i] = FirstDifference((ulong)i + 1));
        Assert.True(wrong.All(difference => difference is null), string.Join("\n\n", wrong.OfType<string>()));
    }

    /// <summary>The first edit after which the two differ, with those before it, or null.</summary>
    private static string? FirstDifference(ulong seed)
    {
        var (site, memory, story) = (new EditedSite(seed), new CompilerMemory(), new List<string> { $"seed {seed}" });
        for (var i = 0; i <= Edits; i++)
        {
            if (i % 5 == 4) memory = Reloaded(memory);
            var incremental = Compile(site, memory);
            var clean = Compile(site, new CompilerMemory());
            if (Difference(incremental, clean, i % 10 == 0) is { } difference) return $"{string.Join("\n", story)}\n{difference}";
            story.Add(site.Edit());
        }
        return null;
    }

    /// <summary>What another run of the program finds that comes after this one.</summary>
    private static CompilerMemory Reloaded(CompilerMemory memory)
    {
        using var saved = new MemoryStream();
        memory.Save(saved);
        var loaded = new CompilerMemory();
        loaded.Load(saved.ToArray());
        return loaded;
    }

    private static Diagnosed<CompiledSite> Compile(EditedSite site, CompilerMemory memory) =>
        SiteCompiler.Compile(site.Tree(), new CompileOptions(new DateOnly(2026, 11, 23)) { Pictures = Pictures, Making = Making.OnDemand }, _ => { }, memory);

    private static string? Difference(Diagnosed<CompiledSite> incremental, Diagnosed<CompiledSite> clean, bool readsIndex)
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

    /// <summary>Every file; the search index, which takes longer to make than all others together, only sometimes.</summary>
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
