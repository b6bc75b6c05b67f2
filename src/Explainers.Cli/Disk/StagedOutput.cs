using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Hosting;

namespace Explainers.Cli.Disk;

/// <summary>A file that is complete in the staging folder.</summary>
/// <param name="Path">Its path in the output, with forward slashes.</param>
/// <param name="Folder">The staging folder.</param>
/// <param name="Number">Its number there: of a million files, paths would take much room.</param>
internal sealed record StagedFile(string Path, StagingFolder Folder, int Number)
{
    /// <summary>Where it is now.</summary>
    public string Staged => Folder.PathOf(Number);
}

/// <summary>
/// An output that is being written: files are added one at a time, by any number of threads, and wait in the staging folder until all of
/// them replace the old ones.
/// Disposing it before that leaves the output as it was.
/// </summary>
internal sealed class StagedOutput : IDisposable
{
    private const int PieceLength = 1 << 16;
    private readonly OutputTarget _target;
    private readonly StagingFolder _staging;
    private readonly ImmutableArray<string> _madeFolders;
    private readonly bool _isEmpty;
    private readonly ConcurrentBag<StagedFile> _changed = [];
    private readonly ConcurrentBag<string> _unchanged = [];
    private readonly ConcurrentDictionary<string, bool> _added = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _dotFiles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _realFolders = new(StringComparer.Ordinal);
    private bool _isCommitted;

    private StagedOutput(OutputTarget target, StagingFolder staging, ImmutableArray<string> madeFolders, OutputListing? listing)
    {
        (_target, _staging, _madeFolders, Listing) = (target, staging, madeFolders, listing);
        _isEmpty = Directory.EnumerateFileSystemEntries(target.RealFolder).All(entry => Path.GetFileName(entry) == StagingFolder.Name);
    }

    /// <summary>What the output holds, if that was asked for.</summary>
    public OutputListing? Listing { get; }

    /// <summary>Takes an output, and waits where another build writes to it.</summary>
    /// <param name="target">The output.</param>
    /// <param name="listing">What it holds, if that is wanted; it is listed again if another build has written there since.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>The output, or why it cannot be had.</returns>
    public static Diagnosed<StagedOutput?> Open(OutputTarget target, OutputListing? listing, CancellationToken stop)
    {
        if (OutputOwnership.Refusal(target) is { } refusal) return Refused(refusal);
        var isCurrent = listing?.IsCurrent != false;
        var (made, hasTaken) = (MissingFolders(target.RealFolder), false);
        StagingFolder? staging = null;
        try
        {
            staging = StagingFolder.Take(target.RealFolder, target.Patience, target.Now, stop);
            if (staging is null) return Refused(Busy(target));
            // Another build may have written while this one waited, and a second mount of a folder shows only now.
            var late = OutputOwnership.Refusal(target) ?? (IsSource(target, staging) ? OutputOwnership.Overlaps(target.Shown) : null);
            if (late is not null) return Refused(late);
            var output = new StagedOutput(target, staging, made, isCurrent ? listing : OutputListing.Of(target.RealFolder));
            hasTaken = true;
            return new Diagnosed<StagedOutput?>(output, []);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return Refused(Catalog.UnwritableOutput(target.Shown, DiskFault.Words(exception, target.RealFolder)));
        }
        finally
        {
            if (!hasTaken) Leave(staging, made);
        }
    }

    /// <summary>Adds a file; one that is in the output already, to the byte, is left alone.</summary>
    /// <param name="path">Its path in the output, with forward slashes.</param>
    /// <param name="bytes">Its content.</param>
    /// <returns>Null, or why the disk did not take it.</returns>
    public Diagnostic? Add(string path, ReadOnlySpan<byte> bytes)
    {
        var file = new StagedFile(path, _staging, _staging.Next());
        var staged = file.Staged;
        try
        {
            _added[path] = true;
            if (OutputOwnership.IsDotPath(path)) _dotFiles[path] = OutputOwnership.Hash(bytes);
            if (!_isEmpty && IsUnchanged(path, bytes))
            {
                _unchanged.Add(path);
                return null;
            }
            using (var handle = File.OpenHandle(staged, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                RandomAccess.Write(handle, bytes, 0);
            _changed.Add(file);
            return null;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return Catalog.UnwritableOutput(_target.ShownPath(path), DiskFault.Words(exception, staged));
        }
    }

    /// <summary>Whether a file was added.</summary>
    public bool Has(string path) => _added.ContainsKey(path);

    /// <summary>Leaves a file alone that is in the output and is as it has to be; false where it has to be added.</summary>
    public bool Keep(string path)
    {
        if (OutputOwnership.IsDotPath(path)) return false;
        _unchanged.Add(path);
        return true;
    }

    /// <summary>Replaces the old files by the new ones, and removes what the site does not have.</summary>
    public Diagnosed<WriteSummary> Commit()
    {
        var replacement = new OutputReplacement(_target, _staging, Listing);
        var done = replacement.Run([.. _changed], [.. _unchanged], [.. _dotFiles.Select(file => (file.Key, file.Value))], _isEmpty);
        _isCommitted = replacement.HasBegun;
        return done;
    }

    /// <inheritdoc />
    public void Dispose() => Leave(_staging, _isCommitted ? [] : _madeFolders);

    private static Diagnosed<StagedOutput?> Refused(Diagnostic why) => new(null, [why]);

    private static Diagnostic Busy(OutputTarget target) => Catalog.UnwritableOutput(
        target.Shown,
        $"another build is writing there ({StagingFolder.HolderOf(target.RealFolder) ?? "process unknown"}; "
        + $"it holds {target.ShownPath(StagingFolder.Name)})",
        "wait until it ends, or choose another folder with --output");

    /// <summary>Whether the output is a folder that the site is made from, or holds one, by another path than its own.</summary>
    private static bool IsSource(OutputTarget target, StagingFolder staging)
    {
        foreach (var source in target.Sources)
        {
            for (var above = source; above is not null; above = Path.GetDirectoryName(above))
                if (staging.IsIn(above)) return true;
            var (parent, below) = (target.RealFolder, "");
            for (; Path.GetFileName(parent) is { Length: > 0 } name; parent = Path.GetDirectoryName(parent)!)
                if (staging.IsIn(Path.Combine(source, below = Path.Combine(name, below)))) return true;
        }
        return false;
    }

    /// <summary>The folders that have to be made, the outermost first.</summary>
    private static ImmutableArray<string> MissingFolders(string folder)
    {
        var missing = new Stack<string>();
        for (var above = folder; above is not null && !Directory.Exists(above); above = Path.GetDirectoryName(above)) missing.Push(above);
        return [.. missing];
    }

    /// <summary>Releases the output, and removes folders that were made for it, if they are empty.</summary>
    private static void Leave(StagingFolder? staging, ImmutableArray<string> made)
    {
        staging?.Dispose();
        try
        {
            foreach (var folder in made.Reverse().Where(Directory.Exists)) Directory.Delete(folder);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            // Another build writes there now.
        }
    }

    private bool IsUnchanged(string path, ReadOnlySpan<byte> bytes)
    {
        if (!IsInRealFolder(path)) return false;
        var existing = new FileInfo(_target.Full(path));
        return existing.Exists && existing.LinkTarget is null && existing.Length == bytes.Length && HoldsBytes(existing.FullName, bytes);
    }

    private bool IsInRealFolder(string path) => path.LastIndexOf('/') is var slash && (slash < 0 || IsRealFolder(path[..slash]));

    /// <summary>Whether a folder of the output is there, with no link on the way: what lies behind one is not in the output.</summary>
    private bool IsRealFolder(string path)
    {
        if (_realFolders.TryGetValue(path, out var known)) return known;
        var slash = path.LastIndexOf('/');
        var full = _target.Full(path);
        return _realFolders[path] = (slash < 0 || IsRealFolder(path[..slash])) && Directory.Exists(full) && RealPath.TargetOf(full) is null;
    }

    /// <summary>
    /// Whether a file begins with some bytes; most are told apart, or read, in one piece. One that may not be read is to be replaced.
    /// </summary>
    private static bool HoldsBytes(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return true;
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
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
