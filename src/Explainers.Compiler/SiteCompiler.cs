using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Checking;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Outputs;
using Explainers.Rendering;
using Explainers.Rendering.Images;
using Explainers.Sources;

namespace Explainers;

/// <summary>What a compile depends on beside its files.</summary>
/// <param name="Today">The day that dates of review are judged against.</param>
public sealed record CompileOptions(DateOnly Today)
{
    /// <summary>
    /// The moment that hours of publication are judged against. Without it, an article with an hour is published on the whole of its day.
    /// </summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The moment after which the calendar goes on: a day without an hour is over then.</summary>
    internal DateTimeOffset Moment => Now ?? new DateTimeOffset(Today, TimeOnly.MaxValue, TimeSpan.Zero);

    /// <summary>The address that the site is published at, where it is not the one in site.yaml.</summary>
    public Uri? Address { get; init; }

    /// <summary>What becomes of drafts.</summary>
    public Drafts Drafts { get; init; } = Drafts.Excluded;

    /// <summary>Whether search engines may list the site.</summary>
    public Indexing Indexing { get; init; } = Indexing.Allowed;

    /// <summary>Whether pages are written for people or for the wire.</summary>
    public Spacing Spacing { get; init; } = Spacing.Readable;

    /// <summary>How many threads compile; the result is the same with any number.</summary>
    public int Threads { get; init; } = 4;

    /// <summary>What was found while the files were read; it is weighed and put in order with the rest.</summary>
    public ImmutableArray<Diagnostic> Reading { get; init; } = [];

    /// <summary>Draws cards and scales photographs, or null for a site without cards whose photographs have one size.</summary>
    public IImaging? Imaging { get; init; }

    /// <summary>Keeps pictures from one compile to the next, which saves time and changes nothing else.</summary>
    public IPictureCache? Pictures { get; init; }
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

/// <summary>What a compile gives, for reports.</summary>
/// <param name="Coverage">How many of the figures in its prose are bound to facts.</param>
/// <param name="Paths">The paths of all files, in no order.</param>
/// <param name="Unpublished">The articles and pages that are not published.</param>
/// <param name="Findings">All findings in order of file and place.</param>
internal sealed record CompiledSite(
    Coverage Coverage, ImmutableArray<string> Paths, ImmutableArray<UnpublishedArticle> Unpublished, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>What changes the site next without anybody doing anything, all at one moment.</summary>
    public ImmutableArray<Appointment> Next { get; init; } = [];

    /// <summary>What tells the content of each file from any other, in the order of the paths.</summary>
    public ImmutableArray<Hash128> Contents { get; init; } = [];

    /// <summary>The finished files in ordinal order of path; none where they have been handed on one by one.</summary>
    public ImmutableArray<OutputFile> Files { get; init; } = [];
}

/// <summary>Compiles a site: files in, files out, and everything found on the way. It has no disk, no clock and no console.</summary>
public static class SiteCompiler
{
    /// <summary>
    /// Compiles a site that fits into memory. All stages run whatever the earlier ones found, so that one run shows everything.
    /// </summary>
    /// <param name="tree">The files.</param>
    /// <param name="options">What else the site depends on.</param>
    /// <param name="progress">Is told each stage as it begins, on the thread of the compile.</param>
    /// <param name="cancellation">Ends the compile with an <see cref="OperationCanceledException"/>.</param>
    public static CompileResult Compile(
        SourceTree tree, CompileOptions options, IProgress<Stage>? progress = null, CancellationToken cancellation = default)
    {
        var files = new OutputStore();
        var result = CompileEach(tree, options, files.Write, progress, cancellation);
        return new CompileResult(result.Findings, files.Files);
    }

    /// <summary>Compiles a site of any size: each file is handed on as soon as it is finished, and forgotten.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="options">What else the site depends on.</param>
    /// <param name="write">Takes the finished files, on any thread.</param>
    /// <param name="progress">Is told each stage as it begins, on the thread of the compile.</param>
    /// <param name="cancellation">Ends the compile with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>All findings. A site with an error among them must not be published.</returns>
    public static CompileResult CompileEach(
        SourceTree tree, CompileOptions options, Action<OutputFile> write, IProgress<Stage>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(write);
        var site = new SiteDatabase(Recording.Off);
        site.Update(tree, options);
        return new CompileResult(new Compilation(site, options, write) { Progress = progress, Stop = cancellation }.Run().Findings, []);
    }
}
