using Explainers.Diagnostics;

namespace Explainers.Cli.Disk;

/// <summary>Makes sure that a folder is this tool's to write to and to clean: a marker file says so.</summary>
internal static class OutputClaim
{
    /// <summary>The file that marks a folder as written by this tool.</summary>
    public const string Marker = ".explainers";

    private const string Words = "This folder is written by explainers. It removes files here that the site does not have.\n";

    /// <summary>Claims a folder that does not exist, is empty, or bears the marker.</summary>
    /// <returns>Null, or why the folder can not be claimed.</returns>
    public static Diagnostic? Take(string folder, string shown, IEnumerable<string> sources)
    {
        var root = WithSlash(folder);
        foreach (var source in sources.Select(WithSlash))
        {
            if (source.StartsWith(root, StringComparison.Ordinal) || root.StartsWith(source, StringComparison.Ordinal))
                return Catalog.ForeignOutput(shown, "holds or lies in a folder that the site is made from");
        }
        try
        {
            if (File.Exists(folder)) return Catalog.ForeignOutput(shown, "is a file");
            if (FileInTheWay.Of(folder, shown) is { } file) return Catalog.UnwritableOutput(shown, $"{file} is a file", "with --output, choose a path that leads through folders only");
            Directory.CreateDirectory(folder);
            var marker = Path.Combine(folder, Marker);
            if (File.Exists(marker)) return null;
            if (Directory.EnumerateFileSystemEntries(folder).Any()) return Catalog.ForeignOutput(shown, "holds files that this tool did not write");
            File.WriteAllText(marker, Words);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Catalog.UnwritableOutput(shown, exception.Message);
        }
    }

    private static string WithSlash(string path) => Path.TrimEndingDirectorySeparator(path) + Path.DirectorySeparatorChar;
}
