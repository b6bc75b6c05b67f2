using Explainers.Binding;
using Explainers.Checking;
using Explainers.Parsing;
using Explainers.Rendering.Memory;
using Explainers.Rendering.Proofreading;
using Explainers.Sources;

namespace Explainers;

/// <summary>
/// What a compiler remembers from one compile for the next, so that it makes again only what has changed: what was parsed of each file, bound and read of each article, and
/// rendered of each page, each with what it depends on. What a compile gives does not depend on it. It serves one compile at a time.
/// </summary>
public sealed class CompilerMemory
{
    private ReadOnlyMemory<byte> _pack;
    private int _loaded;

    /// <summary>The files of the last compile.</summary>
    internal SourceTree Tree { get; private set; } = new([], []);

    /// <summary>What was parsed.</summary>
    internal ParseMemory Parsed { get; } = new();

    /// <summary>What was bound.</summary>
    internal BindMemory Bound { get; } = new();

    /// <summary>What was checked.</summary>
    internal ProseMemory Prose { get; } = new();

    /// <summary>What was rendered.</summary>
    internal PageMemory Pages { get; } = new();

    /// <summary>What was proofread.</summary>
    internal ProofMemory Proofs { get; } = new();

    /// <summary>What was minified.</summary>
    internal MinifyMemory Small { get; } = new();

    /// <summary>Whether there is more to save than was loaded: a page has been rendered, or one is gone.</summary>
    public bool HasNews => Pages.Rendered > 0 || Pages.Count != _loaded || Small.HasNews;

    /// <summary>Takes up what another run of the same version of the program saved. The bytes have to be what they were.</summary>
    public void Load(ReadOnlyMemory<byte> saved) => _pack = saved;

    /// <summary>Saves what another run of the same version of the program can use: the pages.</summary>
    public void Save(Stream stream) => PagePack.Write(stream, Pages, Proofs, Small);

    /// <summary>Begins a compile of some files.</summary>
    internal void Begin(SourceTree tree)
    {
        Tree = tree.After(Tree);
        if (_pack.IsEmpty) return;
        PagePack.Read(_pack, Tree, Pages, Proofs, Small);
        (_pack, _loaded) = (default, Pages.Count);
    }
}
