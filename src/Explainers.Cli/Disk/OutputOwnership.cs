using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using Explainers.Cli.Invocation;
using Explainers.Diagnostics;
using Explainers.Hosting;

namespace Explainers.Cli.Disk;

/// <summary>Where a site is written, and how.</summary>
/// <param name="Folder">The folder, as a full path.</param>
/// <param name="Shown">The folder as messages show it.</param>
/// <param name="Sources">Folders that the site is made from, as full paths.</param>
internal sealed record OutputTarget(string Folder, string Shown, ImmutableArray<string> Sources)
{
    /// <summary>The folder without links.</summary>
    public string RealFolder { get; } = RealPath.OrTyped(Folder);

    /// <summary>When the build began.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>How long to wait for another build that writes there.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether files are flushed to the disk before they replace others, so that a power cut leaves none empty.</summary>
    public bool IsFlushed { get; init; } = true;

    /// <summary>A path in the folder as the disk knows it.</summary>
    public string Full(string path) => Path.Combine(RealFolder, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>A path in the folder as messages show it.</summary>
    public string ShownPath(string path) =>
        path.Length == 0 ? Shown : $"{CliEnvironment.Shown(Shown).TrimEnd('/')}/{CliEnvironment.Shown(path)}";
}

/// <summary>
/// Makes sure that a folder is this tool's to write to and to clean: a marker file says so. Its first line is always the same; the
/// others name the files with a dot that
/// a build wrote, each with a hash. Other files with a dot at the top of the folder are a person's or a host's, such as .git, and stay;
/// so does one that was changed since.
/// </summary>
internal static class OutputOwnership
{
    /// <summary>The file that marks a folder as written by this tool.</summary>
    public const string Marker = SiteBounds.OutputMarker;

    private const string Words = "This folder is written by explainers. It removes files here that the site does not have.";
    private const int LongestMarker = 1 << 20;

    /// <summary>Why a folder must not be written to, or null. Nothing is changed.</summary>
    public static Diagnostic? Refusal(OutputTarget target)
    {
        var (folder, shown) = (target.RealFolder, target.Shown);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (Path.GetDirectoryName(folder) is null) return Catalog.ForeignOutput(shown, "is the top of a disk");
        if (home.Length > 0 && RealPath.IsIn(RealPath.OrTyped(home), folder))
            return Catalog.ForeignOutput(shown, "is your home folder or holds it");
        if (target.Sources.Any(source => RealPath.Overlap(RealPath.OrTyped(source), folder))) return Overlaps(shown);
        try
        {
            if (File.Exists(folder)) return Catalog.ForeignOutput(shown, "is a file");
            if (PathConflict.Of(folder, shown) is { } file)
                return Catalog.UnwritableOutput(shown, $"{file} is a file", "with --output, choose a path that leads through folders only");
            return !Directory.Exists(folder) || IsOurs(folder)
                ? null
                : Catalog.ForeignOutput(shown, "holds files that this tool did not write");
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return Catalog.UnwritableOutput(shown, DiskFault.Words(exception, folder));
        }
    }

    /// <summary>The refusal of a folder that is one of the site's own, holds one, or lies in one.</summary>
    public static Diagnostic Overlaps(string shown) => Catalog.ForeignOutput(shown, "holds or lies in a folder that the site is made from");

    /// <summary>
    /// Why a cache must not be where it is, or null: in the output it would be published, in the input read as part of the site.
    /// </summary>
    public static Diagnostic? RefusalOfCache(string cache, string shown, OutputTarget target)
    {
        var (real, hint) = (RealPath.OrTyped(cache), "with --cache, choose a folder outside the input, the theme and the output");
        if (RealPath.IsIn(real, target.RealFolder)) return Catalog.ForeignOutput(shown, "lies in the output, which is published", hint);
        return target.Sources.Any(source => RealPath.IsIn(real, RealPath.OrTyped(source)))
            ? Catalog.ForeignOutput(shown, "lies in a folder that the site is made from", hint)
            : null;
    }

    /// <summary>
    /// The files with a dot that earlier builds wrote: path and hash. A file has two hashes where a build was interrupted.
    /// </summary>
    public static ImmutableHashSet<(string Path, string Hash)> DotFiles(string folder) => ReadMarker(folder) is not { } lines
        ? []
        : [.. lines.Skip(1).Select(line => line.Split(' ', 2)).Where(IsDotFile).Select(parts => (parts[1], parts[0]))];

    /// <summary>The content of a marker.</summary>
    public static byte[] MarkerOf(IEnumerable<(string Path, string Hash)> dotFiles) =>
        Encoding.UTF8.GetBytes(string.Concat(dotFiles.Order().Select(file => $"{file.Hash} {file.Path}\n").Prepend(Words + "\n")));

    /// <summary>Whether a path lies below a name with a dot, in which files of others may stand too.</summary>
    public static bool IsDotPath(string path) => path.StartsWith('.') && path.Split('/').All(part => part is not ("" or "." or ".."));

    private static bool IsDotFile(string[] parts) =>
        parts.Length == 2 && IsDotPath(parts[1]) && parts[1] is not Marker
        && !parts[1].StartsWith(StagingFolder.Name, StringComparison.Ordinal);

    /// <summary>The hash of a file in the marker.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(XxHash128.Hash(bytes));

    /// <summary>
    /// Whether a folder bears the marker, or holds nothing. A build that is just filling it has put its marker there first.
    /// </summary>
    private static bool IsOurs(string folder) =>
        ReadMarker(folder) is not null
        || Directory.EnumerateFileSystemEntries(folder).All(entry => Path.GetFileName(entry) == StagingFolder.Name)
        || ReadMarker(folder) is not null;

    /// <summary>The lines of the marker, or null where there is none. A file of any other content, a link or a pipe is none.</summary>
    private static string[]? ReadMarker(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, Marker));
        if (!file.Exists || file.LinkTarget is not null || file.Length is 0 or > LongestMarker) return null;
        try
        {
            var lines = File.ReadAllText(file.FullName).Split('\n', StringSplitOptions.TrimEntries);
            return lines[0] == Words ? lines : null;
        }
        catch (FileNotFoundException)
        {
            // A first build that failed has just taken it back.
            return null;
        }
    }
}
