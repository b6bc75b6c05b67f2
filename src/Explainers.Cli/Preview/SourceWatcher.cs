using System.Threading.Channels;

namespace Explainers.Cli.Preview;

/// <summary>
/// Tells which paths of some folders may have changed. The system's notices are taken as hints: where they may be incomplete, because a folder came, went or overflowed, the
/// folder itself is told. A folder that is not there is waited for.
/// </summary>
internal sealed class SourceWatcher : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);
    private readonly Channel<string> _paths = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Watched[] _folders;
    private readonly Timer _timer;

    /// <summary>Begins to watch.</summary>
    public SourceWatcher(IEnumerable<string> folders)
    {
        _folders = [.. folders.Select(folder => new Watched(folder, _paths.Writer))];
        Look();
        _timer = new Timer(_ => Look(), null, Glance, Glance);
    }

    /// <summary>The paths, as they are told of.</summary>
    public ChannelReader<string> Paths => _paths.Reader;

    /// <inheritdoc />
    public void Dispose()
    {
        _timer.Dispose();
        lock (_folders)
        {
            foreach (var folder in _folders) folder.Dispose();
        }
    }

    /// <summary>Sees whether the folders are still those that are watched.</summary>
    private void Look()
    {
        lock (_folders)
        {
            foreach (var folder in _folders) folder.Look();
        }
    }

    private sealed class Watched(string folder, ChannelWriter<string> paths) : IDisposable
    {
        private FileSystemWatcher? _watcher;
        private DateTime _created;

        public void Look()
        {
            var created = Directory.Exists(folder) ? Directory.GetCreationTimeUtc(folder) : default;
            if (created == _created) return;
            _created = created;
            Dispose();
            if (created != default) Watch();
            paths.TryWrite(folder);
        }

        public void Dispose()
        {
            _watcher?.Dispose();
            _watcher = null;
        }

        private void Watch()
        {
            try
            {
                _watcher = new FileSystemWatcher(folder)
                {
                    IncludeSubdirectories = true,
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
                _watcher.Error += (_, _) =>
                {
                    // More happened than the system could tell, or the folder is gone: the next look begins anew.
                    _created = default;
                    paths.TryWrite(folder);
                };
                _watcher.EnableRaisingEvents = true;
            }
            catch (Exception exception) when (exception is IOException or ArgumentException or FileNotFoundException)
            {
                // The folder went away again, or the system watches no more folders: the next look tries once more.
                Dispose();
                _created = default;
            }
        }
    }
}
