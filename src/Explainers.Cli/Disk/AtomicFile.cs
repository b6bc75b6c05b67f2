using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Explainers.Hosting;

namespace Explainers.Cli.Disk;

/// <summary>
/// Files of a cache: they get their names when they are complete, so that nobody reads half of one. A link at the name is replaced,
/// never followed. They are not flushed
/// to the disk: they carry checksums, so that what a power cut tore is made again.
/// </summary>
internal static partial class AtomicFile
{
    private const int Buffer = 1 << 20;
    private const int MostTries = 8;
    private const string Suffix = ".explainers-part";

    /// <summary>Keeps others out, and lets the file be renamed and removed while it is open, which Windows must be asked for.</summary>
    private static readonly FileShare Exclusive = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    private static readonly ConcurrentDictionary<string, byte> Unfinished = new(StringComparer.Ordinal);

    /// <summary>Writes a file, and its folder where that is missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content; may be called more than once.</param>
    /// <returns>Null, or why the disk did not take it.</returns>
    public static Exception? Write(string path, Action<FileStream> write)
    {
        for (var tries = 1; ; tries++)
        {
            var part = Path.Combine(Path.GetDirectoryName(path)!, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) + Suffix);
            if (TryWrite(path, part, write) is not { } refusal) return null;
            // A file can be locked only once it is there. In between, another build may take it for one of a dead process and remove it.
            var isTaken = refusal is FileNotFoundException or DirectoryNotFoundException
                || (refusal is IOException fault && DiskFault.IsLocked(fault));
            if (!isTaken || tries == MostTries) return refusal;
        }
    }

    private static Exception? TryWrite(string path, string part, Action<FileStream> write)
    {
        Unfinished.TryAdd(part, 0);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // It is renamed while it is open: once it is closed, another build may take it for one of a dead process.
            using var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, Exclusive, Buffer);
            write(file);
            file.Flush();
            File.Move(part, path, overwrite: true);
            return null;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            Discard(part);
            // A folder with the name of the file is not ours to remove. The file is made again in each build, which costs time alone.
            return Directory.Exists(path) ? null : exception;
        }
        finally
        {
            Unfinished.TryRemove(part, out _);
        }
    }

    /// <summary>Removes a file; a disk that refuses to write may refuse that too, and what is left is never read.</summary>
    public static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            // Nothing more can be done about it.
        }
    }

    /// <summary>Removes the files that this process has not finished: for one that is about to end.</summary>
    public static void DiscardUnfinished()
    {
        foreach (var path in Unfinished.Keys) Discard(path);
    }

    /// <summary>Removes what processes left that died while they wrote. A file that is open belongs to one that lives.</summary>
    /// <param name="folder">A folder of a cache.</param>
    public static void DiscardAbandoned(string folder)
    {
        foreach (var path in PartsIn(folder))
        {
            try
            {
                using (File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, Exclusive)) File.Delete(path);
            }
            catch (Exception exception) when (DiskFault.Is(exception))
            {
                // It is open, or just gone, or not ours to remove.
            }
        }
    }

    private static string[] PartsIn(string folder)
    {
        try
        {
            var files = new DirectoryInfo(folder).EnumerateFiles("*" + Suffix);
            return [.. files.Where(file => OfParts().IsMatch(file.Name) && file.LinkTarget is null).Select(file => file.FullName)];
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return [];
        }
    }

    [GeneratedRegex(@"^[0-9a-f]{32}\.explainers-part\z")]
    private static partial Regex OfParts();
}
