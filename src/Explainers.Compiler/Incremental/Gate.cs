namespace Explainers.Incremental;

/// <summary>Lets many demands in at once, or one edit alone.</summary>
internal sealed class Gate(Engine engine)
{
    private readonly Stack<Worker> _idle = [];
    private readonly HashSet<Worker> _running = [];
    private bool _closed;
    private int _closer;

    /// <summary>Guards all that workers know of each other.</summary>
    public object Sync { get; } = new();

    /// <summary>All workers by number, from 1; guarded by <see cref="Sync"/>.</summary>
    public List<Worker> Workers { get; } = [];

    /// <summary>Lets a demand in, once no edit is under way.</summary>
    /// <param name="parent">The demand that this one is a part of, if any.</param>
    /// <param name="token">Cancels the demand.</param>
    public Worker Enter(Worker? parent, CancellationToken token)
    {
        ThrowInChange();
        lock (Sync)
        {
            while (_closed && parent is null) Monitor.Wait(Sync);
            if (token.IsCancellationRequested || parent is { Stopped: true }) throw new OperationCanceledException(token);
            if (!_idle.TryPop(out var worker)) Workers.Add(worker = new Worker(engine, Workers.Count + 1));
            worker.Begin(engine.CurrentRevision, engine.StoreCount, parent, token);
            _running.Add(worker);
            return worker;
        }
    }

    /// <summary>Lets a demand out.</summary>
    public void Exit(Worker worker)
    {
        lock (Sync)
        {
            _running.Remove(worker);
            _idle.Push(worker);
            Monitor.PulseAll(Sync);
        }
    }

    /// <summary>Cancels a demand.</summary>
    public void Stop(Worker worker)
    {
        lock (Sync)
        {
            (worker.Stopped, worker.Interrupted) = (true, true);
            Monitor.PulseAll(Sync);
        }
    }

    /// <summary>Does something while no demand runs.</summary>
    /// <param name="cancels">Whether the demands that run now are cancelled, or may end as they would.</param>
    /// <param name="action">What to do.</param>
    public void Alone(bool cancels, Action action)
    {
        if (Worker.Current?.Engine == engine)
            throw new InvalidOperationException("This cannot be done within a demand, whose end it waits for.");
        ThrowInChange();
        lock (Sync)
        {
            while (_closed) Monitor.Wait(Sync);
            (_closed, _closer) = (true, Environment.CurrentManagedThreadId);
            if (cancels)
                foreach (var worker in _running) (worker.Stopped, worker.Interrupted) = (true, true);
            Monitor.PulseAll(Sync);
            while (_running.Count > 0) Monitor.Wait(Sync);
        }
        try
        {
            action();
        }
        finally
        {
            lock (Sync)
            {
                (_closed, _closer) = (false, 0);
                Monitor.PulseAll(Sync);
            }
        }
    }

    /// <summary>A change that waits for its own end would wait for ever.</summary>
    private void ThrowInChange()
    {
        if (Volatile.Read(ref _closer) == Environment.CurrentManagedThreadId)
            throw new InvalidOperationException("A change sets and removes inputs, and does nothing else with its engine.");
    }
}
