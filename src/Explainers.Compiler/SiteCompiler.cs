using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Blocks;
using Explainers.Checking;
using Explainers.Diagnostics;
using Explainers.Parsing;
using Explainers.Parsing.Settings;
using Explainers.Rendering;
using Explainers.Rendering.Images;
using Explainers.Rendering.Proofreading;
using Explainers.Sources;

namespace Explainers;

/// <summary>What a compile depends on beside its files.</summary>
/// <param name="Today">The day that dates of review are judged against.</param>
public sealed record CompileOptions(DateOnly Today)
{
    /// <summary>The address that the site is published at, where it is not the one in site.yaml.</summary>
    public Uri? Address { get; init; }

    /// <summary>What becomes of drafts.</summary>
    public Drafts Drafts { get; init; } = Drafts.Excluded;

    /// <summary>Whether search engines may list the site.</summary>
    public Indexing Indexing { get; init; } = Indexing.Allowed;

    /// <summary>Whether pages are written for people or for the wire.</summary>
    public Spacing Spacing { get; init; } = Spacing.Readable;

    /// <summary>What was found while the files were read; it is weighed and put in order with the rest.</summary>
    public ImmutableArray<Diagnostic> Reading { get; init; } = [];

    /// <summary>Draws cards and scales photographs, or null for a site without cards whose photographs have one size.</summary>
    public IImaging? Imaging { get; init; }

    /// <summary>Keeps pictures from one compile to the next, which saves time and changes nothing else.</summary>
    public IPictureCache? Pictures { get; init; }

    /// <summary>When files are made that no page is.</summary>
    internal Making Making { get; init; }
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

    /// <summary>Pages and feeds are made.</summary>
    Render,

    /// <summary>Finished pages are read.</summary>
    Proofread,
}

/// <summary>What a compile gives.</summary>
/// <param name="Site">The site with every name bound.</param>
/// <param name="Coverage">How many of the figures in its prose are bound to facts.</param>
/// <param name="Rendered">The finished files.</param>
internal sealed record CompiledSite(BoundSite Site, Coverage Coverage, RenderedSite Rendered);

/// <summary>Compiles a site: files in, files out, and everything found on the way. It has no disk, no clock and no console.</summary>
public static class SiteCompiler
{
    /// <summary>Compiles a site. All stages run whatever the earlier ones found, so that one run shows everything.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="options">What else the site depends on.</param>
    /// <param name="progress">Is told each stage as it begins, on the thread of the compile.</param>
    /// <param name="cancellation">Ends the compile with an <see cref="OperationCanceledException"/>.</param>
    public static CompileResult Compile(
        SourceTree tree, CompileOptions options, IProgress<Stage>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(options);
        var compiled = Compile(tree, options, Begin);
        cancellation.ThrowIfCancellationRequested();
        return new CompileResult(compiled.Findings, compiled.Value.Rendered.Files);

        void Begin(Stage stage)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(stage);
        }
    }

    /// <summary>Runs every stage, whatever the earlier ones found.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="options">What else the site depends on.</param>
    /// <param name="begin">Is told the name of each stage as it begins.</param>
    /// <param name="memory">What earlier compiles remembered; it takes what this one makes. The result is the same with any.</param>
    /// <returns>The finished site, and all findings in order of file and place.</returns>
    internal static Diagnosed<CompiledSite> Compile(SourceTree tree, CompileOptions options, Action<Stage> begin, CompilerMemory? memory = null)
    {
        memory ??= new CompilerMemory();
        begin(Stage.Parse);
        memory.Begin(tree);
        var parsed = Parser.Parse(memory.Tree, memory.Parsed);
        begin(Stage.Bind);
        var bound = Binder.Bind(parsed.Value, options.Drafts, options.Today, BlockKinds.All, memory.Bound);
        begin(Stage.Check);
        var check = Checker.Check(bound.Value, options.Today, memory.Prose);
        begin(Stage.Render);
        var address = options.Address ?? new Uri(parsed.Value.Settings.BaseUrl);
        var rendered = Renderer.Render(
            check.Value.Site, address, options.Indexing, options.Making, options.Imaging, options.Pictures ?? NoPictureCache.Instance, memory.Pages, options.Today);
        begin(Stage.Proofread);
        var proofread = Proofreader.Proofread(rendered.Value, memory.Proofs);
        var finished = options.Spacing == Spacing.Minified ? Minifier.Minify(proofread.Value, memory.Small) : proofread.Value;
        return new Diagnosed<CompiledSite>(
            new CompiledSite(check.Value.Site, check.Value.Coverage, finished),
            Weighed(parsed.Value.Settings, [.. options.Reading, .. parsed.Findings, .. bound.Findings, .. check.Findings, .. rendered.Findings, .. proofread.Findings]));
    }

    /// <summary>Gives warnings the weight that site.yaml asks for, and puts all findings in order.</summary>
    private static ImmutableArray<Diagnostic> Weighed(SettingsSyntax settings, ImmutableArray<Diagnostic> findings)
    {
        var levels = settings.Findings.ToDictionary(level => level.Key.Text, level => ((Parsing.Yaml.ScalarSyntax)level.Value).Text, StringComparer.Ordinal);
        return [.. findings
            .Where(finding => finding.Severity == Severity.Error || levels.GetValueOrDefault(finding.Code) != "off")
            .Select(finding => levels.GetValueOrDefault(finding.Code) == "error" ? finding with { Severity = Severity.Error } : finding)
            .Order(Diagnostic.Order)];
    }
}
