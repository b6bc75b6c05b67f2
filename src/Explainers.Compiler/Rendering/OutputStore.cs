using System.Collections.Concurrent;
using System.Collections.Immutable;
using Explainers.Incremental;

namespace Explainers.Rendering;

/// <summary>The finished files of a site in memory, from one compile to the next.</summary>
internal sealed class OutputStore
{
    private readonly ConcurrentDictionary<string, (OutputFile File, Hash128 Content)> _files = new(StringComparer.Ordinal);

    /// <summary>The files in ordinal order of path.</summary>
    public ImmutableArray<OutputFile> Files => [.. _files.Values.Select(entry => entry.File).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>Takes a file in the place of an earlier one.</summary>
    public void Write(OutputFile file) => _files[file.Path] = (file, file.Hash);

    /// <summary>Whether a file is here as it was recorded.</summary>
    public bool Holds(OutputRecord record) => _files.TryGetValue(record.Path, out var entry) && entry.Content == record.Content;

    /// <summary>Forgets the files that a site does not have.</summary>
    public void Keep(IEnumerable<string> paths)
    {
        var kept = paths.ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _files.Keys.Where(path => !kept.Contains(path))) _files.TryRemove(gone, out _);
    }
}
