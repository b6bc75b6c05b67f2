using System.Runtime.InteropServices;
using Explainers.Incremental.Packs;

namespace Explainers.Incremental;

/// <summary>Writes nodes as segments: all of them, or those that have changed since they were last written.</summary>
/// <param name="engine">The engine; nobody is running.</param>
/// <param name="build">The build of the program.</param>
/// <param name="batch">0 for all nodes, or the number of the change.</param>
/// <param name="numbers">For each node the number of its record, or 0 if it is not written now and has none.</param>
internal sealed class GraphWriter(Engine engine, string build, int batch, int[] numbers)
{
    private const int MostRecords = 8192;
    private const int MostBytes = 1 << 20;

    private readonly List<(SegmentHead Head, byte[] Index, byte[] Data)> _batch = [];
    private readonly PackWriter _data = new();
    private readonly PackWriter _part = new();
    private readonly PackWriter _value = new();
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
            var hashes = own.Select(KeyHash).ToArray();
            var ordered = own.ToArray();
            Array.Sort(hashes, ordered);
            for (var i = 0; i < ordered.Length; i++)
            {
                _index.Add((hashes[i], numbers[ordered[i].Id], _data.Length));
                Write(ordered[i]);
                if (_index.Count == MostRecords || _data.Length >= MostBytes) End(stream, store, nextId);
            }
            if (_index.Count > 0) End(stream, store, nextId);
        }
        for (var i = 0; i < _batch.Count; i++)
            Put(stream, _batch[i].Head with { Left = _batch.Count - 1 - i }, _batch[i].Index, _batch[i].Data);
    }

    private ulong KeyHash(Node node)
    {
        _part.Clear();
        node.Store.WriteKey(node, _part);
        return Hash128.Of(_part.Written.Span).Low;
    }

    private void Write(Node node)
    {
        var old = node.Saved == 0 ? null : engine.RecordOf(node);
        if (batch > 0 && old is { } replaced) Replaced += replaced.Key.Length + replaced.Reads.Length + (replaced.Value?.Length ?? 0);
        _value.Clear();
        var value = node.Store.WriteValue(node, _value) ? _value.Written : old?.Value;
        var (verifiedAt, hash) = (Math.Min(node.VerifiedAt, engine.CurrentRevision), node.Store.HashOf(node) ?? old?.Hash);
        SavedRecord.Write(_data, node, verifiedAt, hash, value is not null);
        _part.Clear();
        node.Store.WriteKey(node, _part);
        WritePart(_part.Written);
        _part.Clear();
        WriteReads(node);
        WritePart(_part.Written);
        WritePart(value.GetValueOrDefault());
    }

    private void WritePart(ReadOnlyMemory<byte> bytes)
    {
        _data.Number(bytes.Length);
        _data.Bytes(bytes.Span);
    }

    /// <summary>Numbers that were given together lie close to each other, so differences are short.</summary>
    private void WriteReads(Node node)
    {
        var before = 0;
        foreach (var read in node.Reads ?? [])
        {
            var number = numbers[ReadIds.Id(read)];
            _part.Near(before, number);
            before = number;
        }
    }

    private void End(Stream stream, Store store, int nextId)
    {
        var index = new byte[(_index.Count * Segment.IndexEntry) + 4];
        var hashes = MemoryMarshal.Cast<byte, ulong>(index.AsSpan(0, _index.Count * 8));
        var places = MemoryMarshal.Cast<byte, int>(index.AsSpan(_index.Count * 8));
        for (var i = 0; i < _index.Count; i++) (hashes[i], places[i], places[_index.Count + i]) = _index[i];
        places[^1] = _data.Length;
        var head = new SegmentHead
        {
            Store = SegmentHead.NameOf(build, store.Name),
            Batch = batch,
            Count = _index.Count,
            Revision = engine.CurrentRevision,
            NextId = nextId,
            IndexLength = index.Length,
            DataLength = _data.Length,
            IndexSum = Hash128.Of(index),
            DataSum = Hash128.Of(_data.Written.Span),
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
