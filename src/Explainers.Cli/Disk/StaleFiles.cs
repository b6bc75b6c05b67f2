using System.Collections.Immutable;

namespace Explainers.Cli.Disk;

/// <summary>What the folder that a site is written to holds and the site does not have.</summary>
internal sealed class StaleFiles
{
    private readonly OutputListing _output;
    private readonly List<string> _files = [];
    private readonly List<string> _folders = [];
    private readonly List<(ListedEntry Entry, string Wanted)> _respelled = [];
    private readonly HashSet<string> _kept;
    private readonly HashSet<string> _needed;

    private StaleFiles(OutputListing output, IEnumerable<string> paths)
    {
        (_output, _kept) = (output, paths.ToHashSet(StringComparer.Ordinal));
        _needed = _kept.SelectMany(Above).ToHashSet(StringComparer.Ordinal);
    }

    private ILookup<string, string> Spellings => field ??= _kept.Concat(_needed).ToLookup(path => path, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The first folder from which something is to be removed and may not be, or that cannot be listed; null where there is none.
    /// </summary>
    public string? Locked { get; private set; }

    /// <summary>
    /// Finds every file that is not the site's, and folders that are left empty without them; what begins with a dot in the folder
    /// itself is left alone. Where the disk does not tell small letters from capital ones, a file of the site may stand there under its
    /// earlier spelling: it is to get the site's. Nothing is changed.
    /// </summary>
    /// <param name="output">What the folder holds that the site is written to.</param>
    /// <param name="paths">The files of the site, with forward slashes.</param>
    public static StaleFiles Find(OutputListing output, IEnumerable<string> paths)
    {
        var stale = new StaleFiles(output, paths);
        if (output.Entries.IsDefault) stale.Locked = output.Folder;
        else stale.Take("", "", [.. output.Entries.Where(entry => entry.Below[0] != '.')]);
        return stale;
    }

    /// <summary>Deletes a folder with all that is in it; links are deleted, and what they lead to stays.</summary>
    /// <returns>How many files went.</returns>
    public static int Delete(string folder)
    {
        var all = new StaleFiles(OutputListing.Of(folder), []);
        all.Enter(new ListedEntry("", ListedKind.Folder, default) { Entries = all._output.Entries }, "");
        return all.Locked is { } locked ? throw new UnauthorizedAccessException(locked) : all.Remove();
    }

    /// <summary>Removes what was found. A link is removed, and what it leads to stays.</summary>
    /// <returns>How many files went.</returns>
    public int Remove()
    {
        foreach (var file in _files.Select(_output.Full))
        {
            // A link may lead to a folder.
            if (Directory.Exists(file)) Directory.Delete(file);
            else File.Delete(file);
        }
        foreach (var folder in _folders.Select(_output.Full).Where(Directory.Exists)) Directory.Delete(folder);
        // The innermost first, so that the paths of the others still lead to them.
        return _files.Count + _respelled.Reverse<(ListedEntry Entry, string Wanted)>().Sum(entry => Respell(entry.Entry, entry.Wanted));
    }

    /// <summary>Renames an entry to its new spelling, or removes it where the site's own file already has that name.</summary>
    private int Respell(ListedEntry entry, string name)
    {
        var path = _output.Full(entry.Below);
        var parent = Path.GetDirectoryName(path)!;
        var names = Directory.EnumerateFileSystemEntries(parent).Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        if (!names.Contains(entry.Name)) return 0;
        if (!names.Contains(name))
        {
            if (entry.Kind == ListedKind.Folder) Directory.Move(path, Path.Combine(parent, name));
            else File.Move(path, Path.Combine(parent, name));
            return 0;
        }
        if (entry.Kind == ListedKind.Folder) return Delete(path);
        File.Delete(path);
        return 1;
    }

    /// <summary>Looks at what is in a folder.</summary>
    /// <param name="path">Its path below the output.</param>
    /// <param name="spelled">The path that the site's files have there, which may be another where only case differs.</param>
    /// <param name="entries">What is in it.</param>
    /// <returns>Whether all of it goes.</returns>
    private bool Take(string path, string spelled, ImmutableArray<ListedEntry> entries)
    {
        HashSet<string>? there = null;
        var (goes, found) = (true, _files.Count + _folders.Count);
        foreach (var entry in entries)
        {
            var name = path == spelled ? entry.Below : Join(spelled, entry.Name);
            if (!_kept.Contains(name) && !_needed.Contains(name) && entry.Kind != ListedKind.Link)
                name = Respelled(entry, name, there ??= [.. entries.Select(other => Join(spelled, other.Name))]);
            // What is in the way of a file or folder of the site is replaced by it, and not stale.
            if (_kept.Contains(name) || (entry.Kind != ListedKind.Folder && _needed.Contains(name))) goes = false;
            else if (entry.Kind == ListedKind.Folder) goes &= Enter(entry, name);
            else _files.Add(entry.Below);
        }
        if (_files.Count + _folders.Count > found && !Unix.MayChange(_output.Full(path))) Locked ??= _output.Full(path);
        return goes;
    }

    private bool Enter(ListedEntry folder, string spelled)
    {
        if (folder.Entries.IsDefault) Locked ??= _output.Full(folder.Below);
        if (folder.Entries.IsDefault || !Take(folder.Below, spelled, folder.Entries) || _needed.Contains(spelled)) return false;
        _folders.Add(folder.Below);
        return true;
    }

    /// <summary>The one spelling that the site has of an entry's path, where none of its neighbours has it already.</summary>
    private string Respelled(ListedEntry entry, string path, HashSet<string> there)
    {
        if (Spellings[path].ToArray() is not [var wanted, ..] all || all.Any(there.Contains)) return path;
        there.Add(wanted);
        _respelled.Add((entry, wanted[(wanted.LastIndexOf('/') + 1)..]));
        return wanted;
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1)) yield return path[..slash];
    }
}
