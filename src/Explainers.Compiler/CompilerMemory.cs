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
    /// <summary>The files of the last compile.</summary>
    internal SourceTree Tree { get; set; } = new([], []);

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
}
