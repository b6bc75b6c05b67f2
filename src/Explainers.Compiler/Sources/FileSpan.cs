namespace Explainers.Sources;

/// <summary>A place in a source file: UTF-16 offsets into its whole text.</summary>
/// <param name="File">The file, or null for <see cref="None"/>.</param>
/// <param name="Start">The offset of the first character, counted from 0.</param>
/// <param name="Length">How many UTF-16 units it covers; 0 is a place between two characters.</param>
public readonly record struct FileSpan(SourceFile? File, int Start, int Length)
{
    /// <summary>The span of something that no file made.</summary>
    public static readonly FileSpan None;

    /// <summary>The offset just behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>Whether a file made it.</summary>
    public bool IsKnown => File is not null;

    /// <summary>The start of a file, for findings about the file as a whole.</summary>
    public static FileSpan StartOf(SourceFile file) => new(file, 0, 0);

    /// <summary>The span from this one's start to the end of another in the same file.</summary>
    public FileSpan To(FileSpan last) => this with { Length = Math.Max(0, last.End - Start) };
}
