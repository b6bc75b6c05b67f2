namespace Explainers.Hosting;

/// <summary>Where a path leads once every link on the way is followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 64;

    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The path without links, or as it is typed where they lead in a circle.</summary>
    /// <param name="path">A full path.</param>
    public static string OrTyped(string path) => Of(path) ?? path;

    /// <summary>The path without links, or null where they lead in a circle. What is not there yet is kept as it is.</summary>
    /// <param name="path">A full path.</param>
    public static string? Of(string path)
    {
        var root = Path.GetPathRoot(path)!;
        var (real, links) = (root, 0);
        var ahead = new Stack<string>(Parts(path[root.Length..]));
        while (ahead.TryPop(out var part))
        {
            if (part is ".") continue;
            if (part is "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }
            var next = Path.Combine(real, part);
            if (TargetOf(next) is not { } target)
            {
                real = next;
                continue;
            }
            if (++links > MostLinks) return null;
            if (Path.GetPathRoot(target) is { Length: > 0 } other) (real, target) = (Path.GetFullPath(other, real), target[other.Length..]);
            foreach (var inner in Parts(target)) ahead.Push(inner);
        }
        return Path.TrimEndingDirectorySeparator(real);
    }

    /// <summary>Whether two real paths are the same folder, or one lies in the other.</summary>
    public static bool Overlap(string one, string other) => IsIn(one, other) || IsIn(other, one);

    /// <summary>
    /// Whether a real path is a folder or lies in it, where the system does not tell small letters from capital ones, in any spelling.
    /// </summary>
    public static bool IsIn(string path, string folder) => WithSlash(path).StartsWith(WithSlash(folder), Comparison);

    /// <summary>What a link leads to; null for anything else.</summary>
    public static string? TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return null;
        }
    }

    /// <summary>The parts of a path, the last one first.</summary>
    private static IEnumerable<string> Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse();

    private static string WithSlash(string path)
    {
        var spelled = OperatingSystem.IsMacOS() ? path.Normalize() : path;
        return Path.EndsInDirectorySeparator(spelled) ? spelled : spelled + Path.DirectorySeparatorChar;
    }
}
