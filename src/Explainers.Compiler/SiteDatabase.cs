using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Blocks;
using Explainers.Checking;
using Explainers.Incremental;
using Explainers.Outputs;
using Explainers.Parsing;
using Explainers.Proofreading;
using Explainers.Scopes;
using Explainers.Sources;

namespace Explainers;

/// <summary>
/// A site as inputs and queries. All commands are clients of it; it remembers what it computed, and computes again only what has changed.
/// </summary>
internal sealed class SiteDatabase
{
    private ImmutableArray<SourceFile> _input = [];
    private ImmutableArray<SourceFile> _theme = [];

    /// <summary>Makes a database without files.</summary>
    public SiteDatabase(Recording recording = Recording.On)
    {
        Engine = new Engine(recording);
        Syntax = new SyntaxQueries(Engine);
        Binding = new BindingQueries(Engine, Syntax, BlockKinds.All);
        Checks = new CheckQueries(Engine, Binding);
        Site = new RenderingQueries(Engine, Binding);
        Outputs = new OutputQueries(Engine, Site);
        Proofs = new ProofQueries(Engine, Site, Outputs.Addresses, Outputs.Notes, Outputs.Rendered);
    }

    /// <summary>Computes and remembers.</summary>
    public Engine Engine { get; }

    /// <summary>The files as syntax.</summary>
    public SyntaxQueries Syntax { get; }

    /// <summary>Names, and what they name.</summary>
    public BindingQueries Binding { get; }

    /// <summary>Editorial rules.</summary>
    public CheckQueries Checks { get; }

    /// <summary>What pages are made from.</summary>
    public RenderingQueries Site { get; }

    /// <summary>Finished files.</summary>
    public OutputQueries Outputs { get; }

    /// <summary>Finished pages as browsers read them.</summary>
    public ProofQueries Proofs { get; }

    /// <summary>Takes the files and options of now in place of those of before.</summary>
    public void Update(SourceTree tree, CompileOptions options) => Engine.Change(edit =>
    {
        Replace(
            edit,
            Syntax.Files,
            Syntax.Paths,
            _input,
            tree.Input,
            path => SourceKinds.Of(path) == SourceKind.Sheet ? Durability.Facts : Durability.Text);
        Replace(edit, Syntax.ThemeFiles, Syntax.ThemePaths, _theme, tree.Theme, _ => Durability.Theme);
        (_input, _theme) = (tree.Input, tree.Theme);
        edit.Set(Syntax.IsLarge, default, tree.IsLarge, Durability.Theme);
        edit.Set(Binding.Publication.Today, default, options.Today, Durability.Theme);
        edit.Set(Binding.Publication.Drafts, default, options.Drafts, Durability.Theme);
        edit.Set(Site.Address, default, options.Address, Durability.Theme);
        edit.Set(Site.Indexing, default, options.Indexing, Durability.Theme);
        edit.Set(Site.Images.Imaging, default, options.Imaging, Durability.Theme);
        edit.Set(Outputs.Spacing, default, options.Spacing, Durability.Theme);
    });

    private static void Replace(
        Edit edit,
        Input<string, SourceFile?> files,
        Input<SiteKey, EquatableArray<string>> paths,
        ImmutableArray<SourceFile> before,
        ImmutableArray<SourceFile> after,
        Func<string, Durability> durability)
    {
        var known = before.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var file in after)
        {
            if (known.Remove(file.Path, out var earlier) && ReferenceEquals(earlier, file)) continue;
            edit.Set(files, file.Path, file, durability(file.Path));
        }
        foreach (var gone in known.Keys) edit.Remove(files, gone);
        edit.Set(paths, default, after.Select(file => file.Path).ToEquatable(), Durability.Theme);
    }
}
