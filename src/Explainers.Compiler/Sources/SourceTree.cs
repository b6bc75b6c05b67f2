using System.Collections.Immutable;

namespace Explainers.Sources;

/// <summary>Everything that the compiler reads: the site's input and its theme, each sorted by path in ordinal order.</summary>
/// <param name="Input">The files of <c>input/</c>.</param>
/// <param name="Theme">The files of the theme: the built-in one, overridden file by file by the site's own.</param>
public sealed record SourceTree(ImmutableArray<SourceFile> Input, ImmutableArray<SourceFile> Theme)
{
    private const string Drawing = ".svg";

    /// <summary>Makes a tree with both sides in ordinal order of their paths, and one kind of line end in what reaches the site as it stands.</summary>
    public static SourceTree From(IEnumerable<SourceFile> input, IEnumerable<SourceFile> theme) => new(
        Sorted(input.Select(file => file.Path.EndsWith(Drawing, StringComparison.OrdinalIgnoreCase) ? LineEnds.Unified(file) : file)),
        Sorted(theme.Select(LineEnds.Unified)));

    /// <summary>This tree with the files of an earlier one in the place of those that are the same, so that what was made of them can be recognised.</summary>
    internal SourceTree After(SourceTree earlier) => new(After(Input, earlier.Input), After(Theme, earlier.Theme));

    private static ImmutableArray<SourceFile> After(ImmutableArray<SourceFile> files, ImmutableArray<SourceFile> earlier)
    {
        if (earlier.IsEmpty) return files;
        var known = earlier.ToDictionary(file => file.DisplayPath, StringComparer.Ordinal);
        return [.. files.Select(file => known.TryGetValue(file.DisplayPath, out var same) && file.IsSameAs(same) ? same : file)];
    }

    private static ImmutableArray<SourceFile> Sorted(IEnumerable<SourceFile> files) =>
        [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
}
