using System.Collections.Immutable;
using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Chart;

/// <summary>Columns from zero, side by side or on top of each other.</summary>
internal static class ColumnChart
{
    /// <summary>Draws columns.</summary>
    public static Layout Of(ChartData data, Frame frame, bool isStacked, PageScope page)
    {
        string[] names = [.. data.Series.Select(series => series.Name)];
        var key = ChartText.KeyHeight(names, frame);
        var curves = LineChart.Curves(data, isStacked);
        double[] numbers = [.. curves.SelectMany(curve => curve.Points).Select(point => point.High)];
        var plot = Plot.Of(numbers, data.Sample, frame, key, 0, true, page);
        var band = (plot.Right - plot.Left) / data.Names.Length;
        var lines = Enumerable.Range(0, data.Names.Length)
            .Select(row => Frame.Wrapped(ChartText.Name(data, row, page), Math.Max(60, band))).ToArray();
        return new Layout(plot.Height + ((lines.Max(name => name.Length) - 1) * Frame.LineHeight), html =>
        {
            ChartText.DrawKey(html, names, frame, 0);
            plot.DrawGrid(html, page);
            var room = band * 0.78;
            var width = room / (isStacked ? 1 : names.Length);
            var areShown = names.Length == 1 && data.Values.All(value => Frame.WidthOf(ChartText.Label(value, page)) < band + 4);
            foreach (var curve in curves)
            {
                foreach (var (row, low, high) in curve.Points)
                {
                    var x = plot.Left + (row * band) + ((band - room) / 2) + (isStacked ? 0 : curve.Series * width);
                    var (top, bottom) = (plot.Y(Math.Max(low, high)), plot.Y(Math.Min(low, high)));
                    var label = ChartText.Label(data.Series[curve.Series].Values[row]!, page);
                    html.BeginValue(ChartText.Title(data, row, curve.Series, page))
                        .Box($"mark {ChartText.Colour(curve.Series)}", x, top, Math.Max(1, width - 1), Math.Max(0.5, bottom - top))
                        .Text(areShown && high >= 0 ? "halo" : "tip halo", x + (width / 2), top - 4, "middle", label).EndValue();
                }
            }
            DrawNames(html, lines, plot, band);
        });
    }

    /// <summary>Names below the columns; those that would run into the one before are left out.</summary>
    private static void DrawNames(PageOutput html, ImmutableArray<string>[] names, Plot plot, double band)
    {
        var free = double.MinValue;
        for (var row = 0; row < names.Length; row++)
        {
            var half = names[row].Max(Frame.WidthOf) / 2;
            var middle = Math.Clamp(plot.Left + ((row + 0.5) * band), half, plot.Frame.Width - half);
            if (middle - half < free) continue;
            for (var i = 0; i < names[row].Length; i++)
                html.Text("", middle, plot.Bottom + 18 + (i * Frame.LineHeight), "middle", names[row][i]);
            free = middle + half + 6;
        }
    }
}
