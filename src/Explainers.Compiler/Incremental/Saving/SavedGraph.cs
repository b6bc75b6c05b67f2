namespace Explainers.Incremental;

/// <summary>
/// The graph of an earlier run. Heads and indexes are read at once, records when they are asked for. Segments that are damaged or of
/// another build are left out: what they had is unknown, so what depended on it is computed again. A later change of the graph counts only
/// if it is whole and all before it is: a record without the changes that others have seen would pass for unchanged.
/// </summary>
internal sealed class SavedGraph
{
    private readonly SavedBytes _bytes;
    private readonly long _end;
    private readonly Dictionary<Hash128, Store> _stores;
    private readonly List<Segment> _segments = [];
    private readonly Dictionary<Store, List<Segment>> _of = [];
    private readonly Dictionary<(Store, Hash128), int> _added = [];
    private bool _isWhole = true;
    private long[] _places = [];
    private int[] _nodes = [];
    private int[] _good = [];
    private int _goodAt;

    private SavedGraph(long length, SavedBytes bytes, string build, IEnumerable<Store> stores)
    {
        (_bytes, _end, Build) = (bytes, length, build);
        _stores = stores.Where(store => store.IsSaved).ToDictionary(store => SegmentHead.NameOf(build, store.Name));
    }

    /// <summary>The build that wrote it.</summary>
    public string Build { get; }

    /// <summary>The last revision that it knows.</summary>
    public int Revision { get; private set; }

    /// <summary>A number above that of all records.</summary>
    public int NextId { get; private set; } = 1;

    /// <summary>Whether all of it could be read.</summary>
    public bool IsIntact => _isWhole && _end == Length && _segments.TrueForAll(segment => segment.Store is not null && !segment.IsDamaged);

    /// <summary>How many bytes belong to records that were replaced by later ones.</summary>
    public long Garbage { get; private set; }

    /// <summary>How many bytes it has.</summary>
    public long Length { get; private set; }

    /// <summary>The number of the last change.</summary>
    public int Batch { get; private set; }

    /// <summary>The checksum of the last head.</summary>
    public Hash128 Sum { get; private set; }

    /// <summary>Takes up a graph.</summary>
    public static SavedGraph Read(long length, SavedBytes bytes, string build, IEnumerable<Store> stores)
    {
        var graph = new SavedGraph(length, bytes, build, stores);
        while (graph.ReadBatch())
        {
        }
        (graph._nodes, graph._good) = (new int[graph.NextId], new int[graph.NextId]);
        return graph;
    }

    /// <summary>The record of a number, and its store; null if it is unknown.</summary>
    public (Store Store, SavedRecord Record)? Find(int id)
    {
        if (id <= 0 || id >= _places.Length || _places[id] == 0) return null;
        var segment = _segments[(int)(_places[id] >> 32) - 1];
        return segment.Store is { } store && segment.Record((int)_places[id]) is { } record ? (store, record) : null;
    }

    /// <summary>The number and the record of a key; null if there is none.</summary>
    public (int Id, SavedRecord Record)? Find(Store store, ReadOnlyMemory<byte> key)
    {
        var hash = Hash128.Of(key.Span);
        if (_added.Count > 0 && _added.TryGetValue((store, hash), out var added)) return Numbered(added);
        if (!_of.TryGetValue(store, out var segments)) return null;
        for (var i = FirstOf(segments, hash.Low); i < segments.Count && segments[i].KeyHash(0) <= hash.Low; i++)
        {
            var segment = segments[i];
            for (var place = segment.FirstOf(hash.Low); place < segment.Count && segment.KeyHash(place) == hash.Low; place++)
            {
                if (segment.Record(place) is { } record && record.Key.Span.SequenceEqual(key.Span)) return Numbered(segment.Id(place));
            }
        }
        return null;
    }

    private (int Id, SavedRecord Record)? Numbered(int id) => Find(id) is { } found ? (id, found.Record) : null;

    /// <summary>The node that was made of a record, or 0.</summary>
    public int NodeOf(int id) => (uint)id < (uint)_nodes.Length ? Volatile.Read(ref _nodes[id]) : 0;

    /// <summary>Whether a revision is the first that makes demands; what is good in it is known by record.</summary>
    public bool IsTakenUpIn(int revision)
    {
        Interlocked.CompareExchange(ref _goodAt, revision, 0);
        return _goodAt == revision;
    }

    /// <summary>When the value of a record was changed last, if it is known to be good in the first revision; or 0.</summary>
    public int GoodSince(int id) => (uint)id < (uint)_good.Length ? Volatile.Read(ref _good[id]) : 0;

    /// <summary>Takes down that a record is good in the first revision, and returns when its value was changed last.</summary>
    public int SetGood(int id, int changedAt)
    {
        Volatile.Write(ref _good[id], changedAt);
        return changedAt;
    }

    /// <summary>The last revision in which a record is known to be good.</summary>
    public int VerifiedAt(int id, SavedRecord record) => GoodSince(id) == 0 ? record.VerifiedAt : _goodAt;

    /// <summary>Records which node was made of a record.</summary>
    public void SetNode(int id, int node)
    {
        if (id < _nodes.Length) Volatile.Write(ref _nodes[id], node);
    }

    /// <summary>The first segment that may have the hash of a key.</summary>
    private static int FirstOf(List<Segment> segments, ulong hash)
    {
        var (low, high) = (0, segments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (segments[middle].KeyHash(segments[middle].Count - 1) < hash) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Reads the segments of one change, or one segment of what was written at once.</summary>
    private bool ReadBatch()
    {
        var (at, sum, batch) = (Length, Sum, new List<(SegmentHead Head, Segment Segment)>());
        do
        {
            if (_end - at < SegmentHead.Length || SegmentHead.Read(_bytes(at, SegmentHead.Length), ref sum) is not { } head) return false;
            at += SegmentHead.Length;
            if (_end - at < (long)head.IndexLength + head.DataLength) return false;
            var (data, index) = (at + head.IndexLength, _bytes(at, head.IndexLength));
            if (Hash128.Of(index.Span) == head.IndexSum) batch.Add((head, SegmentOf(head, index, data)));
            else if (head.Batch > 0) return false;
            else _isWhole = false;
            at = data + head.DataLength;
            Revision = Math.Max(Revision, head.Revision);
            NextId = Math.Max(NextId, head.NextId);
            if (head.Batch == 0 || head.Left == 0) break;
        }
        while (true);
        if (batch.Exists(part => part.Head.Batch > 0 && !part.Segment.IsWhole)) return false;
        (Length, Sum) = (at, sum);
        foreach (var (head, segment) in batch) Take(head, segment);
        return true;
    }

    private Segment SegmentOf(SegmentHead head, ReadOnlyMemory<byte> index, long data) =>
        new(head, _stores.GetValueOrDefault(head.Store), index, () => _bytes(data, head.DataLength));

    private void Take(SegmentHead head, Segment segment)
    {
        _segments.Add(segment);
        Batch = head.Batch;
        if (_places.Length < NextId) Array.Resize(ref _places, Math.Max(NextId, head.Batch == 0 ? 0 : _places.Length * 2));
        for (var place = 0; place < segment.Count; place++)
        {
            var id = segment.Id(place);
            var before = _places[id];
            _places[id] = ((long)_segments.Count << 32) | (uint)place;
            if (before != 0) Garbage += _segments[(int)(before >> 32) - 1].LengthOf((int)before);
            else if (head.Batch > 0 && segment.Store is { } store) _added[(store, Hash128.Of(segment.Record(place)!.Value.Key.Span))] = id;
        }
        if (head.Batch > 0 || segment.Store is not { } own) return;
        if (!_of.TryGetValue(own, out var segments)) _of.Add(own, segments = []);
        segments.Add(segment);
    }
}
