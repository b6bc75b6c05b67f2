namespace Explainers.Incremental;

/// <summary>What is known of a node.</summary>
[Flags]
internal enum NodeState : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The value is at hand.</summary>
    HasValue = 1,

    /// <summary>It must be computed, whatever it read.</summary>
    Dirty = 2,

    /// <summary>Its value comes from a circle, so it is computed in each revision that changes something.</summary>
    Circular = 4,

    /// <summary>An input that was set.</summary>
    Present = 8,

    /// <summary>What was saved last is as it is now.</summary>
    Written = 16,
}

/// <summary>
/// One key of a query or input, with what it read. Fields are written only by the worker that owns the node, or by an edit.
/// </summary>
internal abstract class Node(Store store)
{
    /// <summary>The query or input.</summary>
    public readonly Store Store = store;

    /// <summary>What it read, in the order of the reads, each once: a reader decides by the first which comes next.</summary>
    public int[]? Reads;

    /// <summary>Its number; numbers depend on threads, so nothing may be ordered by them.</summary>
    public int Id;

    /// <summary>The last revision in which the value is known to be good; 0 for none, and the largest number for inputs.</summary>
    public int VerifiedAt;

    /// <summary>The revision in which the value became what it is.</summary>
    public int ChangedAt;

    /// <summary>The worker that computes or checks it, with <see cref="Worker.Contended"/> where another one waits; or 0.</summary>
    public int Owner;

    /// <summary>The number of its record among what is saved, or 0.</summary>
    public int Saved;

    /// <summary>The lowest durability among the inputs that it depends on.</summary>
    public Durability Durability;

    /// <summary>What else is known.</summary>
    public NodeState State;

    /// <summary>A part of the hash code of the key, which tells most keys apart.</summary>
    public ushort Mark;

    /// <summary>Whether something is known.</summary>
    public bool Is(NodeState state) => (State & state) != 0;
}

/// <summary>A node with its key.</summary>
internal abstract class Node<TKey>(Store store, TKey key) : Node(store)
{
    /// <summary>The key.</summary>
    public readonly TKey Key = key;
}

/// <summary>A node that keeps its value.</summary>
internal sealed class ValueNode<TKey, T>(Store store, TKey key) : Node<TKey>(store, key)
{
    /// <summary>The value, if it is at hand.</summary>
    public T? Value;
}

/// <summary>A node that keeps the hash of its value.</summary>
internal sealed class HashNode<TKey>(Store store, TKey key) : Node<TKey>(store, key)
{
    /// <summary>The hash.</summary>
    public Hash128 Hash;
}
