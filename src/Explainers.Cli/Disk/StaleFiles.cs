namespace Explainers.Cli.Disk;

/// <summary>Removes what the site does not have from the folder that it is written to.</summary>
internal static class StaleFiles
{
    /// <summary>
    /// Removes every file that is not the site's, and folders left empty; what begins with a dot in the folder itself is left alone. Where the disk does
    /// not tell small letters from capital ones, a file of the site may stand there under its earlier spelling: it gets the site's.
    /// </summary>
    /// <returns>How many files went.</returns>
    public static int Remove(string folder, IEnumerable<string> paths)
    {
        var kept = Kept(folder, paths);
        var folders = kept.SelectMany(path => Above(path, folder)).ToHashSet(StringComparer.Ordinal);
        var spellings = kept.Concat(folders).ToLookup(path => path, StringComparer.OrdinalIgnoreCase);
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos().ToArray();
        Respell(entries, spellings);
        return entries.Where(entry => entry.Name[0] != '.').Sum(entry => Remove(entry, kept, spellings));
    }

    /// <summary>The first folder from which <see cref="Remove(string, IEnumerable{string})"/> would have to remove something and may not, or null. Nothing is changed.</summary>
    public static string? Unremovable(string folder, IEnumerable<string> paths)
    {
        var kept = Kept(folder, paths);
        var folders = kept.SelectMany(path => Above(path, folder)).ToHashSet(StringComparer.Ordinal);
        return new DirectoryInfo(folder).EnumerateFileSystemInfos()
            .Where(entry => entry.Name[0] != '.')
            .Select(entry => Unremovable(entry, kept, folders))
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>Deletes a folder with all that is in it; links are deleted, and what they lead to stays.</summary>
    public static void Delete(DirectoryInfo folder) => Remove(folder, [], Enumerable.Empty<string>().ToLookup(path => path));

    private static HashSet<string> Kept(string folder, IEnumerable<string> paths) =>
        paths.Select(path => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar))).ToHashSet(StringComparer.Ordinal);

    private static string? Unremovable(FileSystemInfo entry, HashSet<string> kept, HashSet<string> folders)
    {
        if (kept.Contains(entry.FullName)) return null;
        var isStale = !folders.Contains(entry.FullName);
        if (isStale && !Unix.MayChange(Path.GetDirectoryName(entry.FullName)!)) return Path.GetDirectoryName(entry.FullName);
        if (entry is not DirectoryInfo folder || entry.LinkTarget is not null) return null;
        try
        {
            return folder.EnumerateFileSystemInfos().Select(inner => Unremovable(inner, kept, folders)).FirstOrDefault(found => found is not null);
        }
        catch (UnauthorizedAccessException)
        {
            return folder.FullName;
        }
    }

    private static int Remove(FileSystemInfo entry, HashSet<string> kept, ILookup<string, string> spellings)
    {
        if (kept.Contains(entry.FullName)) return 0;
        if (entry is not DirectoryInfo folder || entry.LinkTarget is not null)
        {
            entry.Delete();
            return 1;
        }
        var entries = folder.EnumerateFileSystemInfos().ToArray();
        Respell(entries, spellings);
        var removed = entries.Sum(inner => Remove(inner, kept, spellings));
        if (!folder.EnumerateFileSystemInfos().Any()) folder.Delete();
        return removed;
    }

    /// <summary>Gives entries the one spelling that the site has of their path, where none of their neighbours has it already.</summary>
    private static void Respell(FileSystemInfo[] entries, ILookup<string, string> spellings)
    {
        var there = entries.Select(entry => entry.FullName).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => entry.LinkTarget is null))
        {
            var wanted = spellings[entry.FullName].ToArray();
            if (wanted.Length == 0 || wanted.Any(there.Contains)) continue;
            if (entry is DirectoryInfo folder) folder.MoveTo(wanted[0]);
            else ((FileInfo)entry).MoveTo(wanted[0]);
            there.Add(wanted[0]);
        }
    }

    private static IEnumerable<string> Above(string path, string folder)
    {
        for (var above = Path.GetDirectoryName(path)!; above.Length > folder.Length; above = Path.GetDirectoryName(above)!) yield return above;
    }
}
