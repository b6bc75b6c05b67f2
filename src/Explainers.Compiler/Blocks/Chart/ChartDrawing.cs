using Explainers.Binding;
using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Incremental;
using Explainers.Scopes;
using Explainers.Templating;
using Frame = Explainers.Graphics.Frame;

namespace Explainers.Blocks.Chart;

/// <summary>Draws charts, once for each width of a page.</summary>
internal static class ChartDrawing
{
    /// <summary>The drawings of a block: one for each table, and one for all figures together.</summary>
    public static IEnumerable<Html> Of(BoundBlockPart block, PageScope page)
    {
        foreach (var fact in block.Facts)
        {
            if (page.Fact(fact).Value is not TableValue table) continue;
            var form = FormOf(ChartForms.Of(table), block);
            var data = ChartReader.Of((TableValue)page.Stated(fact), Title(block, page) ?? page.Named(fact), block, form, page);
            yield return new Html(html => Draw(html, data, form, page));
        }
        FactId[] figures = [.. block.Facts.Where(fact => ChartBlock.IsFigure(page.Fact(fact).Value))];
        if (figures.Length == 0) yield break;
        var forms = figures.Select(figure => ChartForms.Of(page.Fact(figure).Value)).MinBy(known => known.Length);
        var together = ChartReader.Of(figures, Title(block, page) ?? string.Join(", ", figures.Select(page.Named)), page);
        yield return new Html(html => Draw(html, together, FormOf(forms, block), page));
    }

    private static string? Title(BoundBlockPart block, PageScope page) => block.Title.IsEmpty ? null : page.Text(block.Title);

    private static string FormOf(EquatableArray<string> forms, BoundBlockPart block) =>
        block["as"] is { } named && forms.Contains(named) ? named : forms[0];

    private static void Draw(PageOutput html, ChartData data, string form, PageScope page)
    {
        foreach (var frame in Frame.All)
        {
            var layout = LayoutOf(data, form, frame, page);
            html.Begin(data.Alt, frame, layout.Height, "chart");
            layout.Draw(html);
            html.End();
        }
    }

    private static Layout LayoutOf(ChartData data, string form, Frame frame, PageScope page) => form switch
    {
        ChartForms.Lines => LineChart.Lines(data, frame, page),
        ChartForms.Areas => LineChart.Areas(data, frame, page),
        ChartForms.Columns => ColumnChart.Of(data, frame, isStacked: false, page),
        ChartForms.Stacked when ChartColumns.IsOfTime(data.Names) => ColumnChart.Of(data, frame, isStacked: true, page),
        ChartForms.Stacked => BarChart.Stacked(data, frame, isShare: false, page),
        ChartForms.Shares => BarChart.Stacked(data, frame, isShare: true, page),
        ChartForms.Scatter => ScatterChart.Of(data, frame, page),
        ChartForms.Slope => SlopeChart.Of(data, frame, page),
        ChartForms.Dots => DotChart.Of(data, frame, page),
        ChartForms.Waffle => WaffleChart.Of(data, frame, page),
        ChartForms.Multiples => Multiples.Of(data, frame, page),
        _ => BarChart.Grouped(data, frame, page),
    };
}
