using System.Runtime.InteropServices;
using Explainers.Incremental.Packs;

namespace Explainers.Incremental;

/// <summary>Writes nodes as segments: all of them, or those that have changed since they were last written.</summary>
/// <param name="engine">The engine; nobody is running.</param>
/// <param name="build">The build of the program.</param>
/// <param name="batch">0 for all nodes, or the number of the change.</param>
/// <param name="isWritten">Whether a node is written now, or has a record already.</param>
/// <param name="numberOf">The number of a node that is written.</param>
internal sealed class GraphWriter(Engine engine, string build, int batch, Func<Node, bool> isWritten, Func<Node, int> numberOf)
{
    private const int MostRecords = 8192;
    private const int MostBytes = 1 << 20;

    private readonly List<(SegmentHead Head, byte[] Index, byte[] Data)> _batch = [];
    private readonly PackWriter _data = new();
    private readonly PackWriter _part = new();
    private readonly List<(ulong Hash, int Id, int Start)> _index = [];

    /// <summary>How many bytes were written.</summary>
    public long Written { get; private set; }

    /// <summary>How many bytes of records took the place of older ones.</summary>
    public long Replaced { get; private set; }

    /// <summary>The checksum of the last head.</summary>
    public Hash128 Sum { get; private set; }

    /// <summary>Writes nodes.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="nodes">The nodes of each store.</param>
    /// <param name="nextId">A number above that of all nodes.</param>
    /// <param name="before">The checksum of the last head.</param>
    public void Write(Stream stream, IEnumerable<(Store Store, List<Node> Nodes)> nodes, int nextId, Hash128 before)
    {
        Sum = before;
        foreach (var (store, own) in nodes)
        {
            var ordered = own.ConvertAll(node => (KeyHash(node), node));
            ordered.Sort(static (one, other) => one.Item1.CompareTo(other.Item1));
            foreach (var (hash, node) in ordered)
            {
                _index.Add((hash, numberOf(node), _data.Length));
                Record(node).Write(_data);
                if (_index.Count == MostRecords || _data.Length >= MostBytes) End(stream, store, nextId);
            }
            if (_index.Count > 0) End(stream, store, nextId);
        }
        for (var i = 0; i < _batch.Count; i++) Put(stream, _batch[i].Head with { Left = _batch.Count - 1 - i }, _batch[i].Index, _batch[i].Data);
    }

    private ulong KeyHash(Node node)
    {
        _part.Clear();
        node.Store.WriteKey(node, _part);
        return Hash128.Of(_part.Written.Span).Low;
    }

    private SavedRecord Record(Node node)
    {
        var old = engine.RecordOf(node);
        _part.Clear();
        node.Store.WriteKey(node, _part);
        var key = _part.Written.ToArray();
        _part.Clear();
        var value = node.Store.WriteValue(node, _part) ? _part.Written.ToArray() : old?.Value;
        if (batch > 0 && old is not null) Replaced += old.Value.Key.Length + old.Value.Reads.Length + (old.Value.Value?.Length ?? 0);
        return new SavedRecord
        {
            VerifiedAt = Math.Min(node.VerifiedAt, engine.CurrentRevision), ChangedAt = node.ChangedAt, Durability = node.Durability,
            IsPresent = node.Is(NodeState.Present), Hash = node.Store.HashOf(node) ?? old?.Hash, Key = key, Value = value, Reads = Reads(node),
        };
    }

    /// <summary>Numbers that were given together lie close to each other, so differences are short.</summary>
    private ReadOnlyMemory<byte> Reads(Node node)
    {
        _part.Clear();
        var before = 0;
        foreach (var read in node.Reads ?? [])
        {
            var other = engine.Nodes[ReadIds.Id(read)];
            var number = isWritten(other) ? numberOf(other) : 0;
            var step = number - before;
            _part.Number((step << 1) ^ (step >> 31));
            before = number;
        }
        return _part.Written.ToArray();
    }

    private void End(Stream stream, Store store, int nextId)
    {
        var index = new byte[(_index.Count * Segment.IndexEntry) + 4];
        var hashes = MemoryMarshal.Cast<byte, ulong>(index.AsSpan(0, _index.Count * 8));
        var numbers = MemoryMarshal.Cast<byte, int>(index.AsSpan(_index.Count * 8));
        for (var i = 0; i < _index.Count; i++) (hashes[i], numbers[i], numbers[_index.Count + i]) = _index[i];
        numbers[^1] = _data.Length;
        var head = new SegmentHead
        {
            Store = SegmentHead.NameOf(build, store.Name), Batch = batch, Count = _index.Count, Revision = engine.CurrentRevision, NextId = nextId,
            IndexLength = index.Length, DataLength = _data.Length, IndexSum = Hash128.Of(index), DataSum = Hash128.Of(_data.Written.Span),
        };
        if (batch == 0) Put(stream, head, index, _data.Written.Span);
        else _batch.Add((head, index, _data.Written.ToArray()));
        _data.Clear();
        _index.Clear();
    }

    private void Put(Stream stream, SegmentHead head, ReadOnlySpan<byte> index, ReadOnlySpan<byte> data)
    {
        Sum = head.Write(stream, Sum);
        stream.Write(index);
        stream.Write(data);
        Written += SegmentHead.Length + index.Length + data.Length;
    }
}
