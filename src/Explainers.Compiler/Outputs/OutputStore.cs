using System.Collections.Immutable;
using Explainers.Incremental;
using Explainers.Rendering;

namespace Explainers.Outputs;

/// <summary>The finished files of a site in memory, from one compile to the next. It is safe to use on any thread.</summary>
internal sealed class OutputStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _files = new(StringComparer.Ordinal);

    /// <summary>The files in ordinal order of path.</summary>
    public ImmutableArray<OutputFile> Files
    {
        get
        {
            lock (_lock) return [.. _files.Values.Select(entry => entry.File).OrderBy(file => file.Path, StringComparer.Ordinal)];
        }
    }

    /// <summary>The files as they are now, by address.</summary>
    public Dictionary<string, OutputFile> ByAddress()
    {
        lock (_lock)
        {
            var files = new Dictionary<string, OutputFile>(_files.Count, StringComparer.Ordinal);
            foreach (var entry in _files.Values) files.TryAdd(entry.Url, entry.File);
            return files;
        }
    }

    /// <summary>Takes a file in the place of an earlier one.</summary>
    public void Write(OutputFile file)
    {
        var entry = new Entry(file, file.Hash, file.Url);
        lock (_lock) _files[file.Path] = entry;
    }

    /// <summary>Whether a file is here as it was recorded.</summary>
    public bool Holds(OutputMark mark) => Find(mark) is not null;

    /// <summary>A file as it was recorded, or null.</summary>
    public OutputFile? Find(OutputMark mark)
    {
        lock (_lock) return _files.TryGetValue(mark.Path, out var entry) && entry.Content == mark.Content ? entry.File : null;
    }

    /// <summary>Forgets the files that a site does not have.</summary>
    public void Keep(IEnumerable<string> paths)
    {
        var kept = paths.ToHashSet(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var gone in _files.Keys.Where(path => !kept.Contains(path)).ToArray()) _files.Remove(gone);
        }
    }

    private sealed record Entry(OutputFile File, Hash128 Content, string Url);
}
