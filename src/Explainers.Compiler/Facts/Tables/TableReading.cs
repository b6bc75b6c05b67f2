using Explainers.Diagnostics;
using Explainers.Incremental;

namespace Explainers.Facts.Tables;

/// <summary>What a data file gives for a table.</summary>
/// <param name="Table">The table, or null where it cannot be read.</param>
/// <param name="Missing">The columns that the file does not have.</param>
/// <param name="Findings">What was found. Its place is none where it is a cell of a workbook.</param>
internal sealed record TableReading(TableValue? Table, EquatableArray<MissingColumn> Missing, EquatableArray<Diagnostic> Findings)
{
    /// <summary>What its columns turned out to be.</summary>
    public EquatableArray<ColumnSpec> Columns { get; init; } = [];
}

/// <summary>A column that a data file does not have.</summary>
/// <param name="Column">Its id; null for the name of one that the table leaves out.</param>
/// <param name="Head">The name that was looked for.</param>
/// <param name="Hint">Which name was most likely meant.</param>
internal sealed record MissingColumn(string? Column, string Head, string? Hint);
