using System.Runtime.CompilerServices;

namespace Explainers.Incremental;

/// <summary>
/// Values that are set from outside. One that is not set has the type's default, and that it is not set is recorded like any value.
/// </summary>
internal sealed class Input<TKey, T> : Store<TKey> where TKey : notnull, IEquatable<TKey>
{
    private readonly IEqualityComparer<T> _equality;
    private readonly Durability _absent;

    /// <summary>Makes an input; see <see cref="Engine.Input"/>.</summary>
    internal Input(Engine engine, string name, int index, IEqualityComparer<T>? equality, Durability absent) : base(engine, name, index) =>
        (_equality, _absent) = (Same.Of(name, equality), absent);

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
        node.Durability = durability;
        node.State |= NodeState.Present;
    }

    /// <summary>Removes a value; see <see cref="Edit.Remove"/>.</summary>
    internal void Remove(TKey key)
    {
        if (Find(key) is not ValueNode<TKey, T> node || !node.Is(NodeState.Present)) return;
        Engine.Touch(node, _absent);
        (node.Value, node.Durability) = (default, _absent);
        node.State &= ~NodeState.Present;
    }

    /// <inheritdoc/>
    protected override Node<TKey> Create(TKey key) =>
        new ValueNode<TKey, T>(this, key) { VerifiedAt = int.MaxValue, ChangedAt = Engine.CurrentRevision, Durability = _absent };

    private ValueNode<TKey, T> Read(Reads reads, TKey key)
    {
        var frame = reads.Frame();
        if (frame.Worker.Interrupted) frame.Worker.ThrowInterrupted();
        var node = Unsafe.As<ValueNode<TKey, T>>(FindOrAdd(key));
        if (frame.Records) frame.Lower(node.Durability, frame.Record(node.Id));
        return node;
    }
}
