using System.Collections.Immutable;
using Explainers.Facts;

namespace Explainers.Blocks.Chart;

/// <summary>The forms of charts, as <c>as:</c> has them, and which of them a value can have.</summary>
internal static class ChartForms
{
    public const string Bars = "bars", Columns = "columns", Stacked = "stacked", Shares = "shares", Lines = "lines", Areas = "areas",
        Scatter = "scatter", Slope = "slope", Dots = "dots", Waffle = "waffle", Multiples = "multiples";

    /// <summary>How much over a hundred shares may be together, which were rounded one by one.</summary>
    private const decimal Rounded = 1;

    /// <summary>The forms that a value can have; the first is the one that it has if nobody asks.</summary>
    public static ImmutableArray<string> Of(FactValue value) => value switch
    {
        TableValue table => Of(table),
        RangeValue => [Dots],
        _ when value.Number is not null => [Bars, Columns, Dots, Waffle],
        _ => [],
    };

    private static ImmutableArray<string> Of(TableValue table)
    {
        var all = ChartColumns.Numeric(table).ToArray();
        if (all.Length == 0) return [];
        var same = ChartReader.Columns(table, null, Bars);
        var cells = same.SelectMany(column => table.Rows.Select(row => row[column])).Where(cell => !TableValue.IsBlank(cell)).ToArray();
        if (cells.Any(cell => cell is RangeValue)) return [Dots];
        var isOfTime = ChartColumns.IsOfTime(table);
        var isPositive = cells.All(cell => cell.Number >= 0);
        var several = same.Length > 1;
        var forms = ImmutableArray.CreateBuilder<string>();
        Add(Lines, isOfTime);
        Add(Bars, true);
        Add(Columns, true);
        Add(Areas, isOfTime && isPositive);
        Add(Multiples, isOfTime && several);
        Add(Stacked, several && isPositive);
        Add(Shares, several && isPositive);
        Add(Dots, true);
        Add(Slope, isOfTime || several);
        Add(Scatter, all.Length > 1 && table.Rows.Any(row => row[all[0]].Number is not null && row[all[1]].Number is not null));
        Add(Waffle, isPositive && table.Rows.Length <= ChartBlock.MostSeries && IsWhole(table, same[0]));
        return forms.ToImmutable();

        void Add(string form, bool isPossible)
        {
            if (isPossible) forms.Add(form);
        }
    }

    /// <summary>Whether a column can be parts of one whole.</summary>
    private static bool IsWhole(TableValue table, int column)
    {
        var cells = table.Rows.Select(row => row[column]).Where(cell => cell.Number is not null).ToArray();
        return cells.Any(cell => cell.Number > 0)
            && (cells[0] is not QuantityValue { Unit.IsPercent: true } || cells.Sum(cell => cell.Number) <= 100 + Rounded);
    }
}
