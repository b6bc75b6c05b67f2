using System.Buffers;
using Explainers.Incremental.Packs;

namespace Explainers.Incremental;

/// <summary>
/// The graph between runs. The engine does no I/O: whoever keeps the bytes writes and reads the file, and lets one program at a time do
/// so.
/// </summary>
internal sealed partial class Engine
{
    private readonly EngineFile _file;

    [ThreadStatic]
    private static PackWriter? s_key;

    /// <summary>The record whose node this thread is about to make.</summary>
    [ThreadStatic]
    private static (int Id, SavedRecord Record)? s_recalled;

    /// <summary>Whether <see cref="SaveChanges"/> is possible: what there is has no damage, and most of it is still in use.</summary>
    public bool CanSaveChanges => _file.CanAppend;

    /// <summary>
    /// Takes up what an earlier run saved, before any input is set. Inputs that are then set to the same values count as unchanged. What
    /// is damaged or of another build is left out.
    /// </summary>
    /// <param name="length">How many bytes there are.</param>
    /// <param name="bytes">Gives parts of them, to any thread.</param>
    /// <param name="build">The build of the program; what another one saved is ignored.</param>
    public void Load(long length, SavedBytes bytes, string build) => _gate.Alone(cancels: false, () =>
    {
        if (!Records || CurrentRevision > 1 || _nodes.Count > 0)
            throw new InvalidOperationException("Only an engine that is new and records can load.");
        CurrentRevision = _file.Load(length, bytes, build, _stores).Revision + 1;
        Array.Fill(_changed, CurrentRevision);
    });

    /// <summary>Takes up what an earlier run saved.</summary>
    public void Load(ReadOnlyMemory<byte> saved, string build) =>
        Load(saved.Length, (offset, length) => saved.Slice((int)offset, length), build);

    /// <summary>
    /// Writes all that is known, for a new file; what was loaded and not demanded since is left out. It waits for demands to end.
    /// </summary>
    public void Save(Stream stream, string build) => _gate.Alone(cancels: false, () => _file.Save(stream, build));

    /// <summary>
    /// Writes what has changed since the last time, to follow the bytes that were saved or loaded before. It waits for demands to end.
    /// </summary>
    public void SaveChanges(Stream stream) => _gate.Alone(cancels: false, () => _file.SaveChanges(stream));

    /// <summary>Looks for what an earlier run saved of a new node.</summary>
    internal SavedRecord? Recall(Node node)
    {
        if (_file.Graph is not { } graph || !node.Store.IsSaved) return null;
        if (s_recalled is { } recalled)
        {
            node.Saved = recalled.Id;
            return recalled.Record;
        }
        var key = s_key ??= new PackWriter();
        key.Clear();
        node.Store.WriteKey(node, key);
        if (graph.Find(node.Store, key.Written) is not { } found) return null;
        node.Saved = found.Id;
        return found.Record;
    }

    /// <summary>What an earlier run saved of a node.</summary>
    internal SavedRecord? SavedRecord(Node node) => _file.Graph?.Find(node.Saved)?.Record;

    /// <summary>What an earlier run saved of a node, if its value has not changed since.</summary>
    internal SavedRecord? RecordOf(Node node) => SavedRecord(node) is { } record && record.ChangedAt == node.ChangedAt ? record : null;

    /// <summary>What a node has read, in this run or an earlier one; null if that is not known.</summary>
    internal int[]? ReadsOf(Node node)
    {
        if (node.Reads is not null || SavedRecord(node) is not { } record) return node.Reads;
        var saved = record.Reads.Span;
        var at = 0;
        var (reads, count) = (ArrayPool<int>.Shared.Rent(saved.Length), 0);
        try
        {
            for (var id = 0; at < saved.Length;)
            {
                id = PackReader.Near(id, saved, ref at);
                if (NodeOf(id) is not { } read) return null;
                reads[count++] = ReadIds.With(read.Id, read.Durability);
            }
            return node.Reads = reads[..count];
        }
        finally
        {
            ArrayPool<int>.Shared.Return(reads);
        }
    }

    /// <summary>
    /// Looks through what an earlier run saved; null if there is nothing, or if this is not the first revision that makes demands since.
    /// </summary>
    internal RecordWalk? WalkOf(Worker worker) =>
        _file.Graph is { } graph && graph.IsTakenUpIn(worker.Revision) ? new RecordWalk(worker, graph) : null;

    /// <summary>When a node that has a record was last known to be good.</summary>
    internal int VerifiedAt(Node node, SavedRecord record) => _file.Graph!.VerifiedAt(node.Saved, record);

    /// <summary>Gives nodes that are good the reads that an earlier run has saved, and makes nodes for these.</summary>
    internal void Unfold()
    {
        if (_file.Graph is not { } graph) return;
        var open = new Stack<Node>();
        for (var id = 1; id <= _nodes.Last; id++)
            if (_nodes.Find(id) is { Reads: null } node && node.VerifiedAt > graph.Revision) open.Push(node);
        while (open.TryPop(out var node))
        {
            if (node.Reads is not null || node.Store.IsInput || ReadsOf(node) is not { } reads) continue;
            foreach (var read in reads) open.Push(_nodes[ReadIds.Id(read)]);
        }
    }

    /// <summary>Forgets that a record has a node.</summary>
    private void Release(Node node)
    {
        if (node.Saved != 0) _file.Graph?.SetNode(node.Saved, 0);
    }

    /// <summary>The node of a record, which is made if there is none; null if the record is unknown or out of date.</summary>
    internal Node? NodeOf(int id)
    {
        if (_file.Graph!.NodeOf(id) is not 0 and var known) return _nodes[known];
        if (_file.Graph.Find(id) is not var (store, record)) return null;
        s_recalled = (id, record);
        try
        {
            return store.Recall(new PackReader(record.Key)) is var node && node.Saved == id ? node : null;
        }
        finally
        {
            s_recalled = null;
        }
    }
}
