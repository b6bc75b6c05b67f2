namespace Explainers.Cli.Disk;

/// <summary>Follows symbolic links, wherever in a path they stand.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The path without links, or null where they lead in a circle. What it names may not be there.</summary>
    /// <param name="path">A full path.</param>
    public static string? Of(string path)
    {
        var real = Path.GetPathRoot(path)!;
        var rest = new Stack<string>();
        Push(path[real.Length..], rest);
        for (var links = 0; rest.TryPop(out var part);)
        {
            if (part is "" or ".") continue;
            var next = part == ".." ? Path.GetDirectoryName(real) ?? real : Path.Combine(real, part);
            if (part == ".." || new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }
            if (++links > MostLinks) return null;
            if (Path.IsPathRooted(target))
            {
                real = Path.GetPathRoot(Path.GetFullPath(target))!;
                target = target[Path.GetPathRoot(target)!.Length..];
            }
            Push(target, rest);
        }
        return real;
    }

    /// <summary>Whether a path is that of a folder, or lies below it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    private static void Push(string path, Stack<string> rest)
    {
        foreach (var part in path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Reverse()) rest.Push(part);
    }
}
