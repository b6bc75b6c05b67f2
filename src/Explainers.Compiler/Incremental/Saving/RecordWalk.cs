using Explainers.Incremental.Packs;

namespace Explainers.Incremental;

/// <summary>
/// Looks at what an earlier run saved of a value and of all that it read, in the order of the reads. Records that are good need no nodes;
/// one of which a read has changed gets one, and is computed. It stands for checks of nodes that begin within each other, so it may begin
/// anew while it runs.
/// </summary>
internal sealed class RecordWalk(Worker worker, SavedGraph graph)
{
    private Step[] _steps = new Step[64];
    private int _count;

    /// <summary>Whether nothing has changed that was read, directly or not, for the record of a node.</summary>
    public bool IsGood(int id)
    {
        var bottom = _count;
        try
        {
            return Push(id) == 0 && Run(bottom);
        }
        finally
        {
            _count = bottom;
        }
    }

    private bool Run(int bottom)
    {
        while (true)
        {
            if (worker.Interrupted) worker.ThrowInterrupted();
            var changedAt = Next();
            if (_count == bottom) return true;
            for (; changedAt > _steps[_count - 1].VerifiedAt; changedAt = Refresh(worker.Engine.NodeOf(_steps[_count].Id)))
            {
                _count--;
                if (_count == bottom) return false;
            }
        }
    }

    /// <summary>Goes on with the innermost record.</summary>
    /// <returns>When what its reader has looked at was changed last; 0 if that is to be looked at first.</returns>
    private int Next()
    {
        ref var step = ref _steps[_count - 1];
        var reads = step.Reads.Span;
        while (step.At < reads.Length)
        {
            step.Read = PackReader.Near(step.Read, reads, ref step.At);
            var changedAt = ChangedAt(step.Read);
            if (changedAt == 0 || changedAt > step.VerifiedAt) return changedAt;
            // What was computed meanwhile may have made room for more steps.
            step = ref _steps[_count - 1];
        }
        _count--;
        return graph.SetGood(step.Id, step.ChangedAt);
    }

    private int ChangedAt(int id)
    {
        if (graph.GoodSince(id) is not 0 and var known) return known;
        if (graph.NodeOf(id) is not 0 and var node) return Refresh(worker.Engine.Nodes[node]);
        return Push(id);
    }

    private int Push(int id)
    {
        if (graph.Find(id) is not var (store, record)) return int.MaxValue;
        if (store.IsInput) return Refresh(worker.Engine.NodeOf(id));
        if (_count == _steps.Length) Array.Resize(ref _steps, _count * 2);
        _steps[_count++] = new Step
        {
            Id = id,
            VerifiedAt = record.VerifiedAt,
            ChangedAt = record.ChangedAt,
            Reads = record.Reads,
        };
        return 0;
    }

    /// <summary>When a node was changed last. If it fails now, or is not known any more, readers find that out for themselves.</summary>
    private int Refresh(Node? node)
    {
        try
        {
            if (node is null) return int.MaxValue;
            if (Volatile.Read(ref node.VerifiedAt) < worker.Revision) node.Store.Refresh(worker, node);
            return node.ChangedAt;
        }
        catch (Exception) when (worker.Unwinding is null && !worker.Stopped)
        {
            return int.MaxValue;
        }
    }

    /// <summary>A record, and how far its reads have been looked at.</summary>
    private struct Step
    {
        public int Id;
        public int VerifiedAt;
        public int ChangedAt;
        public ReadOnlyMemory<byte> Reads;
        public int At;
        public int Read;
    }
}
