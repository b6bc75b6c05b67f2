using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Scopes;

namespace Explainers.Blocks.Chart;

/// <summary>Reads what a chart draws from tables and figures.</summary>
internal static class ChartReader
{
    /// <summary>The columns that a form draws: all that count the same as the first, or the one that is asked for.</summary>
    public static ImmutableArray<int> Columns(TableValue table, string? named, string form)
    {
        int[] numeric = [.. ChartColumns.Numeric(table)];
        if (form == ChartForms.Scatter) return [.. numeric.Take(2)];
        if (named is not null && table.IndexOf(named) is >= 0 and var one) return [one];
        return [.. numeric.Where(column => ChartColumns.UnitOf(table, column) == ChartColumns.UnitOf(table, numeric[0]))];
    }

    /// <summary>A table, with what happened in its time.</summary>
    public static ChartData Of(TableValue table, string title, BoundBlockPart block, string form, PageScope page)
    {
        var series = Columns(table, block["column"], form).Select(column => new ChartSeries(
            table.Columns[column].Label,
            [.. table.Rows.Select(row => ChartBlock.IsFigure(row[column]) ? row[column] : null)]));
        var data = new ChartData(title, [.. table.Rows.Select(row => row[0])], [.. series]);
        return ChartColumns.IsOfTime(table) ? data with { Events = Events(block, table, page) } : data;
    }

    /// <summary>Some figures, as one column.</summary>
    public static ChartData Of(IReadOnlyList<FactId> figures, string title, PageScope page) => new(
        title,
        [.. figures.Select(figure => new TextValue(page.Named(figure)))],
        [new ChartSeries("", [.. figures.Select(page.Stated)])]);

    /// <summary>The events that a block names, as far as they are in the time of its table.</summary>
    private static ImmutableArray<(FactValue When, string Title)> Events(BoundBlockPart block, TableValue table, PageScope page)
    {
        var (first, last) = (table.Rows.Min(row => Day(row[0])), table.Rows.Max(row => Day(row[0])));
        return
        [
            .. block.Facts.Where(fact => page.Fact(fact).Value is EventValue)
                .Select(fact => (When: Time(((EventValue)page.Stated(fact)).When), Title: page.Named(fact)))
                .Where(happening => Day(happening.When) is var day && day >= first && day <= last)
                .OrderBy(happening => Day(happening.When)),
        ];

        static FactValue Time(FactValue when) => when is RangeValue range ? range.Low : when;

        static DateOnly Day(FactValue when) => when switch
        {
            DateValue date => date.Date.FirstDay,
            MomentValue moment => moment.Moment.Date.ToDateOnly(),
            _ => DateOnly.MinValue,
        };
    }
}
