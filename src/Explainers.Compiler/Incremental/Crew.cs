using System.Runtime.ExceptionServices;

namespace Explainers.Incremental;

/// <summary>
/// Threads that ask for many values together. They are not of the thread pool, which a slow value would starve.
/// </summary>
internal sealed class Crew<TKey>(Engine engine, IReadOnlyList<TKey> keys, Action<Reads, TKey> ask)
{
    private int _next = -1;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Asks for all values; throws what the first thread to fail threw. One thread is the caller's.</summary>
    public void Run(int count, CancellationToken token)
    {
        if (count == 1)
        {
            engine.Demand(AskAll, null, token);
            return;
        }
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(token);
        engine.Demand(reads =>
        {
            var parent = reads.Frame().Worker;
            var threads = new List<Thread>();
            for (var i = 0; i < count; i++)
            {
                var thread = new Thread(() => Work(parent, ends), Worker.StackSize) { IsBackground = true };
                threads.Add(thread);
                thread.Start();
            }
            foreach (var thread in threads) thread.Join();
            return true;
        }, null, token);
        token.ThrowIfCancellationRequested();
        _failure?.Throw();
    }

    private void Work(Worker parent, CancellationTokenSource ends)
    {
        try
        {
            engine.Demand(AskAll, parent, ends.Token);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            ends.Cancel();
        }
    }

    private bool AskAll(Reads reads)
    {
        for (var i = Interlocked.Increment(ref _next); i < keys.Count; i = Interlocked.Increment(ref _next)) ask(reads, keys[i]);
        return true;
    }
}
