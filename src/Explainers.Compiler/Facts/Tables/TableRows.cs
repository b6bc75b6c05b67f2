using System.Collections.Immutable;
using Explainers.Parsing.Tables;

namespace Explainers.Facts.Tables;

/// <summary>The rows of a data file, sorted into the names of columns, the rows of the table and its total.</summary>
/// <param name="Heads">The names of the columns; none where there is nothing.</param>
/// <param name="Body">The rows, the total among them.</param>
/// <param name="Total">The number of the row with the totals, or -1.</param>
internal sealed record TableRows(ImmutableArray<RawCell> Heads, ImmutableArray<ImmutableArray<RawCell>> Body, int Total)
{
    /// <summary>Sorts the rows of a file.</summary>
    public static TableRows Of(RawTable raw, TableSpec spec)
    {
        var rows = Within(raw, spec.HeadRow ?? 0, spec.LastRow ?? int.MaxValue);
        if (rows.IsEmpty) return new TableRows([], [], -1);
        var body = rows[1..];
        var heads = rows[0];
        // A delimiter at the end of each line is no column.
        while (heads.Length > 1 && heads[^1].Text.Length == 0 && body.All(row => IsEmpty(row, heads.Length - 1))) heads = heads[..^1];
        return new TableRows(heads, body, TableTotals.RowOf(spec.Total, body.Length, row => body[row].Select(cell => cell.Text)));
    }

    private static bool IsEmpty(ImmutableArray<RawCell> row, int column) => row.Length <= column || row[column].Text.Length == 0;

    /// <summary>The rows from one line to another.</summary>
    private static ImmutableArray<ImmutableArray<RawCell>> Within(RawTable raw, int first, int last)
    {
        if (first <= 1 && last == int.MaxValue) return raw.Rows;
        var (kept, line, from) = (ImmutableArray.CreateBuilder<ImmutableArray<RawCell>>(), 1, 0);
        var text = raw.IsWorkbook ? "" : raw.File.Text;
        foreach (var row in raw.Rows)
        {
            if (raw.IsWorkbook) line = row[0].Start;
            else
            {
                line += Lines(text.AsSpan(from, row[0].Start - from));
                from = row[0].Start;
            }
            if (line >= first && line <= last) kept.Add(row);
        }
        return kept.DrainToImmutable();
    }

    /// <summary>How many lines end in a text; a carriage return counts where no line feed follows it.</summary>
    private static int Lines(ReadOnlySpan<char> text)
    {
        var lines = text.Count('\n');
        for (var i = text.IndexOf('\r'); i >= 0;)
        {
            if (i + 1 == text.Length || text[i + 1] != '\n') lines++;
            var next = text[(i + 1)..].IndexOf('\r');
            i = next < 0 ? -1 : i + 1 + next;
        }
        return lines;
    }
}
