using System.Collections.Concurrent;
using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Hosting;

namespace Explainers.Cli.Disk;

/// <summary>
/// Puts staged files in the place of old ones, each by one rename, so that a kill at any moment leaves every file old or new. All that
/// can fail comes first and is undone
/// when it does: checks of rights, new folders, new files, and what is in their way. Then old files are replaced, and last, what the
/// site does not have is removed.
/// </summary>
/// <remarks>
/// A kill needs no flush, since the system keeps what was written. A power cut does: without one, a renamed file may be empty
/// afterwards. Flushing each of ten thousand files takes up to a minute, flushing their file system a fraction of a second where Linux has
/// a call for it. Elsewhere only a few files are flushed; the next build compares every byte and replaces what was torn. Folders are not
/// flushed: a rename that is lost leaves the old file.
/// </remarks>
/// <param name="target">The output.</param>
/// <param name="staging">Where the files wait.</param>
/// <param name="listing">What the output holds, if that is known.</param>
internal sealed class OutputReplacement(OutputTarget target, StagingFolder staging, OutputListing? listing)
{
    private const int MostFlushedSingly = 64;
    private readonly Stack<Action> _undo = new();
    private readonly HashSet<string> _newFolders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _checkedFolders = new(StringComparer.Ordinal);

    /// <summary>Whether old files were replaced, so that there is no way back.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Does it.</summary>
    /// <param name="changed">Files that are new or differ.</param>
    /// <param name="unchanged">Paths of files that stay.</param>
    /// <param name="dotFiles">Path and hash of the site's files below a name with a dot.</param>
    /// <param name="isFirst">Whether the output holds nothing yet.</param>
    public Diagnosed<WriteSummary> Run(
        ImmutableArray<StagedFile> changed,
        ImmutableArray<string> unchanged,
        ImmutableArray<(string Path, string Hash)> dotFiles,
        bool isFirst)
    {
        string[] paths = [.. changed.Select(file => file.Path), .. unchanged];
        try
        {
            var earlier = At(OutputOwnership.Marker, () => OutputOwnership.DotFiles(target.RealFolder));
            var stale = isFirst ? null : At("", () => StaleFiles.Find(listing ?? OutputListing.Of(target.RealFolder), paths));
            if (stale?.Locked is { } locked) throw Forbidden(Below(locked));
            // While old and new files are mixed, the marker names both, so that the next build knows them whenever this one is killed.
            var marker = StageMarker(dotFiles.Union(earlier));
            Flush(changed.AddRange(marker));
            // It comes first, so that nobody ever finds files or folders of a build without it.
            PutMarker(marker);
            var existing = Prepare(changed).ToHashSet();
            Create([.. changed.Where(file => !existing.Contains(file))]);
            HasBegun = true;
            MoveAll([.. existing]);
            var removed = At("", () => stale?.Remove() ?? 0) + RemoveDotFiles(earlier, dotFiles);
            MoveAll(StageMarker(dotFiles));
            return new Diagnosed<WriteSummary>(new WriteSummary(changed.Length, unchanged.Length, removed), []);
        }
        catch (Refusal refusal)
        {
            if (!HasBegun) Undo();
            var hint = HasBegun ? "each file is complete, but some are new and some are old: remove the cause and build again" : null;
            var finding = Catalog.UnwritableOutput(target.ShownPath(refusal.At), refusal.Message, hint);
            return new Diagnosed<WriteSummary>(new WriteSummary(0, 0, 0), [finding]);
        }
    }

    /// <summary>The marker as a staged file, where it differs from the one that is there.</summary>
    private ImmutableArray<StagedFile> StageMarker(IEnumerable<(string Path, string Hash)> dotFiles) => At(OutputOwnership.Marker, () =>
    {
        var bytes = OutputOwnership.MarkerOf(dotFiles);
        return MarkerBytes() is { } there && there.AsSpan().SequenceEqual(bytes) ? [] : ImmutableArray.Create(StageMarker(bytes));
    });

    private StagedFile StageMarker(byte[] bytes)
    {
        var staged = new StagedFile(OutputOwnership.Marker, staging, staging.Next());
        using var file = new FileStream(staged.Staged, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(bytes);
        return staged;
    }

    private byte[]? MarkerBytes() => target.Full(OutputOwnership.Marker) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;

    private void PutMarker(ImmutableArray<StagedFile> marker)
    {
        if (marker.IsEmpty) return;
        var before = At(OutputOwnership.Marker, MarkerBytes);
        MoveAll(marker);
        _undo.Push(() =>
        {
            if (before is null) File.Delete(target.Full(OutputOwnership.Marker));
            else Move(StageMarker(before));
        });
    }

    /// <summary>Checks rights, makes folders, and moves aside what is in the way.</summary>
    /// <returns>The files that replace others.</returns>
    private IEnumerable<StagedFile> Prepare(ImmutableArray<StagedFile> files)
    {
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var folder = Path.GetDirectoryName(file.Path) ?? "";
            PrepareFolder(folder);
            if (_newFolders.Contains(folder)) continue;
            var full = target.Full(file.Path);
            var entry = new FileInfo(full);
            if (Directory.Exists(full) && entry.LinkTarget is null) MoveAside(file.Path);
            else if (entry.LinkTarget is not null) yield return file;
            else if (entry.Exists && !Unix.MayReplace(full)) throw Forbidden(file.Path);
            else if (entry.Exists) yield return file;
        }
    }

    private void PrepareFolder(string path)
    {
        if (!_checkedFolders.Add(path)) return;
        var full = target.Full(path);
        if (path.Length > 0)
        {
            PrepareFolder(Path.GetDirectoryName(path) ?? "");
            var isLink = RealPath.TargetOf(full) is not null;
            if (isLink || File.Exists(full)) MoveAside(path);
            if (isLink || !Directory.Exists(full))
            {
                At(path, () => Directory.CreateDirectory(full));
                _undo.Push(() => Directory.Delete(full));
                _newFolders.Add(path);
                return;
            }
        }
        if (!Unix.MayChange(full)) throw Forbidden(path);
    }

    private void MoveAside(string path)
    {
        var (full, aside) = (target.Full(path), staging.PathOf(staging.Next()));
        At(path, () => Unix.Rename(full, aside) ? true : throw new IOException("another disk is mounted there"));
        _undo.Push(() => Unix.Rename(aside, full));
    }

    /// <summary>Flushes what was staged, before anything is renamed.</summary>
    private void Flush(ImmutableArray<StagedFile> files)
    {
        if (!target.IsFlushed) return;
        if (files.Length > MostFlushedSingly) Unix.Flush(staging.Lock);
        else ForEach(files, file =>
        {
            using var handle = File.OpenHandle(file.Staged, FileMode.Open, FileAccess.Write, FileShare.Read);
            RandomAccess.FlushToDisk(handle);
        });
    }

    private void Create(ImmutableArray<StagedFile> files)
    {
        var created = new ConcurrentBag<StagedFile>();
        _undo.Push(() =>
        {
            foreach (var file in created) File.Delete(target.Full(file.Path));
        });
        ForEach(files, file =>
        {
            Move(file);
            created.Add(file);
        });
    }

    private void MoveAll(ImmutableArray<StagedFile> files) => ForEach(files, Move);

    private void Move(StagedFile file)
    {
        var full = target.Full(file.Path);
        if (Unix.Rename(file.Staged, full)) return;
        // Another disk is mounted on a folder of the output. The file is copied there first; what a kill leaves of it is stale for the
        // next build.
        var near = Path.Combine(Path.GetDirectoryName(full)!, Path.GetFileName(file.Staged));
        try
        {
            File.Copy(file.Staged, near, overwrite: false);
            Unix.Rename(near, full);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            AtomicFile.Discard(near);
            throw;
        }
    }

    /// <summary>
    /// Removes files below names with a dot that earlier builds wrote, if nobody has changed them, and the folders that this empties.
    /// </summary>
    private int RemoveDotFiles(ImmutableHashSet<(string Path, string Hash)> earlier, ImmutableArray<(string Path, string Hash)> present)
    {
        var removed = 0;
        var kept = present.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, hash) in earlier.Where(file => !kept.Contains(file.Path)))
        {
            var full = target.Full(path);
            if (RealPath.Of(full) != full || new FileInfo(full) is not { Exists: true, Length: > 0 }) continue;
            At(path, () =>
            {
                if (OutputOwnership.Hash(File.ReadAllBytes(full)) != hash) return 0;
                File.Delete(full);
                removed++;
                var above = Path.GetDirectoryName(full)!;
                while (above != target.RealFolder && !Directory.EnumerateFileSystemEntries(above).Any())
                {
                    Directory.Delete(above);
                    above = Path.GetDirectoryName(above)!;
                }
                return 0;
            });
        }
        return removed;
    }

    private void Undo()
    {
        while (_undo.TryPop(out var step))
        {
            try
            {
                step();
            }
            catch (Exception exception) when (DiskFault.Is(exception))
            {
                // The next build tries again; no file is lost or half.
            }
        }
    }

    private static void ForEach(ImmutableArray<StagedFile> files, Action<StagedFile> act)
    {
        Refusal? first = null;
        Parallel.ForEach(files, (file, state) =>
        {
            try
            {
                act(file);
            }
            catch (Exception exception) when (DiskFault.Is(exception))
            {
                Interlocked.CompareExchange(ref first, new Refusal(file.Path, DiskFault.Words(exception, file.Staged)), null);
                state.Stop();
            }
        });
        if (first is not null) throw first;
    }

    private T At<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            throw new Refusal(path, DiskFault.Words(exception, target.RealFolder));
        }
    }

    private string Below(string full) => Path.GetRelativePath(target.RealFolder, full) is var below && below == "." ? "" : below;

    private Refusal Forbidden(string path) => new(path, DiskFault.Words(new UnauthorizedAccessException(), target.RealFolder));

    /// <summary>Ends the replacement: the disk refused something.</summary>
    private sealed class Refusal(string at, string words) : Exception(words)
    {
        public string At { get; } = at;
    }
}
