using Explainers.Cli.Invocation;

namespace Explainers.Cli.Disk;

/// <summary>Finds a file where a path needs a folder.</summary>
internal static class PathConflict
{
    /// <summary>The first such file going up, as messages show it, or null where there is none.</summary>
    /// <param name="path">The path as the disk knows it.</param>
    /// <param name="shown">The path as typed.</param>
    public static string? Of(string path, string shown)
    {
        var (above, name) = (Path.GetDirectoryName(path), Path.GetDirectoryName(CliEnvironment.Shown(shown)));
        while (above is not null && !string.IsNullOrEmpty(name))
        {
            if (File.Exists(above)) return CliEnvironment.Shown(name);
            (above, name) = (Path.GetDirectoryName(above), Path.GetDirectoryName(name));
        }
        return null;
    }
}
