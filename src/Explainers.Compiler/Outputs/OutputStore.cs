using System.Collections.Immutable;
using Explainers.Incremental;
using Explainers.Rendering;

namespace Explainers.Outputs;

/// <summary>The finished files of a site in memory, from one compile to the next. It is safe to use on any thread.</summary>
internal sealed class OutputStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (OutputFile File, Hash128 Content)> _files = new(StringComparer.Ordinal);

    /// <summary>The files in ordinal order of path.</summary>
    public ImmutableArray<OutputFile> Files
    {
        get
        {
            lock (_lock) return [.. _files.Values.Select(entry => entry.File).OrderBy(file => file.Path, StringComparer.Ordinal)];
        }
    }

    /// <summary>Takes a file in the place of an earlier one.</summary>
    public void Write(OutputFile file)
    {
        var content = file.Hash;
        lock (_lock) _files[file.Path] = (file, content);
    }

    /// <summary>Whether a file is here as it was recorded.</summary>
    public bool Holds(OutputRecord record)
    {
        lock (_lock) return _files.TryGetValue(record.Path, out var entry) && entry.Content == record.Content;
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
}
