using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Blocks;
using Explainers.Checking;
using Explainers.Incremental;
using Explainers.Outputs;
using Explainers.Parsing;
using Explainers.Proofreading;
using Explainers.Saving;
using Explainers.Scopes;
using Explainers.Sources;

namespace Explainers;

/// <summary>
/// A site as inputs and queries. All commands are clients of it; it remembers what it computed, and computes again only what has changed.
/// </summary>
internal sealed class SiteDatabase
{
    private const int SparedRevisions = 8;
    private ImmutableArray<SourceFile> _input = [];
    private ImmutableArray<SourceFile> _theme = [];
    private Dictionary<string, SourceFile>? _files;

    /// <summary>Makes a database without files.</summary>
    public SiteDatabase(Recording recording = Recording.On)
    {
        Engine = new Engine(recording, new SiteCodecs(FileShownAs, text => Engine!.Shared[text]).All());
        Syntax = new SyntaxQueries(Engine);
        Binding = new BindingQueries(Engine, Syntax, BlockKinds.All);
        Checks = new CheckQueries(Engine, Binding);
        Calendar = new CalendarQueries(Engine, Binding);
        Site = new RenderingQueries(Engine, Binding);
        Outputs = new OutputQueries(Engine, Site);
        Proofs = new ProofQueries(Engine, Site, Outputs.Addresses, Outputs.Notes, Outputs.Rendered);
        Reports = new PageReportQueries(Engine, Outputs, Proofs);
    }

    /// <summary>Computes and remembers.</summary>
    public Engine Engine { get; }

    /// <summary>The files as syntax.</summary>
    public SyntaxQueries Syntax { get; }

    /// <summary>Names, and what they name.</summary>
    public BindingQueries Binding { get; }

    /// <summary>Editorial rules.</summary>
    public CheckQueries Checks { get; }

    /// <summary>What the calendar will bring about.</summary>
    public CalendarQueries Calendar { get; }

    /// <summary>What pages are made from.</summary>
    public RenderingQueries Site { get; }

    /// <summary>Finished files.</summary>
    public OutputQueries Outputs { get; }

    /// <summary>Finished pages as browsers read them.</summary>
    public ProofQueries Proofs { get; }

    /// <summary>What was found in finished pages.</summary>
    public PageReportQueries Reports { get; }

    /// <summary>Takes the files and options of now in place of those of before.</summary>
    public void Update(SourceTree tree, CompileOptions options) => Engine.Change(edit =>
    {
        Replace(
            edit,
            Syntax.Files,
            Syntax.Paths,
            _input,
            tree.Input,
            DurabilityOf);
        Replace(edit, Syntax.ThemeFiles, Syntax.ThemePaths, _theme, tree.Theme, _ => Durability.Theme);
        (_input, _theme, _files) = (tree.Input, tree.Theme, null);
        edit.Set(Syntax.IsLarge, default, tree.IsLarge, Durability.Theme);
        edit.Set(Binding.Publication.Today, default, options.Today, Durability.Theme);
        edit.Set(Binding.Publication.Now, default, options.Now, Durability.Theme);
        edit.Set(Binding.Publication.Drafts, default, options.Drafts, Durability.Theme);
        edit.Set(Site.Address, default, options.Address, Durability.Theme);
        edit.Set(Site.Indexing, default, options.Indexing, Durability.Theme);
        edit.Set(Site.Images.Imaging, default, options.Imaging, Durability.Theme);
        edit.Set(Outputs.Spacing, default, options.Spacing, Durability.Theme);
    });

    /// <summary>Forgets what the last compiles did not need. It waits for demands to end.</summary>
    public void Sweep() => Engine.Sweep(SparedRevisions);

    /// <summary>The file that messages show under a path, or null. Only values that an earlier run saved ask.</summary>
    private SourceFile? FileShownAs(string path)
    {
        if (Volatile.Read(ref _files) is not { } files)
        {
            files = _input.Concat(_theme).DistinctBy(file => file.DisplayPath, StringComparer.Ordinal)
                .ToDictionary(file => file.DisplayPath, StringComparer.Ordinal);
            Volatile.Write(ref _files, files);
        }
        return files.GetValueOrDefault(path);
    }

    private static Durability DurabilityOf(string path) => SourceKinds.Of(path) switch
    {
        SourceKind.Settings => Durability.Theme,
        SourceKind.Authors or SourceKind.Sheet or SourceKind.Image or SourceKind.Data or SourceKind.Public => Durability.Facts,
        _ => Durability.Text,
    };

    /// <summary>Sets what is another than it was. Both lists are in ordinal order of path.</summary>
    private static void Replace(
        Edit edit,
        Input<string, SourceFile?> files,
        Input<SiteKey, EquatableArray<string>> paths,
        ImmutableArray<SourceFile> before,
        ImmutableArray<SourceFile> after,
        Func<string, Durability> durability)
    {
        var (at, isSame) = (0, before.Length == after.Length);
        foreach (var file in after)
        {
            for (; at < before.Length && string.CompareOrdinal(before[at].Path, file.Path) < 0; at++) Remove(before[at].Path);
            var isKnown = at < before.Length && before[at].Path == file.Path;
            isSame &= isKnown;
            if (isKnown && ReferenceEquals(before[at++], file)) continue;
            edit.Set(files, file.Path, file, durability(file.Path));
        }
        for (; at < before.Length; at++) Remove(before[at].Path);
        if (!isSame || after.IsEmpty) edit.Set(paths, default, after.Select(file => file.Path).ToEquatable(), Durability.Theme);

        void Remove(string gone) => edit.Remove(files, gone);
    }
}
