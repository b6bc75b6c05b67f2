namespace Explainers.Incremental;

/// <summary>What an engine has saved or loaded, and how it goes on from there.</summary>
internal sealed class EngineFile(Engine engine)
{
    private SavedGraph? _graph;
    private string _build = "";
    private Hash128 _sum;
    private int _batch;
    private int _nextId = 1;
    private long _length;
    private long _garbage;
    private bool _continues;
    private bool _isFresh;

    /// <summary>Whether changes can be added behind what there is: it is undamaged, and at most half of it is out of date.</summary>
    public bool CanAppend => _continues && (_isFresh || _graph is not { IsIntact: false }) && _garbage * 2 <= _length;

    /// <summary>What was loaded.</summary>
    public SavedGraph? Graph => _graph;

    /// <summary>Takes up what an earlier run saved.</summary>
    public SavedGraph Load(long length, SavedBytes bytes, string build, IEnumerable<Store> stores)
    {
        _graph = SavedGraph.Read(length, bytes, build, stores);
        (_build, _sum, _batch, _nextId) = (build, _graph.Sum, _graph.Batch, _graph.NextId);
        (_length, _garbage, _continues) = (_graph.Length, _graph.Garbage, true);
        return _graph;
    }

    /// <summary>Writes everything that was demanded, or has not changed since.</summary>
    public void Save(Stream stream, string build)
    {
        engine.Unfold();
        var nodes = Nodes(IsGood);
        // Numbers of records that are gone are not given again while the old graph is in use, so now and then all are given anew.
        var anew = _graph is not null && _nextId > (nodes.Sum(part => part.Nodes.Count) * 2) + 1000;
        var (numbers, nextId) = (new int[engine.Nodes.Last + 1], anew ? 1 : _nextId);
        foreach (var node in nodes.SelectMany(part => part.Nodes))
        {
            if (!anew && node.Saved == 0) node.Saved = nextId++;
            numbers[node.Id] = anew ? nextId++ : node.Saved;
        }
        _continues = false;
        var writer = new GraphWriter(engine, build, 0, numbers);
        writer.Write(stream, nodes, nextId, default);
        Mark(nodes);
        if (!anew) _nextId = nextId;
        (_build, _sum, _batch, _length, _garbage, _continues) = (build, writer.Sum, 0, writer.Written, 0, !anew);
        _isFresh = true;
    }

    /// <summary>Writes what has changed since the last time.</summary>
    public void SaveChanges(Stream stream)
    {
        if (!CanAppend) throw new InvalidOperationException("Everything must be saved first.");
        var nodes = Nodes(node => !node.Is(NodeState.Written) && IsGood(node));
        if (nodes.Count == 0) return;
        foreach (var node in nodes.SelectMany(part => part.Nodes))
            if (node.Saved == 0) node.Saved = _nextId++;
        _continues = false;
        var writer = new GraphWriter(engine, _build, _batch + 1, Numbers());
        writer.Write(stream, nodes, _nextId, _sum);
        Mark(nodes);
        (_sum, _batch, _continues) = (writer.Sum, _batch + 1, true);
        (_length, _garbage) = (_length + writer.Written, _garbage + writer.Replaced);
    }

    /// <summary>The numbers of all nodes that have a record, or get one now.</summary>
    private int[] Numbers()
    {
        var numbers = new int[engine.Nodes.Last + 1];
        for (var id = 1; id < numbers.Length; id++)
            if (engine.Nodes.Find(id) is { Saved: not 0 } node && (node.Is(NodeState.Written) || IsGood(node))) numbers[id] = node.Saved;
        return numbers;
    }

    /// <summary>A circle is found out anew in each run, and so is what has failed.</summary>
    private static bool IsGood(Node node) =>
        node.Store.IsSaved && node.VerifiedAt > 0 && !node.Is(NodeState.Circular)
        && (node.Reads is not null || node.VerifiedAt == int.MaxValue);

    private List<(Store Store, List<Node> Nodes)> Nodes(Func<Node, bool> wanted)
    {
        var nodes = new Dictionary<Store, List<Node>>();
        for (var id = 1; id <= engine.Nodes.Last; id++)
        {
            if (engine.Nodes.Find(id) is not { } node || !wanted(node)) continue;
            if (!nodes.TryGetValue(node.Store, out var own)) nodes.Add(node.Store, own = []);
            own.Add(node);
        }
        return [.. nodes.OrderBy(part => part.Key.Index).Select(part => (part.Key, part.Value))];
    }

    private static void Mark(List<(Store Store, List<Node> Nodes)> nodes)
    {
        foreach (var node in nodes.SelectMany(part => part.Nodes)) node.State |= NodeState.Written;
    }
}
