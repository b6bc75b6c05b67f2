using System.Numerics;
using Explainers.Incremental.Packs;

namespace Explainers.Incremental;

/// <summary>A query or an input, apart from the types of its keys and values.</summary>
internal abstract class Store(Engine engine, string name, int index)
{
    /// <summary>The engine that it belongs to.</summary>
    public Engine Engine => engine;

    /// <summary>The name, which tells it from all others of its engine.</summary>
    public string Name => name;

    /// <summary>Its place among all stores of the engine.</summary>
    public int Index => index;

    /// <summary>Whether values are set from outside, and not computed.</summary>
    public virtual bool IsInput => false;

    /// <summary>Whether it says what the members of a circle are.</summary>
    public virtual bool HasCircleValue => false;

    /// <summary>Makes sure that a node is good in this revision, and that its <see cref="Node.ChangedAt"/> is right.</summary>
    public abstract void Refresh(Worker worker, Node node);

    /// <summary>A node as a member of a circle.</summary>
    public abstract CircleMember Member(Node node);

    /// <summary>The value of a node that is a member of a circle.</summary>
    public virtual object? CircleValue(Node node, IReadOnlyList<CircleMember> members) => null;

    /// <summary>Keeps only some nodes; nobody may be running.</summary>
    public abstract void Keep(Func<Node, bool> keeps);

    /// <summary>Whether nodes are saved for the next run.</summary>
    public abstract bool IsSaved { get; }

    /// <summary>Writes the key of a node.</summary>
    public abstract void WriteKey(Node node, PackWriter writer);

    /// <summary>The node of a key that was written.</summary>
    public abstract Node Recall(PackReader key);

    /// <summary>The hash of a node's value, if that is at hand and has one.</summary>
    public abstract Hash128? HashOf(Node node);

    /// <summary>Writes the value of a node; false if it is not at hand or cannot be written.</summary>
    public virtual bool WriteValue(Node node, PackWriter writer) => false;
}

/// <summary>
/// The nodes of a query or an input, in a table with open addressing. Look-ups take no lock. The table holds nothing but nodes, which have
/// the keys, so that it takes two words a node.
/// </summary>
internal abstract class Store<TKey>(Engine engine, string name, int index, Codec<TKey>? keys) : Store(engine, name, index)
    where TKey : notnull, IEquatable<TKey>
{
    private const int Smallest = 16;
    private readonly Codec<TKey>? _keys = keys ?? engine.Codecs.Of<TKey>();
    private readonly Lock _lock = new();
    private Node<TKey>?[] _slots = new Node<TKey>?[Smallest];
    private int _count;

    /// <summary>All nodes, in an order that depends on threads.</summary>
    public IEnumerable<Node<TKey>> Nodes => Volatile.Read(ref _slots).OfType<Node<TKey>>();

    /// <summary>The node of a key, or null.</summary>
    public Node<TKey>? Find(TKey key)
    {
        var (slots, hash) = (Volatile.Read(ref _slots), key.GetHashCode());
        for (var i = Start(hash, slots.Length); ; i = (i + 1) & (slots.Length - 1))
        {
            var node = slots[i];
            if (node is null || (node.Mark == (ushort)hash && node.Key.Equals(key))) return node;
        }
    }

    /// <summary>The node of a key, which is added if there is none.</summary>
    public Node<TKey> FindOrAdd(TKey key) => Find(key) ?? Add(key);

    /// <inheritdoc/>
    public override bool IsSaved => _keys is not null;

    /// <inheritdoc/>
    public override void WriteKey(Node node, PackWriter writer) => _keys!.Write(writer, ((Node<TKey>)node).Key);

    /// <inheritdoc/>
    public override Node Recall(PackReader key) => FindOrAdd(_keys!.Read(key));

    /// <inheritdoc/>
    public override CircleMember Member(Node node) => new(Name, ((Node<TKey>)node).Key);

    /// <inheritdoc/>
    public override void Keep(Func<Node, bool> keeps)
    {
        var kept = Nodes.Where(node => keeps(node)).ToList();
        if (kept.Count == _count) return;
        _count = kept.Count;
        var slots = new Node<TKey>?[(int)Math.Max(Smallest, BitOperations.RoundUpToPowerOf2((uint)kept.Count * 3 / 2 + 1))];
        foreach (var node in kept) Put(slots, node);
        _slots = slots;
    }

    /// <summary>Makes the node of a key, which may have been saved by an earlier run.</summary>
    protected abstract Node<TKey> Create(TKey key);

    private Node<TKey> Add(TKey key)
    {
        lock (_lock)
        {
            if (Find(key) is { } known) return known;
            if (_count >= _slots.Length / 3 * 2) Grow();
            var node = Create(key);
            node.Mark = (ushort)key.GetHashCode();
            Engine.Number(node);
            Put(_slots, node);
            _count++;
            return node;
        }
    }

    private void Grow()
    {
        var slots = new Node<TKey>?[_slots.Length * 2];
        foreach (var node in _slots)
            if (node is not null) Put(slots, node);
        Volatile.Write(ref _slots, slots);
    }

    /// <summary>Takes a node out; nobody may be looking one up. Nodes behind it move up, since a look-up ends at an empty slot.</summary>
    protected void TakeOut(TKey key)
    {
        var (slots, last) = (_slots, _slots.Length - 1);
        var hole = Start(key.GetHashCode(), slots.Length);
        while (slots[hole] is { } node && !node.Key.Equals(key)) hole = (hole + 1) & last;
        if (slots[hole] is null) return;
        for (var i = (hole + 1) & last; slots[i] is { } node; i = (i + 1) & last)
        {
            var wanted = Start(node.Key.GetHashCode(), slots.Length);
            if (((i - wanted) & last) < ((i - hole) & last)) continue;
            (slots[hole], hole) = (node, i);
        }
        slots[hole] = null;
        _count--;
    }

    private static void Put(Node<TKey>?[] slots, Node<TKey> node)
    {
        var i = Start(node.Key.GetHashCode(), slots.Length);
        while (slots[i] is not null) i = (i + 1) & (slots.Length - 1);
        Volatile.Write(ref slots[i], node);
    }

    /// <summary>Spreads keys whose hash codes lie close together or are multiples of one number.</summary>
    private static int Start(int hash, int length) => (int)((uint)hash * 2654435769u >> (32 - BitOperations.Log2((uint)length)));
}
