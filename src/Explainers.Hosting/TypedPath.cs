namespace Explainers.Hosting;

/// <summary>A path as somebody typed it. Folders may be separated as on Windows, so that one command line does on every system.</summary>
internal static class TypedPath
{
    /// <summary>A path as the disk knows it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="start">The folder that relative paths start from.</param>
    public static string Full(string path, string start) => Path.GetFullPath(Shown(path), start);

    /// <summary>A path as messages show it, on every system.</summary>
    public static string Shown(string path) => path.Replace('\\', '/');
}
