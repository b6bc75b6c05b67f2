using Explainers.Sources;

namespace Explainers.Diagnostics;

internal static partial class Catalog
{
    /// <summary>A table that names a data file which is not there.</summary>
    public static Diagnostic UnknownData(FileSpan at, string name, string? hint) =>
        Error("unknown-data", at, $"there is no data file '{Shorten(name)}'",
            hint ?? "put it beside the sheet, in the folder facts: a CSV, TSV, JSON or XLSX file");

    /// <summary>A data file that no table names.</summary>
    public static Diagnostic UnusedData(FileSpan at, string name) =>
        Warning("unused-data", at, $"no table has its rows from '{Shorten(name)}'",
            $"name it in a sheet under 'tables:', as in 'file: {Shorten(name)}', or remove it");

    /// <summary>A data file, or a part of one, that cannot be read.</summary>
    public static Diagnostic UnreadableTable(FileSpan at, string what, string? hint) => Error("unreadable-table", at, what, hint);

    /// <summary>A number that means one thing with a decimal point, and another with a decimal comma.</summary>
    /// <param name="at">The cell.</param>
    /// <param name="cell">The name of the cell in a workbook, else nothing.</param>
    /// <param name="text">The number.</param>
    public static Diagnostic AmbiguousNumber(FileSpan at, string cell, string text) =>
        Error("ambiguous-number", at, $"{cell}'{Shorten(text)}' can be read in two ways, and no number of the file tells which is meant",
            "say 'decimal: point' or 'decimal: comma' under the table");

    /// <summary>A total that is not the sum of its column.</summary>
    public static Diagnostic WrongTotal(FileSpan at, string cell, string column, string written, string sum) =>
        Error("wrong-total", at, $"{cell}the total of '{Shorten(column)}' is {written}, and its rows add up to {sum}",
            "mend the total or a row; if it is not a sum, say 'total: none' under the column");

    /// <summary>Two columns of a file with one name.</summary>
    public static Diagnostic DuplicateColumn(FileSpan at, string cell, string head) =>
        Error("duplicate-column", at, $"{cell}two columns of this file are called '{Shorten(head)}'", "rename one of them");

    /// <summary>A column of a file that its table does not have.</summary>
    public static Diagnostic UnreadColumn(FileSpan at, string cell, string head) =>
        Warning("unread-column", at, $"{cell}the table has no column '{Shorten(head)}', so it is left out",
            $"name it under 'columns:', or say 'omit: [\"{Shorten(head)}\"]', or 'omit: others' for all");

    /// <summary>A column that the file of a table does not have.</summary>
    public static Diagnostic MissingColumn(FileSpan at, string head, string? hint) =>
        Error("missing-column", at, $"the file has no column '{Shorten(head)}'", hint);

    /// <summary>A row, column or other part that an entry does not have.</summary>
    public static Diagnostic UnknownPart(FileSpan at, string what, string? hint) => Error("unknown-part", at, what, hint);

    /// <summary>A cell of a data file whose text is no value of its column.</summary>
    internal static Diagnostic WrongCell(FileSpan at, string cell, string text, string expected, string? hint) =>
        Error("invalid-value", at, $"{cell}'{Shorten(text)}' is not {expected}", hint);

    /// <summary>A cell that spreadsheets compute, in a file that is to be published as it is.</summary>
    public static Diagnostic FormulaCell(FileSpan at, string text) =>
        Warning("formula-cell", at, $"spreadsheets compute '{Shorten(text)}', so this file is not published as it is",
            "write the value alone, or remove 'publish:'; visitors get the CSV that the site writes, without formulas");

    /// <summary>More cells of that sort in a column than are shown one by one.</summary>
    internal static Diagnostic MoreWrongCells(FileSpan at, string column, int count) =>
        Error("invalid-value", at, $"{Counted(count, "more cell")} of the column '{Shorten(column)}' cannot be read",
            "look at the first ones; most often the column has another type");
}
