using System.Runtime.CompilerServices;

namespace Explainers.Incremental;

/// <summary>
/// Values that are set from outside. One that is not set has the type's default, and that it is not set is recorded like any value.
/// </summary>
internal sealed class Input<TKey, T> : Store<TKey> where TKey : notnull, IEquatable<TKey>
{
    private readonly IEqualityComparer<T> _equality;
    private readonly Durability _absent;
    private readonly Func<T, Hash128>? _hash;

    /// <summary>Makes an input; see <see cref="Engine.Input"/>.</summary>
    internal Input(Engine engine, string name, int index, IEqualityComparer<T>? equality, Func<T, Hash128>? hash, Durability absent,
        Codec<TKey>? keyCodec)
        : base(engine, name, index, keyCodec)
    {
        (_equality, _absent) = (Same.Of(name, equality), absent);
        _hash = hash ?? (engine.Codecs.Of<T>() is { } codec ? value => codec.Hash(value)!.Value : null);
    }

    /// <summary>The value of a key, or the default where it is not set.</summary>
    public T? Get(Reads reads, TKey key) => Read(reads, key).Value;

    /// <summary>The value of a key, and whether it is set.</summary>
    public bool TryGet(Reads reads, TKey key, out T? value)
    {
        var node = Read(reads, key);
        value = node.Value;
        return node.Is(NodeState.Present);
    }

    /// <inheritdoc/>
    public override bool IsInput => true;

    /// <inheritdoc/>
    public override void Refresh(Worker worker, Node node)
    {
    }

    /// <summary>Sets a value; see <see cref="Edit.Set"/>.</summary>
    internal void Set(TKey key, T value, Durability durability)
    {
        var known = Find(key) is not null;
        var node = (ValueNode<TKey, T>)FindOrAdd(key);
        var same = node.Is(NodeState.Present) && _equality.Equals(node.Value, value);
        if (known && (!same || durability < node.Durability)) Engine.Touch(node, durability);
        if (!same) node.Value = value;
        if (!same || durability != node.Durability) node.State &= ~NodeState.Written;
        node.Durability = durability;
        node.State |= NodeState.Present;
        if (!known) Compare(node);
    }

    /// <summary>Removes a value; see <see cref="Edit.Remove"/>.</summary>
    internal void Remove(TKey key)
    {
        if (Find(key) is not ValueNode<TKey, T> node || !node.Is(NodeState.Present)) return;
        Engine.Touch(node, _absent);
        (node.Value, node.Durability) = (default, _absent);
        node.State &= ~(NodeState.Present | NodeState.Written);
    }

    /// <inheritdoc/>
    public override bool IsSaved => _hash is not null && base.IsSaved;

    /// <inheritdoc/>
    public override Hash128? HashOf(Node node) => node.Is(NodeState.Present) ? _hash?.Invoke(((ValueNode<TKey, T>)node).Value!) : null;

    /// <inheritdoc/>
    protected override Node<TKey> Create(TKey key)
    {
        var node = new ValueNode<TKey, T>(this, key) { VerifiedAt = int.MaxValue, Durability = _absent };
        node.ChangedAt = Engine.CurrentRevision;
        if (Engine.Recall(node) is { IsPresent: false } record) (node.ChangedAt, node.State) = (record.ChangedAt, NodeState.Written);
        return node;
    }

    /// <summary>An input that is set for the first time is unchanged if it was saved with the same value.</summary>
    private void Compare(ValueNode<TKey, T> node)
    {
        node.ChangedAt = Engine.CurrentRevision;
        if (Engine.SavedRecord(node) is not { IsPresent: true } record) return;
        if (record.Durability > node.Durability || record.Hash != HashOf(node)) return;
        node.ChangedAt = record.ChangedAt;
        if (record.Durability == node.Durability) node.State |= NodeState.Written;
    }

    private ValueNode<TKey, T> Read(Reads reads, TKey key)
    {
        var frame = reads.Frame();
        frame.Worker.Check(this);
        var node = Unsafe.As<ValueNode<TKey, T>>(FindOrAdd(key));
        if (frame.Records) frame.Lower(node.Durability, frame.Record(node.Id));
        return node;
    }
}
