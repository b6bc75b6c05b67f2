namespace Explainers.Cli.Disk;

/// <summary>Removes what the site does not have from the folder that it is written to.</summary>
internal static class Strays
{
    /// <summary>Removes every file that is not the site's, and folders left empty; what begins with a dot in the folder itself is left alone.</summary>
    /// <returns>How many files went.</returns>
    public static int Remove(string folder, IEnumerable<string> paths)
    {
        var kept = paths.Select(path => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar))).ToHashSet(StringComparer.Ordinal);
        return new DirectoryInfo(folder).EnumerateFileSystemInfos()
            .Where(entry => entry.Name[0] != '.' || kept.Contains(entry.FullName))
            .ToArray()
            .Sum(entry => Remove(entry, kept));
    }

    /// <summary>Deletes a folder with all that is in it; links are deleted, and what they lead to stays.</summary>
    public static void Delete(DirectoryInfo folder) => Remove(folder, []);

    private static int Remove(FileSystemInfo entry, HashSet<string> kept)
    {
        if (kept.Contains(entry.FullName)) return 0;
        if (entry is not DirectoryInfo folder || entry.LinkTarget is not null)
        {
            entry.Delete();
            return 1;
        }
        var removed = folder.EnumerateFileSystemInfos().ToArray().Sum(inner => Remove(inner, kept));
        if (!folder.EnumerateFileSystemInfos().Any()) folder.Delete();
        return removed;
    }
}
