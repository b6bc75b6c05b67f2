using System.Buffers;
using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Rendering;

namespace Explainers.Cli.Disk;

/// <summary>What writing a site did.</summary>
/// <param name="Written">Files that are new or have changed.</param>
/// <param name="Unchanged">Files that were already as they should be.</param>
/// <param name="Removed">Files that the site no longer has.</param>
internal sealed record WriteSummary(int Written, int Unchanged, int Removed);

/// <summary>Writes a finished site to a folder that is its own: only what changed, each file at once, and removes what the site no longer has.</summary>
internal static class SiteWriter
{
    private const string Temporary = ".explainers-new";
    private const int PieceLength = 1 << 16;

    /// <summary>Writes a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="folder">The folder, as a full path.</param>
    /// <param name="shown">The folder as messages show it.</param>
    /// <param name="sources">Folders that must not be written to, as full paths.</param>
    public static Diagnosed<WriteSummary> Write(RenderedSite site, string folder, string shown, IEnumerable<string> sources)
    {
        var state = Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() ? FolderState.Used : FolderState.Empty;
        var claim = OutputClaim.Take(folder, shown, sources);
        if (claim is { } refusal) return new Diagnosed<WriteSummary>(new WriteSummary(0, 0, 0), [refusal]);
        var outcomes = new Outcome[site.Files.Length];
        var failures = new Diagnostic?[site.Files.Length];
        MakeRoom(site, folder, state);
        Parallel.For(0, site.Files.Length, i => (outcomes[i], failures[i]) = WriteFile(folder, site.Files[i], state));
        var findings = failures.OfType<Diagnostic>().ToImmutableArray();
        var removed = findings.IsEmpty && state == FolderState.Used ? Strays.Remove(folder, site.Files.Select(file => file.Path)) : 0;
        var written = outcomes.Count(outcome => outcome == Outcome.Written);
        return new Diagnosed<WriteSummary>(new WriteSummary(written, outcomes.Length - written, removed), findings);
    }

    /// <summary>What the folder held before; in an empty one, nothing can be in the way and nothing is left over.</summary>
    private enum FolderState
    {
        Empty,
        Used,
    }

    private enum Outcome
    {
        Unchanged,
        Written,
    }

    /// <summary>Makes the folders that the site needs, and takes away files that stand where a folder must be.</summary>
    private static void MakeRoom(RenderedSite site, string folder, FolderState state)
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in site.Files)
        {
            var slash = file.Path.LastIndexOf('/');
            if (slash < 0 || !made.Add(file.Path[..slash])) continue;
            if (state == FolderState.Used) ClearWay(folder, file.Path[..slash]);
            Directory.CreateDirectory(Path.Combine(folder, file.Path[..slash]));
        }
    }

    private static void ClearWay(string folder, string below)
    {
        var path = folder;
        foreach (var part in below.Split('/'))
        {
            path = Path.Combine(path, part);
            var entry = new FileInfo(path);
            if (entry.Exists || entry.LinkTarget is not null) entry.Delete();
        }
    }

    private static (Outcome Outcome, Diagnostic? Failure) WriteFile(string folder, OutputFile file, FolderState state)
    {
        var path = Path.Combine(folder, file.Path);
        try
        {
            var existing = new FileInfo(path);
            if (state == FolderState.Empty || (!existing.Exists && !Directory.Exists(path) && existing.LinkTarget is null))
            {
                WriteBytes(path, file.Bytes.Span, FileMode.CreateNew);
                return (Outcome.Written, null);
            }
            if (existing.Exists && existing.LinkTarget is null && existing.Length == file.Bytes.Length && HoldsBytes(path, file.Bytes.Span)) return (Outcome.Unchanged, null);
            if (Directory.Exists(path)) Strays.Delete(new DirectoryInfo(path));
            WriteBytes(path + Temporary, file.Bytes.Span, FileMode.Create);
            File.Move(path + Temporary, path, overwrite: true);
            return (Outcome.Written, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (Outcome.Unchanged, Catalog.UnwritableOutput(file.Path, exception.Message));
        }
    }

    /// <summary>Whether a file begins with some bytes; most are told apart, or read, in one piece.</summary>
    private static bool HoldsBytes(string path, ReadOnlySpan<byte> bytes)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceLength);
        try
        {
            using var handle = File.OpenHandle(path);
            for (var at = 0; at < bytes.Length;)
            {
                var read = piece.AsSpan(0, RandomAccess.Read(handle, piece, at));
                if (read.IsEmpty || !bytes[at..].StartsWith(read)) return false;
                at += read.Length;
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static void WriteBytes(string path, ReadOnlySpan<byte> bytes, FileMode mode)
    {
        using var handle = File.OpenHandle(path, mode, FileAccess.Write, FileShare.None, FileOptions.None, bytes.Length);
        RandomAccess.Write(handle, bytes, 0);
    }
}
