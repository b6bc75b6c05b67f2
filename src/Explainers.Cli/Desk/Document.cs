using System.Collections.Immutable;

namespace Explainers.Cli.Desk;

/// <summary>A document for the desk, which is written as Markdown or as HTML.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Parts">What is in it, in order.</param>
internal sealed record Document(string Title, ImmutableArray<DocumentPart> Parts);

/// <summary>A part of a document.</summary>
internal abstract record DocumentPart;

/// <summary>The heading of a section.</summary>
/// <param name="Level">2 for a section, 3 for a part of one.</param>
/// <param name="Text">Its text.</param>
internal sealed record DocumentHeading(int Level, Line Text) : DocumentPart;

/// <summary>A paragraph.</summary>
internal sealed record DocumentParagraph(Line Text) : DocumentPart;

/// <summary>A table.</summary>
/// <param name="Heads">The names of its columns.</param>
/// <param name="Rows">Its rows, each with a line for every column.</param>
internal sealed record DocumentTable(ImmutableArray<string> Heads, ImmutableArray<ImmutableArray<Line>> Rows) : DocumentPart
{
    /// <summary>How many rows of a table are shown.</summary>
    private const int MostRows = 200;

    /// <summary>A table with a row for each of some things; of very many, the first.</summary>
    public static IEnumerable<DocumentPart> Of<T>(
        ImmutableArray<string> heads, IReadOnlyCollection<T> things, Func<T, ImmutableArray<Line>> row)
    {
        if (things.Count == 0) yield break;
        yield return new DocumentTable(heads, [.. things.Take(MostRows).Select(row)]);
        if (things.Count > MostRows) yield return new DocumentParagraph($"and {things.Count - MostRows} more");
    }
}

/// <summary>A line of text.</summary>
/// <param name="Pieces">Its pieces.</param>
internal sealed record Line(ImmutableArray<LinePiece> Pieces)
{
    /// <summary>Nothing.</summary>
    public static readonly Line Empty = new([]);

    /// <summary>Plain text.</summary>
    public static implicit operator Line(string text) => new([new LinePiece(text, PieceStyle.Plain)]);

    /// <summary>Names of facts and files.</summary>
    public static Line Code(string text) => new([new LinePiece(text, PieceStyle.Code)]);

    /// <summary>Text that leads somewhere.</summary>
    public static Line Link(string text, string? url) =>
        new([new LinePiece(text, url is null ? PieceStyle.Plain : PieceStyle.Link) { Url = url }]);

    /// <summary>This line and another behind it.</summary>
    public Line Then(Line other) => new([.. Pieces, .. other.Pieces]);

    /// <summary>Lines with commas between them.</summary>
    public static Line Listed(IEnumerable<Line> lines) =>
        lines.Aggregate(Empty, (all, line) => all.Pieces.IsEmpty ? line : all.Then(", ").Then(line));
}

/// <summary>A piece of a line.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Style">How it is shown.</param>
internal sealed record LinePiece(string Text, PieceStyle Style)
{
    /// <summary>Where it leads.</summary>
    public string? Url { get; init; }
}

/// <summary>How a piece of a line is shown.</summary>
internal enum PieceStyle
{
    Plain,
    Code,
    Link,

    /// <summary>It was there before.</summary>
    Removed,

    /// <summary>It is new.</summary>
    Added,
}
