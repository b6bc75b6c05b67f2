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
    public static bool IsOfTime(TableValue table) => table.Rows.Length > 1 && table.Rows.All(row => row[0] is DateValue or MomentValue);

    /// <summary>What the numbers of a value count: a currency, a unit, or nothing.</summary>
    public static string UnitOf(FactValue value) => value switch
    {
        MoneyValue money => money.Currency,
        QuantityValue quantity => quantity.Unit.Text,
        _ => "",
    };

    private static bool IsNumeric(TableValue table, int column)
    {
        var cells = table.Rows.Select(row => row[column]).Where(cell => !TableValue.IsBlank(cell)).ToArray();
        return cells.Length > 0 && cells.All(cell => cell.Number is not null) && cells.Select(UnitOf).Distinct().Count() == 1;
    }
}
