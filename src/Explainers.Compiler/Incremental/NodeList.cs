namespace Explainers.Incremental;

/// <summary>All nodes by number. Numbers take half the room of references, and the garbage collector need not follow them.</summary>
internal sealed class NodeList
{
    private const int Bits = 12;
    private readonly Lock _lock = new();
    private readonly Stack<int> _free = [];
    private Node?[][] _blocks = [new Node?[1 << Bits]];
    private int _last;

    /// <summary>How many nodes there are.</summary>
    public int Count { get; private set; }

    /// <summary>The highest number so far.</summary>
    public int Last => Volatile.Read(ref _last);

    /// <summary>A node.</summary>
    public Node this[int id] => _blocks[id >> Bits][id & ((1 << Bits) - 1)]!;

    /// <summary>A node, or null where there is none any more.</summary>
    public Node? Find(int id) => _blocks[id >> Bits][id & ((1 << Bits) - 1)];

    /// <summary>Gives a node its number.</summary>
    public void Add(Node node)
    {
        lock (_lock)
        {
            if (!_free.TryPop(out var id)) id = ++_last;
            if (id > ReadIds.MostNodes) throw new InvalidOperationException($"There are more than {ReadIds.MostNodes} values.");
            if (id >> Bits == _blocks.Length)
            {
                var blocks = new Node?[_blocks.Length * 2][];
                _blocks.CopyTo(blocks, 0);
                Volatile.Write(ref _blocks, blocks);
            }
            var block = _blocks[id >> Bits] ??= new Node?[1 << Bits];
            node.Id = id;
            Volatile.Write(ref block[id & ((1 << Bits) - 1)], node);
            Count++;
        }
    }

    /// <summary>Forgets a node; nobody may be running.</summary>
    public void Remove(Node node)
    {
        _blocks[node.Id >> Bits][node.Id & ((1 << Bits) - 1)] = null;
        _free.Push(node.Id);
        Count--;
    }
}
