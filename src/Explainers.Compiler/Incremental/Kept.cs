namespace Explainers.Incremental;

/// <summary>What the engine keeps of a value.</summary>
internal enum Kept : byte
{
    /// <summary>The value itself.</summary>
    Value,

    /// <summary>Its hash and what it read. The value goes to whoever asked; asking again computes it again.</summary>
    Hash,
}
