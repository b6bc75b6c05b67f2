namespace Explainers.Incremental;

/// <summary>
/// Who waits for whom. A worker that would wait for itself, alone or by way of others, has closed a circle, which is settled at once.
/// <para>
/// Which values a circle gives does not depend on who asked first. A query stops at the first read that has no value yet; these stops lead
/// from each query to one other, so circles have no member in common, and each is found whatever the order. All members with a circle
/// value take it and read on no further; what else was begun on the circle is given up, and computed when somebody asks for it again.
/// </para>
/// </summary>
internal sealed class WaitGraph(Gate gate)
{
    private readonly object _sync = gate.Sync;

    /// <summary>How many workers wait for another one.</summary>
    public int Count
    {
        get
        {
            lock (_sync) return gate.Workers.Count(worker => worker.WaitsFor is not null);
        }
    }

    /// <summary>Waits until a node has no owner. Throws if the demand is cancelled, or if the wait closes a circle.</summary>
    public void Wait(Worker worker, Node node)
    {
        lock (_sync)
        {
            if (!Mark(worker, node)) return;
            (worker.WaitsFor, worker.HasHanded, worker.Handed) = (node, false, null);
            try
            {
                if (Circle(worker, node) is { } circle) Settle(circle);
                while (worker.WaitsFor is not null && !worker.Interrupted) Monitor.Wait(_sync);
            }
            finally
            {
                worker.WaitsFor = null;
            }
            if (worker.Interrupted) worker.ThrowInterrupted();
        }
    }

    /// <summary>Gives a node free.</summary>
    /// <param name="node">The node.</param>
    /// <param name="hands">Whether those who wait get a value.</param>
    /// <param name="value">The value.</param>
    public void Wake(Node node, bool hands, object? value)
    {
        lock (_sync)
        {
            foreach (var worker in gate.Workers)
            {
                if (worker.WaitsFor != node) continue;
                (worker.WaitsFor, worker.HasHanded, worker.Handed) = (null, hands, value);
            }
            Monitor.PulseAll(_sync);
        }
    }

    /// <summary>Tells the owner of a node that somebody waits; false if it has none any more.</summary>
    private static bool Mark(Worker worker, Node node)
    {
        while (true)
        {
            if (worker.Interrupted) worker.ThrowInterrupted();
            var owner = Volatile.Read(ref node.Owner);
            if (owner == 0) return false;
            if ((owner & Worker.Contended) != 0) return true;
            if (Interlocked.CompareExchange(ref node.Owner, owner | Worker.Contended, owner) == owner) return true;
        }
    }

    /// <summary>The part of a circle that one worker is at.</summary>
    private readonly record struct Segment(Worker Worker, int From, int To)
    {
        public IEnumerable<Frame> Frames()
        {
            for (var i = From; i <= To; i++) yield return Worker.FrameAt(i);
        }
    }

    /// <summary>The circle that a wait closes, each part followed by the one that it waits for, or null.</summary>
    private List<Segment>? Circle(Worker worker, Node node)
    {
        var circle = new List<Segment>();
        while (true)
        {
            var owner = Volatile.Read(ref node.Owner) & ~Worker.Contended;
            if (owner == 0) return null;
            var next = gate.Workers[owner - 1];
            if (next.WaitsFor is not { } wanted) return null;
            circle.Add(new Segment(next, next.IndexOf(node), next.Top!.Index));
            if (next == worker) return circle;
            node = wanted;
        }
    }

    private void Settle(List<Segment> circle)
    {
        if (circle.Exists(part => part.Frames().Any(frame => frame.Checks))) Recompute(circle);
        else Resolve(circle);
        Monitor.PulseAll(_sync);
    }

    /// <summary>
    /// Some members are only being checked, by what they read long ago. They are computed instead, to see whether there is a circle still.
    /// </summary>
    private static void Recompute(List<Segment> circle)
    {
        foreach (var part in circle)
        {
            var first = -1;
            foreach (var frame in part.Frames().Where(frame => frame.Checks))
            {
                frame.Node!.State |= NodeState.Dirty;
                if (first < 0) first = frame.Index;
            }
            if (first >= 0) Unwind(part.Worker, first);
        }
    }

    private static void Resolve(List<Segment> circle)
    {
        var frames = circle.SelectMany(part => part.Frames()).ToList();
        var members = CircleMember.InOrder(frames.ConvertAll(frame => frame.Node!.Store.Member(frame.Node)));
        var ending = frames.FindAll(frame => frame.Node!.Store.HasCircleValue);
        if (ending.Count == 0) throw new CircleException(members);
        // All values come before any member is ended, so that one that fails leaves no member with a value.
        var values = ending.ConvertAll(frame => frame.Node!.Store.CircleValue(frame.Node, members));
        for (var i = 0; i < ending.Count; i++) (ending[i].InCircle, ending[i].CircleValue) = (true, values[i]);
        foreach (var part in circle)
            if (part.Frames().FirstOrDefault(frame => frame.InCircle) is { } first) Unwind(part.Worker, first.Index);
    }

    private static void Unwind(Worker worker, int to)
    {
        (worker.UnwindTo, worker.Unwinding, worker.WaitsFor) = (to, new CircleUnwind(), null);
        worker.Interrupted = true;
    }
}
