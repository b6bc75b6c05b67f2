using Explainers.Incremental;

namespace Explainers.Facts.Tables;

/// <summary>What a sheet says of a column of a data file.</summary>
/// <param name="Id">The name by which articles refer to it.</param>
internal sealed record ColumnSpec(string Id)
{
    /// <summary>Its name in the file, or null where its label or id tells.</summary>
    public string? Head { get; init; }

    /// <summary>Its name for readers, or null where it is that in the file.</summary>
    public string? Label { get; init; }

    /// <summary>The type of its cells.</summary>
    public string Type { get; init; } = "text";

    /// <summary>The unit or currency of its cells, as written, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>What its figures are multiplied by: thousand, million, billion or trillion; empty for nothing.</summary>
    public string Scale { get; init; } = "";

    /// <summary>Whether a percentage is written as a part of one.</summary>
    public bool IsFraction { get; init; }

    /// <summary>Whether the month comes first in its dates, or null where the dates tell.</summary>
    public bool? IsMonthFirst { get; init; }

    /// <summary>How many decimals its figures are rounded to, or null.</summary>
    public int? Decimals { get; init; }

    /// <summary>Whether its rows can be added up.</summary>
    public bool IsSummed { get; init; } = true;

    /// <summary>Whether the sheet chose its id.</summary>
    public bool HasOwnId { get; init; } = true;
}

/// <summary>What a sheet says of a data file. Two tables that say the same of a file are one table.</summary>
/// <param name="Path">The path of the file below the input folder.</param>
/// <param name="Columns">Its columns in order; none where they are those of the file.</param>
internal sealed record TableSpec(string Path, EquatableArray<ColumnSpec> Columns)
{
    /// <summary>The sheet of a workbook, or the key of a list in JSON; null for the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>The number of the row with the names of the columns, or null for the first.</summary>
    public int? HeadRow { get; init; }

    /// <summary>The number of the last row, or null for that of the file.</summary>
    public int? LastRow { get; init; }

    /// <summary>What divides cells, or null where the file tells.</summary>
    public char? Delimiter { get; init; }

    /// <summary>What stands before decimals, or null where the file tells.</summary>
    public char? Decimal { get; init; }

    /// <summary>The encoding, or null where the file tells.</summary>
    public string? Encoding { get; init; }

    /// <summary>What stands in cells without a value, beside the usual signs.</summary>
    public EquatableArray<string> Blank { get; init; } = [];

    /// <summary>The columns of the file that the table leaves out, by name.</summary>
    public EquatableArray<string> Omitted { get; init; } = [];

    /// <summary>Whether it leaves out all columns that it does not name.</summary>
    public bool OmitsOthers { get; init; }

    /// <summary>The ids of the columns whose values are the names of the rows; none for the first column.</summary>
    public EquatableArray<string> Keys { get; init; } = [];

    /// <summary>The name of the row with the totals, "last" for the last, or null.</summary>
    public string? Total { get; init; }
}
