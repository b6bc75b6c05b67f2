using System.Collections.Immutable;

namespace Explainers.Sources;

/// <summary>Everything that the compiler reads: the site's input and its theme, each sorted by path in ordinal order.</summary>
/// <param name="Input">The files of <c>input/</c>.</param>
/// <param name="Theme">The files of the theme: the built-in one, overridden file by file by the site's own.</param>
public sealed record SourceTree(ImmutableArray<SourceFile> Input, ImmutableArray<SourceFile> Theme)
{
    private const string Drawing = ".svg";

    /// <summary>Whether the site is too large to be kept in memory, so that its articles are read whenever they are asked for.</summary>
    internal bool IsLarge { get; init; }

    /// <summary>
    /// Makes a tree with both sides in ordinal order of their paths, and one kind of line end in what reaches the site as it stands,
    /// and data files in UTF-8.
    /// </summary>
    public static SourceTree From(IEnumerable<SourceFile> input, IEnumerable<SourceFile> theme) => new(
        Sorted(input.Select(Read)),
        Sorted(theme.Select(LineEnds.Unified)));

    private static SourceFile Read(SourceFile file) =>
        SourceKinds.Of(file.Path) == SourceKind.Public ? file
        : file.Path.EndsWith(Drawing, StringComparison.OrdinalIgnoreCase) ? LineEnds.Unified(file)
        : SourceKinds.Of(file.Path) == SourceKind.Data ? DataEncoding.Unified(file)
        : file;

    /// <summary>
    /// This tree with the files of an earlier one in the place of those that are the same, so that what was made of them can be recognised.
    /// </summary>
    internal SourceTree After(SourceTree earlier) => new(After(Input, earlier.Input), After(Theme, earlier.Theme));

    private static ImmutableArray<SourceFile> After(ImmutableArray<SourceFile> files, ImmutableArray<SourceFile> earlier)
    {
        if (earlier.IsEmpty) return files;
        var (after, at) = (ImmutableArray.CreateBuilder<SourceFile>(files.Length), 0);
        foreach (var file in files)
        {
            while (at < earlier.Length && string.CompareOrdinal(earlier[at].Path, file.Path) < 0) at++;
            after.Add(at < earlier.Length && file.IsSameAs(earlier[at]) ? earlier[at] : file);
        }
        return after.MoveToImmutable();
    }

    /// <summary>Files in order of path; whoever keeps them so has them sorted no more.</summary>
    private static ImmutableArray<SourceFile> Sorted(IEnumerable<SourceFile> files)
    {
        ImmutableArray<SourceFile> all = [.. files];
        for (var i = 1; i < all.Length; i++)
            if (string.CompareOrdinal(all[i - 1].Path, all[i].Path) > 0)
                return all.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return all;
    }
}
