using System.Diagnostics;

namespace Explainers.Cli.Preview;

/// <summary>The notices of a watcher, gathered as they come in bursts: editors write a file in several steps.</summary>
/// <param name="folders">The folders.</param>
/// <param name="unwatched">Is told once why the system does not watch a folder.</param>
internal sealed class ChangeNotices(IEnumerable<string> folders, Action<string> unwatched) : IDisposable
{
    /// <summary>How long after a change all is quiet again.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(60);
    private readonly SourceWatcher _watcher = new(folders, unwatched);

    /// <summary>Watches these folders from now on, and no others.</summary>
    public void Watch(IEnumerable<string> watched) => _watcher.Watch(watched);

    /// <summary>Waits for notices, and then for the end of the burst that they come in.</summary>
    /// <returns>The paths that may have changed; none where no notice came in time.</returns>
    public async Task<HashSet<string>> GatherAsync(TimeSpan longest, CancellationToken stop)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        if (!await WaitAsync(longest, stop)) return paths;
        var begun = Stopwatch.GetTimestamp();
        do
        {
            while (_watcher.Paths.TryRead(out var path)) paths.Add(path);
        }
        while (Stopwatch.GetElapsedTime(begun) < Patience && await WaitAsync(Quiet, stop));
        return paths;
    }

    /// <inheritdoc />
    public void Dispose() => _watcher.Dispose();

    private async Task<bool> WaitAsync(TimeSpan longest, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (longest != Timeout.InfiniteTimeSpan) limit.CancelAfter(longest);
        try
        {
            return await _watcher.Paths.WaitToReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
