using System.IO.Enumeration;

namespace Explainers.Cli.Disk;

/// <summary>What the folder that a site is written to holds and the site does not have.</summary>
internal sealed class StaleFiles
{
    private readonly List<FileSystemInfo> _files = [];
    private readonly List<DirectoryInfo> _folders = [];
    private readonly List<(FileSystemInfo Entry, string Wanted)> _respelled = [];
    private readonly HashSet<string> _kept;
    private readonly HashSet<string> _needed;
    private readonly ILookup<string, string> _spellings;

    private StaleFiles(string folder, IEnumerable<string> paths)
    {
        var full = paths.Select(path => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar)));
        _kept = full.ToHashSet(StringComparer.Ordinal);
        _needed = _kept.SelectMany(path => Above(path, folder)).ToHashSet(StringComparer.Ordinal);
        _spellings = _kept.Concat(_needed).ToLookup(path => path, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The first folder from which something is to be removed and may not be, or that cannot be listed; null where there is none.
    /// </summary>
    public string? Locked { get; private set; }

    /// <summary>
    /// Finds every file that is not the site's, and folders that are left empty without them; what begins with a dot in the folder
    /// itself is left alone. Where the disk
    /// does not tell small letters from capital ones, a file of the site may stand there under its earlier spelling: it is to get the
    /// site's. Nothing is changed.
    /// </summary>
    /// <param name="folder">The folder that the site is written to, as a real path.</param>
    /// <param name="paths">The files of the site, with forward slashes.</param>
    public static StaleFiles Find(string folder, IEnumerable<string> paths)
    {
        var stale = new StaleFiles(folder, paths);
        stale.Take(folder, folder, [.. EntriesOf(folder).Where(entry => entry.Name[0] != '.')]);
        return stale;
    }

    /// <summary>Deletes a folder with all that is in it; links are deleted, and what they lead to stays.</summary>
    /// <returns>How many files went.</returns>
    public static int Delete(DirectoryInfo folder)
    {
        var all = new StaleFiles(folder.FullName, []);
        all.Enter(folder, folder.FullName);
        return all.Locked is { } locked ? throw new UnauthorizedAccessException(locked) : all.Remove();
    }

    /// <summary>Removes what was found. A link is removed, and what it leads to stays.</summary>
    /// <returns>How many files went.</returns>
    public int Remove()
    {
        foreach (var file in _files) file.Delete();
        foreach (var folder in _folders.Where(folder => Directory.Exists(folder.FullName))) folder.Delete();
        // The innermost first, so that the paths of the others still lead to them.
        return _files.Count + _respelled.Reverse<(FileSystemInfo Entry, string Wanted)>().Sum(entry => Respell(entry.Entry, entry.Wanted));
    }

    /// <summary>Renames an entry to its new spelling, or removes it where the site's own file already has that name.</summary>
    private static int Respell(FileSystemInfo entry, string name)
    {
        var parent = Path.GetDirectoryName(entry.FullName)!;
        var names = Directory.EnumerateFileSystemEntries(parent).Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        if (!names.Contains(entry.Name)) return 0;
        if (!names.Contains(name))
        {
            if (entry is DirectoryInfo moved) moved.MoveTo(Path.Combine(parent, name));
            else ((FileInfo)entry).MoveTo(Path.Combine(parent, name));
            return 0;
        }
        if (entry is DirectoryInfo folder) return Delete(folder);
        entry.Delete();
        return 1;
    }

    /// <summary>Looks at what is in a folder.</summary>
    /// <param name="path">Where the folder is.</param>
    /// <param name="spelled">The path that the site's files have there, which may be another where only case differs.</param>
    /// <param name="entries">What is in it.</param>
    /// <returns>Whether all of it goes.</returns>
    private bool Take(string path, string spelled, FileSystemInfo[] entries)
    {
        var there = entries.Select(entry => Path.Combine(spelled, entry.Name)).ToHashSet(StringComparer.Ordinal);
        var (goes, found) = (true, _files.Count + _folders.Count);
        foreach (var entry in entries)
        {
            var name = Respelled(entry, Path.Combine(spelled, entry.Name), there);
            var isFolder = entry is DirectoryInfo && entry.LinkTarget is null;
            // What is in the way of a file or folder of the site is replaced by it, and not stale.
            if (_kept.Contains(name) || (!isFolder && _needed.Contains(name))) goes = false;
            else if (isFolder) goes &= Enter((DirectoryInfo)entry, name);
            else _files.Add(entry);
        }
        if (_files.Count + _folders.Count > found && !Unix.MayChange(path)) Locked ??= path;
        return goes;
    }

    private bool Enter(DirectoryInfo folder, string spelled)
    {
        try
        {
            if (!Take(folder.FullName, spelled, [.. EntriesOf(folder.FullName)]) || _needed.Contains(spelled)) return false;
            _folders.Add(folder);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            Locked ??= folder.FullName;
            return false;
        }
    }

    /// <summary>What is in a folder. Nothing is asked of the disk that the folder does not say by itself.</summary>
    private static FileSystemEnumerable<FileSystemInfo> EntriesOf(string folder) => new(
        folder,
        static (ref entry) => entry.IsDirectory ? new DirectoryInfo(entry.ToFullPath()) : new FileInfo(entry.ToFullPath()),
        new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false });

    /// <summary>The one spelling that the site has of an entry's path, where none of its neighbours has it already.</summary>
    private string Respelled(FileSystemInfo entry, string path, HashSet<string> there)
    {
        if (_kept.Contains(path) || _needed.Contains(path) || entry.LinkTarget is not null) return path;
        if (_spellings[path].ToArray() is not [var wanted, ..] all || all.Any(there.Contains)) return path;
        there.Add(wanted);
        _respelled.Add((entry, Path.GetFileName(wanted)));
        return wanted;
    }

    private static IEnumerable<string> Above(string path, string folder)
    {
        for (var above = Path.GetDirectoryName(path)!; above.Length > folder.Length; above = Path.GetDirectoryName(above)!)
            yield return above;
    }
}
