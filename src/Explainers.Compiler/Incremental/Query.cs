using System.Runtime.CompilerServices;
using Explainers.Incremental.Packs;

namespace Explainers.Incremental;

/// <summary>
/// A pure function of a key that reads inputs and other queries through its <see cref="Reads"/>, and whose values are remembered.
/// </summary>
internal sealed class Query<TKey, T> : Store<TKey> where TKey : notnull, IEquatable<TKey>
{
    private readonly Func<Reads, TKey, T> _make;
    private readonly QueryOptions<TKey, T> _options;
    private readonly IEqualityComparer<T> _equality;
    private readonly Codec<T>? _codec;
    private readonly bool _keeps;
    private readonly bool _isDirect;

    /// <summary>Makes a query; see <see cref="Engine.Query"/>.</summary>
    internal Query(Engine engine, string name, int index, Func<Reads, TKey, T> make, QueryOptions<TKey, T> options)
        : base(engine, name, index, options.KeyCodec)
    {
        (_make, _options, _keeps) = (make, options, options.Kept == Kept.Value);
        _codec = options.Codec ?? engine.Codecs.Of<T>();
        _isDirect = options.IsDirect && !engine.Records;
        _equality = _keeps ? Same.Of(name, options.Equality) : EqualityComparer<T>.Default;
        if (_keeps) return;
        if (options.Hash is null) throw new ArgumentException($"{name} needs a hash, since its values are not kept.");
        if (options.OnCircle is not null) throw new ArgumentException($"{name} must keep its values, since it has some for circles.");
    }

    /// <summary>What was done for its values.</summary>
    public QueryCounts Counts => Engine.CountsOf(this);

    /// <inheritdoc/>
    public override bool HasCircleValue => _options.OnCircle is not null;

    /// <summary>The value of a key.</summary>
    public T Get(Reads reads, TKey key) => _isDirect ? _make(reads, key) : Get(reads.Frame(), FindOrAdd(key), wanted: true);

    /// <summary>Makes the value of a key good, and records the read.</summary>
    public void Refresh(Reads reads, TKey key)
    {
        if (_isDirect) _make(reads, key);
        else Get(reads.Frame(), FindOrAdd(key), wanted: false);
    }

    private T Get(Frame frame, Node<TKey> node, bool wanted)
    {
        var worker = frame.Worker;
        worker.Check(this);
        var place = frame.Records ? frame.Record(node.Id) : -1;
        if (Volatile.Read(ref node.VerifiedAt) == worker.Revision && node.Is(NodeState.HasValue))
        {
            worker.Counts[Index * 3 + 2]++;
            frame.Lower(node.Durability, place);
            return Unsafe.As<ValueNode<TKey, T>>(node).Value!;
        }
        // If there is no value, the query may go on without it, or its circle has one. Then it depends on what changes most often.
        var durability = frame.Durability;
        frame.Durability = Durability.Text;
        var value = Evaluate(worker, node, wanted);
        frame.Durability = durability;
        frame.Lower(node.Durability, place);
        return value;
    }

    /// <summary>Forgets the value of a key, and all else that is known of it if nothing has recorded that it read it.</summary>
    internal void Release(TKey key)
    {
        if (!Engine.Records) TakeOut(key);
        else if (Find(key) is ValueNode<TKey, T> node) (node.State, node.Value) = (node.State & ~NodeState.HasValue, default);
    }

    /// <inheritdoc/>
    public override void Refresh(Worker worker, Node node) => Evaluate(worker, (Node<TKey>)node, wanted: false);

    /// <inheritdoc/>
    public override object? CircleValue(Node node, IReadOnlyList<CircleMember> members) =>
        _options.OnCircle!(((Node<TKey>)node).Key, members);

    /// <inheritdoc/>
    public override Hash128? HashOf(Node node) => node is HashNode<TKey> hashed ? hashed.Hash
        : node.Is(NodeState.HasValue) ? HashOf(ValueOf((Node<TKey>)node)) : null;

    /// <inheritdoc/>
    public override bool WriteValue(Node node, PackWriter writer)
    {
        if (_codec is not { } codec || !node.Is(NodeState.HasValue)) return false;
        var value = ValueOf((Node<TKey>)node);
        if (!codec.Takes(value)) return false;
        codec.Write(writer, value);
        return true;
    }

    /// <inheritdoc/>
    protected override Node<TKey> Create(TKey key)
    {
        Node<TKey> node = _keeps ? new ValueNode<TKey, T>(this, key) : new HashNode<TKey>(this, key);
        if (Engine.Recall(node) is not { } record) return node;
        if (node is HashNode<TKey> hashed) hashed.Hash = record.Hash ?? default;
        (node.VerifiedAt, node.ChangedAt) = (Engine.VerifiedAt(node, record), record.ChangedAt);
        (node.Durability, node.State) = (record.Durability, NodeState.Written);
        return node;
    }

    /// <summary>Makes a node good in this revision, on this thread or by waiting for another one.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="node">The node.</param>
    /// <param name="wanted">Whether the value is wanted, too.</param>
    private T Evaluate(Worker worker, Node<TKey> node, bool wanted)
    {
        while (true)
        {
            if (worker.Interrupted) worker.ThrowInterrupted();
            if (IsDone(worker, node, wanted) || IsUntouched(worker, node, wanted)) return ValueOf(node);
            if (worker.Claim(node)) return worker.IsStackShort ? RunOnFreshStack(worker, node, wanted) : Run(worker, node, wanted);
            if (!worker.HasHanded) continue;
            var handed = worker.Handed;
            (worker.HasHanded, worker.Handed) = (false, null);
            if (wanted) return (T)handed!;
        }
    }

    private T RunOnFreshStack(Worker worker, Node<TKey> node, bool wanted) => worker.OnFreshStack(() => Run(worker, node, wanted));

    private T Run(Worker worker, Node<TKey> node, bool wanted)
    {
        var frame = worker.Push(node);
        var (done, made, value) = (false, false, default(T));
        try
        {
            if (node.VerifiedAt != worker.Revision && worker.Validate(frame, node))
            {
                worker.Counts[Index * 3 + 1]++;
                Volatile.Write(ref node.VerifiedAt, worker.Revision);
            }
            if (node.VerifiedAt == worker.Revision && (!wanted || node.Is(NodeState.HasValue) || Restore(node))) value = ValueOf(node);
            else if (node.VerifiedAt == worker.Revision && worker.HasJustMade(node, out var known)) (value, made) = ((T)known!, true);
            else (value, made) = (Compute(worker, frame, node), true);
            done = true;
            return value;
        }
        finally
        {
            if (!done && !worker.Interrupted) Forget(node);
            worker.Pop(frame);
            var hands = made && !node.Is(NodeState.HasValue);
            if ((Interlocked.Exchange(ref node.Owner, 0) & Worker.Contended) != 0) Engine.Waits.Wake(node, hands, hands ? value : null);
        }
    }

    private T Compute(Worker worker, Frame frame, Node<TKey> node)
    {
        frame.Start(Engine.Records);
        T value;
        var isKept = _keeps;
        try
        {
            value = _make(new Reads(frame), node.Key);
            if (_options.IsFleeting is { } isFleeting) isKept = !isFleeting(new Reads(frame));
            if (worker.Interrupted) worker.ThrowInterrupted();
        }
        catch (Exception) when (worker.Unwinding is not null && frame.InCircle)
        {
            value = (T)frame.CircleValue!;
        }
        finally
        {
            frame.End();
        }
        value = Settle(worker, frame, node, value, isKept);
        // To throw within the catch would keep the stack of all members below this one.
        if (frame.InCircle) worker.Unwind(frame);
        return value;
    }

    /// <summary>
    /// Takes a value that was computed. An equal value does not count as changed, and the old object stays. If the value depends on less
    /// durable inputs than before it does count: its readers rely on its durability.
    /// </summary>
    private T Settle(Worker worker, Frame frame, Node<TKey> node, T value, bool isKept)
    {
        worker.Counts[Index * 3]++;
        // A value that is good and was only not at hand is what it was: the query is pure, and nothing that it reads has changed.
        var known = node.VerifiedAt == worker.Revision;
        var same = (Store(node, ref value) || known) && node.VerifiedAt != 0 && frame.Durability >= node.Durability;
        if (!same) node.ChangedAt = worker.Revision;
        var written = same && node.VerifiedAt == worker.Revision ? node.State & NodeState.Written : 0;
        if (frame.Records) node.Reads = frame.Read(node.Reads);
        node.Durability = frame.Durability;
        node.State = (isKept ? NodeState.HasValue : 0) | (frame.InCircle ? NodeState.Circular : 0) | written;
        if (_keeps && !isKept) Unsafe.As<ValueNode<TKey, T>>(node).Value = default;
        Volatile.Write(ref node.VerifiedAt, worker.Revision);
        if (!isKept) worker.Made(node, value);
        return value;
    }

    /// <summary>Keeps a value or its hash, and says whether it is the same as before; if so, the value becomes the old object.</summary>
    private bool Store(Node<TKey> node, ref T value)
    {
        if (node is HashNode<TKey> hashed)
        {
            var hash = _options.Hash!(value);
            var same = hash == hashed.Hash;
            hashed.Hash = hash;
            return same;
        }
        var kept = (ValueNode<TKey, T>)node;
        if (node.Is(NodeState.HasValue) && _equality.Equals(kept.Value, value))
        {
            value = kept.Value!;
            return true;
        }
        kept.Value = value;
        if (node.Is(NodeState.HasValue) || node.VerifiedAt == 0) return false;
        return Engine.RecordOf(node)?.Hash is { } saved && saved == HashOf(value);
    }

    /// <summary>Reads a value that an earlier run saved.</summary>
    private bool Restore(Node<TKey> node)
    {
        if (!_keeps || _codec is not { } codec || Engine.RecordOf(node)?.Value is not { } saved) return false;
        ((ValueNode<TKey, T>)node).Value = codec.Read(new PackReader(saved));
        node.State |= NodeState.HasValue;
        return true;
    }

    /// <summary>
    /// Nothing is remembered of a node that failed. Who goes on without its value has seen the failure, so the next value counts as
    /// changed even if it is the same as the last.
    /// </summary>
    private void Forget(Node<TKey> node)
    {
        if (_keeps) Unsafe.As<ValueNode<TKey, T>>(node).Value = default;
        (node.VerifiedAt, node.Reads, node.State) = (0, null, NodeState.None);
    }

    private Hash128? HashOf(T value) => _options.Hash?.Invoke(value) ?? _codec?.Hash(value);

    private static bool IsDone(Worker worker, Node<TKey> node, bool wanted) =>
        Volatile.Read(ref node.VerifiedAt) == worker.Revision && (!wanted || node.Is(NodeState.HasValue));

    /// <summary>
    /// Whether a node is good since only more durable inputs than it depends on have changed. Any number of threads may find this at once.
    /// </summary>
    private bool IsUntouched(Worker worker, Node<TKey> node, bool wanted)
    {
        if (!Engine.IsUntouched(node) || node.Is(NodeState.Dirty) || (wanted && !node.Is(NodeState.HasValue))) return false;
        worker.Counts[Index * 3 + 1]++;
        Volatile.Write(ref node.VerifiedAt, worker.Revision);
        return true;
    }

    private T ValueOf(Node<TKey> node) => _keeps ? Unsafe.As<ValueNode<TKey, T>>(node).Value! : default!;
}
