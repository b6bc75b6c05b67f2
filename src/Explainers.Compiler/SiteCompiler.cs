using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Checking;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Rendering;
using Explainers.Rendering.Images;
using Explainers.Sources;

namespace Explainers;

/// <summary>What a compile depends on beside its files.</summary>
/// <param name="Today">The day that dates of review are judged against.</param>
/// <param name="Address">The address that the site is published at, where it is not the one in site.yaml.</param>
/// <param name="Drafts">What becomes of drafts.</param>
/// <param name="Indexing">Whether search engines may list the site.</param>
/// <param name="Spacing">Whether pages are written for people or for the wire.</param>
public sealed record CompileOptions(
    DateOnly Today,
    Uri? Address = null,
    Drafts Drafts = Drafts.Excluded,
    Indexing Indexing = Indexing.Allowed,
    Spacing Spacing = Spacing.Readable)
{
    /// <summary>How many threads compile; the result is the same with any number.</summary>
    public int Threads { get; init; } = 4;

    /// <summary>What was found while the files were read; it is weighed and put in order with the rest.</summary>
    public ImmutableArray<Diagnostic> Reading { get; init; } = [];

    /// <summary>Keeps pictures from one compile to the next, which saves time and changes nothing else.</summary>
    public IPictureCache Pictures { get; init; } = NoPictureCache.Instance;

    /// <summary>Draws cards and scales photographs, or null for a site without cards whose photographs have one size.</summary>
    public IImaging? Imaging { get; init; }
}

/// <summary>The stages of a compile, in order.</summary>
public enum Stage
{
    /// <summary>One file at a time becomes syntax.</summary>
    Parse,

    /// <summary>Names become what they name.</summary>
    Bind,

    /// <summary>Editorial rules are applied.</summary>
    Check,

    /// <summary>Pages and files are made, one by one.</summary>
    Render,

    /// <summary>The links of finished pages are followed.</summary>
    Proofread,
}

/// <summary>What a compile gives.</summary>
/// <param name="Coverage">How many of the figures in its prose are bound to facts.</param>
/// <param name="Paths">The paths of all files, in ordinal order.</param>
/// <param name="Unpublished">The articles and pages that are not published.</param>
/// <param name="Findings">All findings in order of file and place.</param>
public sealed record CompiledSite(
    Coverage Coverage, ImmutableArray<string> Paths, ImmutableArray<UnpublishedArticle> Unpublished, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>The finished files in ordinal order of path; none where they have been handed on one by one.</summary>
    public ImmutableArray<OutputFile> Files { get; init; } = [];
}

/// <summary>Compiles a site: files in, files out, and everything found on the way. It has no disk, no clock and no console.</summary>
public static class SiteCompiler
{
    /// <summary>Compiles a site that fits into memory.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="options">What else the site depends on.</param>
    /// <param name="progress">Is told of each stage as it begins.</param>
    /// <param name="stop">Stops the compile.</param>
    /// <returns>The finished files, and all findings.</returns>
    public static CompiledSite Compile(SourceTree tree, CompileOptions options, IProgress<Stage>? progress = null, CancellationToken stop = default)
    {
        var files = new OutputStore();
        return Compile(tree, options, files.Write, progress, stop) with { Files = files.Files };
    }

    /// <summary>Compiles a site of any size: each file is handed on as soon as it is finished, and forgotten.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="options">What else the site depends on.</param>
    /// <param name="write">Takes the finished files, on any thread.</param>
    /// <param name="progress">Is told of each stage as it begins.</param>
    /// <param name="stop">Stops the compile.</param>
    public static CompiledSite Compile(
        SourceTree tree, CompileOptions options, Action<OutputFile> write, IProgress<Stage>? progress = null, CancellationToken stop = default)
    {
        var site = new SiteDatabase(Recording.Off);
        site.Update(tree, options);
        return new Compilation(site, options, write) { Progress = progress, Stop = stop }.Run();
    }
}
