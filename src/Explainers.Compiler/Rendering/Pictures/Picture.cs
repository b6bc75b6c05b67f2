using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Blocks.Chart;
using Explainers.Rendering.Templating;

namespace Explainers.Rendering.Pictures;

/// <summary>The drawings of a block, made while the page is rendered.</summary>
internal static class Picture
{
    /// <summary>
    /// The drawings of a block: one for each table of a chart, one for all facts of other blocks; none of a block that draws nothing.
    /// </summary>
    public static Html[] Of(BoundBlockPart block, PageScope page) => (block.Name, block.Facts) switch
    {
        (_, { IsEmpty: true }) => [],
        ("chart", var facts) => [.. facts.Select(fact => new Html(html => Chart(html, fact, block, page)))],
        ("timeline", { Length: >= EventStrip.Fewest } facts) => [new Html(html => EventStrip.Draw(html, facts, page))],
        ("ranges", var facts) => [new Html(html => RangePlot.Draw(html, facts, page))],
        ("map", var facts) => [new Html(html => LocatorMap.Draw(html, facts, page))],
        ("distance", var facts) => [new Html(html => Distances.Draw(html, facts, page))],
        _ => [],
    };

    private static void Chart(PageOutput html, FactId fact, BoundBlockPart block, PageScope page)
    {
        var table = (TableValue)page.Stated(fact);
        var numeric = ChartColumns.Numeric(table).ToArray();
        var first = numeric.FirstOrDefault(column => table.Columns[column] == block["column"], numeric[0]);
        // Columns that count the same are drawn together, unless one was asked for.
        var columns = block["column"] is null ? numeric.Where(column => UnitOf(table, column) == UnitOf(table, first)).ToArray() : [first];
        if (ChartColumns.IsOfTime(table) && block["as"] != ChartBlock.Bars) Lines.Draw(html, page.Named(fact), table, columns, page);
        else Bars.Draw(html, table, columns, page);
    }

    private static string UnitOf(TableValue table, int column) =>
        ChartColumns.UnitOf(table.Rows.Select(row => row[column]).First(cell => cell.Number is not null));
}
