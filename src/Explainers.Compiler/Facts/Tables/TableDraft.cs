using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Tables;
using Explainers.Sources;

namespace Explainers.Facts.Tables;

/// <summary>What a new sheet can say of a data file that nobody has described yet.</summary>
/// <param name="Spec">Where its rows are, and which of them is the total.</param>
/// <param name="Columns">Its columns with their types.</param>
/// <param name="Keys">The ids of the columns that tell its rows apart; none where the first does.</param>
/// <param name="Findings">Why there is nothing to say.</param>
internal sealed record TableDraft(
    TableSpec Spec, ImmutableArray<ColumnSpec> Columns, ImmutableArray<string> Keys, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>How many lines can stand above the names of the columns.</summary>
    private const int MostAbove = 20;

    /// <summary>Looks at a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mark">What stands before decimals, or null where the file tells.</param>
    public static TableDraft Of(SourceFile file, char? mark)
    {
        var spec = new TableSpec(file.Path, []) { Decimal = mark };
        var raw = TableReader.Raw(file, spec);
        if (!raw.Findings.IsEmpty) return new TableDraft(spec, [], [], raw.Findings);
        spec = Bounds(raw, spec);
        var reading = TableReader.Read(file, spec);
        if (TableRows.Of(raw, spec) is { Total: >= 0 and var total, Body: var rows }) spec = spec with { Total = rows[total][0].Text };
        if (reading.Table is not { } table) return new TableDraft(spec, [], [], reading.Findings);
        // A draft takes the file at its word: a total that is not the sum of its column may be a mean.
        var others = table.Total.IsEmpty ? [] : TableTotals.Wrong(table).Select(wrong => wrong.Column).ToHashSet();
        return new TableDraft(
            spec,
            [.. reading.Columns.Select((column, i) => others.Contains(i) ? column with { IsSummed = false } : column)],
            KeysOf(table),
            [.. reading.Findings.Where(finding => finding.Code != "wrong-total")]);
    }

    /// <summary>A table begins where its rows become wide, and ends before notes of a single cell.</summary>
    private static TableSpec Bounds(RawTable raw, TableSpec spec)
    {
        if (raw.Rows.IsEmpty) return spec;
        int[] filled = [.. raw.Rows.Select(row => row.Count(cell => cell.Text.Length > 0))];
        var width = filled.Take(MostAbove).Max();
        if (width < 2) return spec;
        var first = Array.FindIndex(filled, cells => cells > width / 2);
        var last = Array.FindLastIndex(filled, cells => cells > 1);
        return spec with
        {
            HeadRow = first == 0 ? null : LineOf(raw, first),
            LastRow = last == filled.Length - 1 ? null : LineOf(raw, last),
        };
    }

    private static int LineOf(RawTable raw, int row)
    {
        var start = raw.Rows[row][0].Start;
        return raw.IsWorkbook ? start : new LineMap(raw.File.Text).At(start).Line;
    }

    /// <summary>The fewest columns from the left that no two rows have alike, if they are more than one.</summary>
    private static ImmutableArray<string> KeysOf(TableValue table)
    {
        const int most = 3;
        for (var count = 1; count <= Math.Min(most, table.Columns.Length); count++)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            if (table.Rows.All(row => names.Add(string.Join('\u001F', row.Items.Take(count).Select(cell => cell.Machine)))))
                return count == 1 ? [] : [.. table.Columns.Items.Take(count).Select(column => column.Id)];
        }
        return [];
    }
}
