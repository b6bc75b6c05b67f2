using Explainers.Cli.Commands;
using Explainers.Cli.Disk;
using Explainers.Sources;

namespace Explainers.Cli.Preview;

/// <summary>The files of a site in memory, brought up to date from the disk file by file. What can not be read just now stays as it was.</summary>
internal sealed class SourceShelf
{
    /// <summary>How long a file that has just been emptied may take to be filled again; the next look takes it as it is.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly Shelf _input;
    private readonly Shelf _theme;
    private readonly SourceFile[] _builtIn;

    /// <summary>Takes the folders of a site; nothing is read yet.</summary>
    public SourceShelf(SiteRequest request, World world)
    {
        _input = new Shelf(request.Input, world);
        _theme = new Shelf(request.Theme ?? SourceReader.DefaultTheme, world);
        _builtIn = [.. SourceReader.BuiltInTheme()];
    }

    /// <summary>The folders on the disk.</summary>
    public IEnumerable<string> Folders => [_input.Root, _theme.Root];

    /// <summary>The files as they are on the shelf.</summary>
    public SourceTree Tree()
    {
        var overridden = _theme.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return SourceTree.From(_input.Files, _theme.Files.Concat(_builtIn.Where(file => !overridden.Contains(file.Path))));
    }

    /// <summary>The path on the disk of a file as messages show it, or null for one of the built-in theme.</summary>
    public string? Full(string shown) => _input.Full(shown) ?? _theme.Full(shown);

    /// <summary>Brings what lies at some paths up to date; whole folders where they are folders, or may have been.</summary>
    /// <returns>Whether anything is another than it was.</returns>
    public bool Update(IEnumerable<string> paths)
    {
        var changed = false;
        foreach (var path in paths) changed |= _input.Update(path) | _theme.Update(path);
        return changed;
    }

    /// <summary>Brings everything up to date.</summary>
    /// <returns>Whether anything is another than it was.</returns>
    public bool UpdateAll() => Update(Folders);

    /// <summary>The files of one folder, by their paths on the disk.</summary>
    private sealed class Shelf(string folder, World world)
    {
        private readonly SortedDictionary<string, (SourceFile File, DateTime Written)> _files = new(StringComparer.Ordinal);
        private readonly string _shown = folder.Replace('\\', '/').TrimEnd('/');

        public string Root { get; } = Path.TrimEndingDirectorySeparator(world.Full(folder));

        public IEnumerable<SourceFile> Files => _files.Values.Select(known => known.File);

        public string? Full(string shown) => shown.StartsWith(_shown + "/", StringComparison.Ordinal) ? Path.Combine(Root, shown[(_shown.Length + 1)..]) : null;

        public bool Update(string path)
        {
            if (path != Root && !path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return false;
            if (File.Exists(path)) return Read(path);
            var gone = _files.Keys.Where(known => (known == path || known.StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal)) && !File.Exists(known)).ToArray();
            foreach (var known in gone) _files.Remove(known);
            var changed = gone.Length > 0;
            foreach (var file in Below(path)) changed |= Read(file);
            return changed;
        }

        private static string[] Below(string path)
        {
            try
            {
                return Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories) : [];
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A folder that goes away while it is read says so again.
                return [];
            }
        }

        private bool Read(string path)
        {
            var below = Path.GetRelativePath(Root, path).Replace('\\', '/');
            if (!SourceReader.IsSource(below)) return false;
            try
            {
                var written = File.GetLastWriteTimeUtc(path);
                var isKnown = _files.TryGetValue(path, out var known);
                if (isKnown && known.Written == written && new FileInfo(path).Length == known.File.Bytes.Length && DateTime.UtcNow - written > TimeSpan.FromSeconds(2)) return false;
                var bytes = File.ReadAllBytes(path);
                if (bytes.Length == 0 && isKnown && DateTime.UtcNow - written < Pause) return false;
                var isSame = isKnown && known.File.Bytes.Span.SequenceEqual(bytes);
                _files[path] = (isSame ? known.File : new SourceFile(below, $"{_shown}/{below}", bytes), written);
                return !isSame;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return File.Exists(path) ? false : _files.Remove(path);
            }
        }
    }
}
