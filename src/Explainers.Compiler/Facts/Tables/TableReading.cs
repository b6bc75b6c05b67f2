using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Sources;

namespace Explainers.Facts.Tables;

/// <summary>What a data file gives for a table.</summary>
/// <param name="Table">The table, or null where it cannot be read.</param>
/// <param name="Missing">The columns that the file does not have.</param>
/// <param name="Findings">What was found. Its place is none where it is a cell of a workbook.</param>
internal sealed record TableReading(TableValue? Table, EquatableArray<MissingColumn> Missing, EquatableArray<Diagnostic> Findings)
{
    /// <summary>What its columns turned out to be.</summary>
    public EquatableArray<ColumnSpec> Columns { get; init; } = [];

    /// <summary>Whether the table has all that the file has.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The first cell that a spreadsheet would compute, or null. In a workbook nobody looks for one.</summary>
    public FoundCell? Formula { get; init; }

    /// <summary>The names in its columns of places, each where it stands first.</summary>
    public EquatableArray<FoundCell> Places { get; init; } = [];
}

/// <summary>A cell of a data file.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="At">Its place; none in a workbook.</param>
/// <param name="Named">Its name in a workbook, with a colon behind it; empty elsewhere.</param>
internal sealed record FoundCell(string Text, FileSpan At, string Named);

/// <summary>A column that a data file does not have.</summary>
/// <param name="Column">Its id; null for the name of one that the table leaves out.</param>
/// <param name="Head">The name that was looked for.</param>
/// <param name="Hint">Which name was most likely meant.</param>
internal sealed record MissingColumn(string? Column, string Head, string? Hint);
