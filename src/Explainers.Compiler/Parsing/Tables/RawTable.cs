using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Tables;

/// <summary>A cell as it stands in a data file.</summary>
/// <param name="Text">Its text, without quotation marks.</param>
/// <param name="Start">Its offset in a text; in a workbook, the number of its row.</param>
/// <param name="Length">Its length in a text; in a workbook, the number of its column.</param>
internal readonly record struct RawCell(string Text, int Start, int Length)
{
    /// <summary>Whether it is a number or date of the file's format, written as programs do, and no text of a person.</summary>
    public bool IsExact { get; init; }
}

/// <summary>The rows of a data file, that of the names of columns among them.</summary>
/// <param name="File">The file.</param>
/// <param name="Rows">The rows from the first that has something in it.</param>
/// <param name="Findings">What could not be read. The place is none in a workbook.</param>
internal sealed record RawTable(SourceFile File, ImmutableArray<ImmutableArray<RawCell>> Rows, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>How many cells a table can have.</summary>
    public const int MostCells = 1_000_000;

    /// <summary>What divides the cells of a line; the null character in a file that has no such lines.</summary>
    public char Delimiter { get; init; }

    /// <summary>Whether it comes from a workbook, whose cells have names and no offsets.</summary>
    public bool IsWorkbook { get; init; }

    /// <summary>The place of a cell; none in a workbook.</summary>
    public FileSpan At(RawCell cell) => IsWorkbook ? FileSpan.None : new FileSpan(File, cell.Start, cell.Length);

    /// <summary>The name of a cell of a workbook with a space behind it, such as "B7 "; empty for other cells.</summary>
    public string Named(RawCell cell) => IsWorkbook ? $"{CellNames.Of(cell.Start, cell.Length)}: " : "";

    /// <summary>What is said of a table with too many cells.</summary>
    public static Diagnostic TooLarge(FileSpan at) => Catalog.TooLarge(
        at,
        $"this table has more than {MostCells:N0} cells, so nothing of it is read",
        "leave out rows or columns that the site does not show");
}

/// <summary>The names of cells in workbooks.</summary>
internal static class CellNames
{
    /// <summary>The name of a cell by the numbers of its row and column: <c>B7</c>.</summary>
    public static string Of(int row, int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{letters}{row}");
    }

    /// <summary>The number of the column in a cell's name, or 0.</summary>
    public static int Column(ReadOnlySpan<char> name)
    {
        var column = 0;
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterUpper(letter) || column > 20_000) break;
            column = (column * 26) + letter - 'A' + 1;
        }
        return column;
    }
}
