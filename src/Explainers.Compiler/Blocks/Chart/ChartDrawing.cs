using Explainers.Binding;
using Explainers.Facts;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Chart;

/// <summary>A table as lines where it runs over time, and as bars otherwise or where the article asks for them.</summary>
internal static class ChartDrawing
{
    /// <summary>Draws the table of a fact.</summary>
    public static void Draw(PageOutput html, FactId fact, BoundBlockPart block, PageScope page)
    {
        var table = (TableValue)page.Stated(fact);
        var numeric = ChartColumns.Numeric(table).ToArray();
        var first = block["column"] is { } named ? table.IndexOf(named) : numeric[0];
        // Columns that count the same are drawn together, unless one was asked for.
        var columns = block["column"] is null ? numeric.Where(column => UnitOf(table, column) == UnitOf(table, first)).ToArray() : [first];
        if (ChartColumns.IsOfTime(table) && block["as"] != ChartBlock.Bars) Lines.Draw(html, page.Named(fact), table, columns, page);
        else Bars.Draw(html, table, columns, page);
    }

    private static string UnitOf(TableValue table, int column) =>
        ChartColumns.UnitOf(table.Rows.Select(row => row[column]).First(cell => cell.Number is not null));
}
