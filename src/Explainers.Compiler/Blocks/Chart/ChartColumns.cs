using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.Chart;

/// <summary>Which columns of a table can be drawn.</summary>
internal static class ChartColumns
{
    /// <summary>The columns behind the first that have numbers of one unit, and nothing else but dashes, in order.</summary>
    public static IEnumerable<int> Numeric(TableValue table) =>
        Enumerable.Range(0, table.Columns.Length).Where(column => column > 0 && IsNumeric(table, column));

    /// <summary>The names by which an article can ask for one of them: that for readers, and the id where the sheet chose it.</summary>
    public static IEnumerable<string> Names(TableValue table) => Numeric(table).Select(column => table.Columns[column])
        .SelectMany(column => column.HasOwnId ? new[] { column.Label, column.Id } : [column.Label]);

    /// <summary>Whether the first column has a date or moment in every row.</summary>
    public static bool IsOfTime(TableValue table) => IsOfTime([.. table.Rows.Select(row => row[0])]);

    /// <summary>Whether the names of all rows are dates or moments.</summary>
    public static bool IsOfTime(ImmutableArray<FactValue> names) => names.Length > 1 && names.All(name => name is DateValue or MomentValue);

    /// <summary>What the numbers of a value count: a currency, a unit, or nothing.</summary>
    public static string UnitOf(FactValue value) => value switch
    {
        MoneyValue money => money.Currency,
        QuantityValue quantity => quantity.Unit.Text,
        RangeValue range => UnitOf(range.Low),
        _ => "",
    };

    /// <summary>What the numbers of a column count.</summary>
    public static string UnitOf(TableValue table, int column) => UnitOf(Cells(table, column)[0]);

    /// <summary>The columns of numbers that count different things, so that no chart can draw them.</summary>
    public static IEnumerable<MixedColumn> Mixed(TableValue table)
    {
        for (var column = 1; column < table.Columns.Length; column++)
        {
            var cells = Cells(table, column);
            var units = cells.Select(UnitOf).Distinct().ToImmutableArray();
            if (units.Length < 2 || !cells.All(ChartBlock.IsFigure)) continue;
            var row = Enumerable.Range(0, table.Rows.Length)
                .First(row => ChartBlock.IsFigure(table.Rows[row][column]) && UnitOf(table.Rows[row][column]) != units[0]);
            yield return new MixedColumn(
                column, row, table.Columns[column].Label, [.. units.Select(unit => unit.Length == 0 ? "no unit" : unit)],
                cells.All(cell => cell is MoneyValue));
        }
    }

    private static FactValue[] Cells(TableValue table, int column) =>
        [.. table.Rows.Select(row => row[column]).Where(cell => !TableValue.IsBlank(cell))];

    private static bool IsNumeric(TableValue table, int column)
    {
        var cells = Cells(table, column);
        return cells.Length > 0 && cells.All(ChartBlock.IsFigure) && cells.Select(UnitOf).Distinct().Count() == 1;
    }
}
