using System.Runtime.ExceptionServices;

namespace Explainers.Incremental;

/// <summary>Spreads work that reads no query over threads.</summary>
internal static class WorkThreads
{
    /// <summary>Does something with each item, on some threads; throws what the first to fail threw.</summary>
    public static void Each<T>(IReadOnlyList<T> items, int threads, Action<T> work, CancellationToken token)
    {
        if (items.Count == 0) return;
        var next = -1;
        ExceptionDispatchInfo? failure = null;
        var count = Math.Clamp(threads, 1, items.Count);
        Thread[] started = [.. Enumerable.Range(0, count).Select(_ => new Thread(Run) { IsBackground = true })];
        foreach (var thread in started) thread.Start();
        foreach (var thread in started) thread.Join();
        failure?.Throw();
        token.ThrowIfCancellationRequested();

        void Run()
        {
            try
            {
                for (var i = Interlocked.Increment(ref next);
                    i < items.Count && failure is null && !token.IsCancellationRequested;
                    i = Interlocked.Increment(ref next))
                    work(items[i]);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }
        }
    }
}
