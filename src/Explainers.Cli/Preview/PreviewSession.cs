using System.Collections.Concurrent;
using System.Diagnostics;
using Explainers.Binding;
using Explainers.Cli.Invocation;
using Explainers.Diagnostics;
using Explainers.Hosting;
using Explainers.Outputs;
using Explainers.Rendering;
using Explainers.Sources;

namespace Explainers.Cli.Preview;

/// <summary>Compiles a site anew whenever its files change, and gives the newest snapshot to whoever asks.</summary>
internal sealed class PreviewSession
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(400);
    private readonly SiteRequest _request;
    private readonly CliEnvironment _environment;
    private readonly OutputStore _files = new();
    private SiteDatabase _database = new();
    private readonly ConcurrentDictionary<string, OutputFile> _lastGood = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Action, byte> _readers = new();
    private volatile SiteSnapshot? _snapshot;
    private CompiledSite? _compiled;

    /// <summary>Takes a site; nothing is read yet.</summary>
    public PreviewSession(SiteRequest request, CliEnvironment environment)
    {
        (_request, _environment) = (request, environment);
        Sources = new SourceCache(request, environment);
    }

    /// <summary>The files of the site.</summary>
    public SourceCache Sources { get; }

    /// <summary>The newest snapshot.</summary>
    public SiteSnapshot Snapshot => _snapshot ?? throw new InvalidOperationException("Nothing has been compiled yet.");

    /// <summary>The page as it was when it was last as it is meant, or null.</summary>
    public OutputFile? LastGood(string url) => _lastGood.GetValueOrDefault(url);

    /// <summary>Asks to be told of every new snapshot.</summary>
    /// <returns>Ends that.</returns>
    public IDisposable Tell(Action published)
    {
        _readers.TryAdd(published, 0);
        return new Subscription(() => _readers.TryRemove(published, out _));
    }

    /// <summary>Reads and compiles everything.</summary>
    public Task OpenAsync(CancellationToken stop) => Apart(() => Refresh(Sources.UpdateAll), stop);

    /// <summary>Follows the changes of the files until it is told to stop.</summary>
    /// <param name="published">Is told of every new snapshot.</param>
    /// <param name="unwatched">Is told once why the system does not tell of changes.</param>
    /// <param name="stop">Ends it.</param>
    public async Task FollowAsync(Action<SiteSnapshot> published, Action<string> unwatched, CancellationToken stop)
    {
        using var watcher = new SourceWatcher(Sources.Folders.Concat(Sources.Elsewhere), unwatched);
        var isSettled = true;
        while (!stop.IsCancellationRequested)
        {
            var paths = await GatherAsync(watcher, isSettled ? UntilTomorrow() : Settled, stop);
            if (stop.IsCancellationRequested) break;
            await Apart(
                () =>
                {
                    // Notices can be lost. When all is quiet again, everything is looked at once.
                    if (Refresh(() => paths.Count > 0 ? Sources.Update(paths) : Sources.UpdateAll()) is { } snapshot) published(snapshot);
                },
                stop);
            isSettled = paths.Count == 0;
            watcher.Watch(Sources.Folders.Concat(Sources.Elsewhere));
        }
    }

    /// <summary>Does some work in a thread of its own, which takes none from the server, and is not waited for at the end.</summary>
    private static async Task Apart(Action work, CancellationToken stop)
    {
        try
        {
            var done = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await done.WaitAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It writes nothing, and ends with the process.
        }
    }

    /// <summary>
    /// Brings the sources up to date, and compiles where anything is new. What fails is a finding, until a change sets it right.
    /// </summary>
    private SiteSnapshot? Refresh(Func<bool> update)
    {
        var (begun, today) = (Stopwatch.GetTimestamp(), Today());
        try
        {
            return update() || _snapshot is not { } shown || today != shown.Today ? Compile(begun, today) : null;
        }
        catch (Exception exception)
        {
            // What was remembered may be half of something.
            _database = new SiteDatabase();
            var fault = Catalog.ToolFault($"{exception.GetType().Name}: {exception.Message}");
            var known = _compiled?.Findings ?? [];
            if (_compiled is null) Compile(_database, SourceTree.From([], BuiltInTheme.Files()), new CompileOptions(today));
            return Publish(_compiled! with { Findings = [fault, .. known] }, today, begun);
        }
    }

    /// <summary>The day that dates are judged against: the one that was named, or the day that it is.</summary>
    private DateOnly Today() => _request.IsDayNamed ? _request.Compile.Today : DateOnly.FromDateTime(Now());

    private TimeSpan UntilTomorrow()
    {
        var now = Now();
        return _request.IsDayNamed ? Timeout.InfiniteTimeSpan : now.Date.AddDays(1) - now;
    }

    private DateTime Now() => _environment.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Waits for notices, and then for the end of the burst that they come in; editors write a file in several steps.</summary>
    private static async Task<HashSet<string>> GatherAsync(SourceWatcher watcher, TimeSpan longest, CancellationToken stop)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        if (!await WaitAsync(watcher, longest, stop)) return paths;
        var begun = Stopwatch.GetTimestamp();
        do
        {
            while (watcher.Paths.TryRead(out var path)) paths.Add(path);
        }
        while (Stopwatch.GetElapsedTime(begun) < Patience && await WaitAsync(watcher, Quiet, stop));
        return paths;
    }

    private static async Task<bool> WaitAsync(SourceWatcher watcher, TimeSpan longest, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (longest != Timeout.InfiniteTimeSpan) limit.CancelAfter(longest);
        try
        {
            return await watcher.Paths.WaitToReadAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private SiteSnapshot Compile(long begun, DateOnly today)
    {
        var options = _request.Compile with { Today = today, Drafts = Drafts.Included, Reading = Sources.Findings };
        Compile(_database, Sources.Tree(), options);
        return Publish(_compiled!, today, begun);
    }

    /// <summary>Compiles what has changed; finished files take the places of the earlier ones.</summary>
    private void Compile(SiteDatabase database, SourceTree tree, CompileOptions options)
    {
        database.Update(tree, options);
        _compiled = new Compilation(database, options, _files.Write) { Holds = _files.Holds }.Run();
        _files.Keep(_compiled.Paths);
    }

    private SiteSnapshot Publish(CompiledSite compiled, DateOnly today, long begun)
    {
        var snapshot = new SiteSnapshot(
            (_snapshot?.Number ?? 0) + 1,
            _database,
            compiled,
            _files.Files,
            today,
            Stopwatch.GetElapsedTime(begun));
        foreach (var page in snapshot.Pages)
            if (!snapshot.IsBroken(page)) _lastGood[page.Url] = page;
        _snapshot = snapshot;
        foreach (var reader in _readers.Keys) reader();
        return snapshot;
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
