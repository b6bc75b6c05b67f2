using System.Threading.Channels;

namespace Explainers.Cli.Preview;

/// <summary>
/// Tells which of some paths, and of those below them, may have changed. The system's notices are taken as hints: where they may be
/// incomplete, because a folder came, went or overflowed, the folder itself is told. A folder that is not there is waited for, and one that
/// the system does not watch is looked at every second.
/// </summary>
internal sealed class SourceWatcher : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);
    private readonly Channel<string> _paths = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Watched> _folders = new(StringComparer.Ordinal);
    private readonly Action<string> _unwatched;
    private readonly Timer _timer;
    private bool _isTold;

    /// <summary>Begins to watch.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="unwatched">Is told once why the system does not watch a folder.</param>
    public SourceWatcher(IEnumerable<string> folders, Action<string> unwatched)
    {
        _unwatched = unwatched;
        Watch(folders);
        _timer = new Timer(_ => Look(), null, Glance, Glance);
    }

    /// <summary>The paths, as they are told of.</summary>
    public ChannelReader<string> Paths => _paths.Reader;

    /// <summary>Watches these folders from now on, and no others.</summary>
    public void Watch(IEnumerable<string> folders)
    {
        lock (_lock)
        {
            var wanted = folders.ToHashSet(StringComparer.Ordinal);
            foreach (var left in _folders.Keys.Where(folder => !wanted.Contains(folder)).ToArray())
            {
                _folders[left].Dispose();
                _folders.Remove(left);
            }
            foreach (var folder in wanted) _folders.TryAdd(folder, new Watched(folder, _paths.Writer, Unwatched));
        }
        Look();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            foreach (var folder in _folders.Values) folder.Dispose();
        }
    }

    /// <summary>Sees whether the folders are still those that are watched.</summary>
    private void Look()
    {
        lock (_lock)
        {
            foreach (var folder in _folders.Values) folder.Look();
        }
    }

    private void Unwatched(string why)
    {
        if (_isTold) return;
        _isTold = true;
        _unwatched(why);
    }

    /// <summary>A folder with all that is in it, or a file by itself.</summary>
    private sealed class Watched(string path, ChannelWriter<string> paths, Action<string> unwatched) : IDisposable
    {
        private const int GlancesApart = 4;
        private FileSystemWatcher? _watcher;
        private DateTime _created;
        private int _glances;

        public void Look()
        {
            var created = Created();
            // Where the system does not watch, the folder is looked at, and the system is asked again.
            var isDue = created != default && _watcher is null && ++_glances % GlancesApart == 0;
            if (created == _created && !isDue) return;
            _created = created;
            Dispose();
            if (created != default) Watch();
            paths.TryWrite(path);
        }

        public void Dispose()
        {
            _watcher?.Dispose();
            _watcher = null;
        }

        private DateTime Created()
        {
            try
            {
                return Path.Exists(path) ? File.GetCreationTimeUtc(path) : default;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return default;
            }
        }

        private void Watch()
        {
            try
            {
                var isFolder = Directory.Exists(path);
                _watcher = new FileSystemWatcher(isFolder ? path : Path.GetDirectoryName(path)!, isFolder ? "*" : Path.GetFileName(path))
                {
                    IncludeSubdirectories = isFolder,
                    InternalBufferSize = 64 * 1024,
                    NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
                };
                _watcher.Changed += (_, change) => paths.TryWrite(change.FullPath);
                _watcher.Created += (_, change) => paths.TryWrite(change.FullPath);
                _watcher.Deleted += (_, change) => paths.TryWrite(change.FullPath);
                _watcher.Renamed += (_, change) =>
                {
                    paths.TryWrite(change.OldFullPath);
                    paths.TryWrite(change.FullPath);
                };
                _watcher.Error += (_, error) =>
                {
                    // More happened than the system could tell, it watches no more, or the folder is gone: the next look begins anew.
                    var fault = error.GetException();
                    if (fault is not InternalBufferOverflowException && Path.Exists(path)) unwatched(fault.Message);
                    _created = default;
                    paths.TryWrite(path);
                };
                _watcher.EnableRaisingEvents = true;
            }
            catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
            {
                // The folder went away again, or the system watches no more folders.
                Dispose();
                if (Path.Exists(path)) unwatched(exception.Message);
            }
        }
    }
}
