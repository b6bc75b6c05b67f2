using System.Collections.Immutable;
using System.Diagnostics;
using Explainers.Binding;
using Explainers.Cli.Invocation;
using Explainers.Diagnostics;
using Explainers.Hosting;
using Explainers.Outputs;
using Explainers.Rendering;
using Explainers.Sources;

namespace Explainers.Cli.Preview;

/// <summary>
/// Compiles a site anew whenever its files change: first the pages that browsers show, and then the rest, which a newer change cancels.
/// </summary>
internal sealed class PreviewSession
{
    /// <summary>After how many compiles memory is given back.</summary>
    private const int TidyEvery = 20;

    private readonly SiteRequest _request;
    private readonly CliEnvironment _environment;
    private readonly Lock _turn = new();
    private readonly OutputStore _files = new();
    private SiteDatabase _database = new();
    private Action _cancel = static () => { };
    private TaskCompletionSource _current = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile PreviewState? _state;
    private CompiledSite? _compiled;
    private DateOnly _today;
    private bool _isLater;

    /// <summary>Takes a site; nothing is read yet.</summary>
    public PreviewSession(SiteRequest request, CliEnvironment environment)
    {
        (_request, _environment) = (request, environment);
        Sources = new SourceCache(request, environment);
    }

    /// <summary>The files of the site.</summary>
    public SourceCache Sources { get; }

    /// <summary>The pages that browsers show.</summary>
    public OpenPages Open { get; } = new();

    /// <summary>What is shown now.</summary>
    public PreviewState State => _state ?? throw new InvalidOperationException("Nothing has been compiled yet.");

    /// <summary>The last site that was compiled as a whole.</summary>
    public SiteSnapshot Snapshot => State.Snapshot;

    /// <summary>Is told of each site that was compiled as a whole.</summary>
    public Action<SiteSnapshot> Published { get; set; } = static _ => { };

    /// <summary>Reads and compiles everything.</summary>
    public Task OpenAsync(CancellationToken stop) => Apart(
        () =>
        {
            if (Take(Sources.UpdateAll) is { } compile) compile();
        },
        stop);

    /// <summary>Follows the changes of the files until it is told to stop.</summary>
    /// <param name="unwatched">Is told once why the system does not tell of changes.</param>
    /// <param name="stop">Ends it.</param>
    public async Task FollowAsync(Action<string> unwatched, CancellationToken stop)
    {
        using var notices = new ChangeNotices(Sources.Folders.Concat(Sources.Elsewhere), unwatched);
        var isSettled = true;
        while (!stop.IsCancellationRequested)
        {
            var paths = await notices.GatherAsync(isSettled ? UntilTomorrow() : ChangeNotices.Settled, stop);
            if (stop.IsCancellationRequested) break;
            // Notices can be lost. When all is quiet again, everything is looked at once.
            await Apart(() => Refresh(() => paths.Count > 0 ? Sources.Update(paths) : Sources.UpdateAll(), stop), stop);
            isSettled = paths.Count == 0;
            notices.Watch(Sources.Folders.Concat(Sources.Elsewhere));
        }
        _cancel();
    }

    /// <summary>
    /// A page as the files of now make it, whether or not the rest of the site is compiled: the page itself, or the last that was without
    /// errors. Null where the files of now may have none.
    /// </summary>
    public OutputFile? Page(string url)
    {
        while (State is { IsCurrent: false } state)
        {
            if (state.Fresh.TryGetValue(url, out var fresh)) return fresh.Page;
            try
            {
                var page = CompiledPage.At(_database, _files, url);
                return page is null || IsSound(page, state.Snapshot) ? page?.File : state.Snapshot.LastGood(url) ?? page.File;
            }
            catch (OperationCanceledException)
            {
                // The files have changed once more.
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // It fails once more when the whole site is compiled, and is told then.
                return null;
            }
        }
        return PageMessage.Shown(Snapshot, url)?.Page;
    }

    /// <summary>Waits until the site is compiled as the files are now.</summary>
    public async Task<SiteSnapshot> CurrentAsync(CancellationToken stop)
    {
        while (!State.IsCurrent) await Volatile.Read(ref _current).Task.WaitAsync(stop);
        return Snapshot;
    }

    /// <summary>
    /// Forgets what belongs to files that are gone. Left to itself, the heap grows to twice what is in use before it is looked through,
    /// and is not compacted.
    /// </summary>
    private void Tidy()
    {
        _database.Sweep();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
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

    /// <summary>Brings the sources up to date and compiles the pages in view; the rest goes on in a thread of its own.</summary>
    private void Refresh(Func<bool> update, CancellationToken stop)
    {
        var begun = Stopwatch.GetTimestamp();
        if (Take(update) is not { } compile) return;
        Glance(begun);
        _ = Apart(compile, stop);
    }

    /// <summary>Takes up the files where anything is new, which ends what is computed from those before.</summary>
    /// <returns>Compiles the site; null where nothing is new. What fails is a finding, until a change sets it right.</returns>
    private Action? Take(Func<bool> update)
    {
        var (begun, today) = (Stopwatch.GetTimestamp(), Today());
        try
        {
            if (!update() && _state is not null && today == _today) return null;
            lock (_turn)
            {
                _cancel();
                var newer = new CancellationTokenSource();
                (_cancel, _today) = (newer.Cancel, today);
                if (_state is { } state)
                {
                    if (state.IsCurrent) _current = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    _state = state with { IsCurrent = false, Fresh = [] };
                }
                var options = _request.Compile with { Today = today, Drafts = Drafts.Included, Reading = Sources.Findings };
                _database.Update(Sources.Tree(), options);
                return () => Compile(options, begun, newer.Token);
            }
        }
        catch (Exception exception)
        {
            Fail(exception, begun);
            return null;
        }
    }

    /// <summary>Compiles the pages in view. What fails here fails once more when the whole site is compiled, and is told then.</summary>
    private void Glance(long begun)
    {
        foreach (var url in Open.Addresses)
        {
            try
            {
                if (CompiledPage.At(_database, _files, url) is not { } page || !IsSound(page, Snapshot)) continue;
                var fresh = new FreshPage(page.File, Stopwatch.GetElapsedTime(begun));
                _state = State with { Fresh = State.Fresh.SetItem(url, fresh) };
                Open.Tell();
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                return;
            }
        }
    }

    /// <summary>Whether a page can be shown as it is meant.</summary>
    private static bool IsSound(CompiledPage page, SiteSnapshot snapshot) => !page.File.Bytes.IsEmpty
        && !snapshot.HasCommonError
        && !page.Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>Compiles what has changed; finished files take the places of the earlier ones.</summary>
    private void Compile(CompileOptions options, long begun, CancellationToken newer)
    {
        try
        {
            var compilation = new Compilation(_database, options, _files.Write) { Holds = _files.Holds, IsLater = _isLater, Stop = newer };
            var compiled = compilation.Run();
            lock (_turn)
            {
                if (newer.IsCancellationRequested) return;
                (_compiled, _isLater) = (compiled, true);
                Publish(compiled.Findings, begun);
            }
            if (Snapshot.Number % TidyEvery == 0) Tidy();
        }
        catch (OperationCanceledException) when (newer.IsCancellationRequested)
        {
            // The files have changed once more.
        }
        catch (Exception exception)
        {
            lock (_turn)
            {
                if (!newer.IsCancellationRequested) Fail(exception, begun);
            }
        }
    }

    /// <summary>Tells of a fault of the tool, and begins with a new database, since the old one may hold half of something.</summary>
    private void Fail(Exception exception, long begun)
    {
        lock (_turn)
        {
            (_database, _isLater) = (new SiteDatabase(), false);
            var fault = Catalog.ToolFault($"{exception.GetType().Name}: {exception.Message}");
            var known = _compiled?.Findings ?? [];
            if (_compiled is null)
            {
                var options = new CompileOptions(_today);
                _database.Update(SourceTree.From([], BuiltInTheme.Files()), options);
                _compiled = new Compilation(_database, options, _files.Write).Run();
            }
            Publish([fault, .. known], begun);
        }
    }

    private void Publish(ImmutableArray<Diagnostic> findings, long begun)
    {
        _files.Keep(_compiled!.Paths);
        var time = Stopwatch.GetElapsedTime(begun);
        var snapshot = new SiteSnapshot(_state?.Snapshot, _database, findings, _files.ByAddress(), _today, time)
        {
            Now = _request.Compile.Now is null || _request.IsDayNamed ? _request.Compile.Moment : Now(),
        };
        _state = new PreviewState(snapshot, IsCurrent: true, Fresh: []);
        _current.TrySetResult();
        Open.Tell();
        Published(snapshot);
    }

    /// <summary>The day that dates are judged against: the one that was named, or the day that it is.</summary>
    private DateOnly Today() => _request.IsDayNamed ? _request.Compile.Today : DateOnly.FromDateTime(Now());

    private TimeSpan UntilTomorrow()
    {
        var now = Now();
        return _request.IsDayNamed ? Timeout.InfiniteTimeSpan : now.Date.AddDays(1) - now;
    }

    private DateTime Now() => _environment.Clock.GetUtcNow().UtcDateTime;
}
