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
internal sealed class CompilerMemory
{
    private ReadOnlyMemory<byte> _pages;
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

    /// <summary>Whether there is something else to save than was loaded.</summary>
    public bool HasNews(MemoryPart part) => part == MemoryPart.Syntax ? Parsed.HasNews : Pages.Rendered > 0 || Pages.Count != _loaded || Small.HasNews;

    /// <summary>Takes up what another run of the same version of the program saved. The bytes have to be what they were.</summary>
    public void Load(MemoryPart part, ReadOnlyMemory<byte> saved)
    {
        if (part == MemoryPart.Syntax) Parsed.Load(saved);
        else _pages = saved;
    }

    /// <summary>Saves what another run of the same version of the program can use.</summary>
    public void Save(MemoryPart part, Stream stream)
    {
        if (part == MemoryPart.Syntax) Parsed.Save(stream);
        else PagePack.Write(stream, Pages, Proofs, Small);
    }

    /// <summary>Begins a compile of some files.</summary>
    internal void Begin(SourceTree tree)
    {
        Tree = tree.After(Tree);
        if (_pages.IsEmpty) return;
        PagePack.Read(_pages, Tree, Pages, Proofs, Small);
        (_pages, _loaded) = (default, Pages.Count);
    }
}

/// <summary>What a memory saves for another run of the program, each part on its own: they are of different sizes, and change at different times.</summary>
internal enum MemoryPart
{
    /// <summary>The syntax of files.</summary>
    Syntax,

    /// <summary>Pages, with what was read in them and their minified forms.</summary>
    Pages,
}
