using System.Collections;
using Explainers.Incremental;

namespace Explainers.Sources;

/// <summary>The paths of some files, in ordinal order; each file is opened only where it is wanted.</summary>
/// <param name="paths">The paths.</param>
/// <param name="open">Gives the file at a path.</param>
internal sealed class SourcePaths(EquatableArray<string> paths, Func<string, SourceFile> open) : IEnumerable<SourcePath>
{
    /// <inheritdoc />
    public IEnumerator<SourcePath> GetEnumerator() => paths.Select(path => new SourcePath(path, open)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The path of a file.</summary>
/// <param name="Path">The path below its root.</param>
/// <param name="Open">Gives the file at a path.</param>
internal readonly record struct SourcePath(string Path, Func<string, SourceFile> Open)
{
    /// <summary>The file name without folder and extension.</summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The file.</summary>
    public SourceFile File => Open(Path);
}
