using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Chart;

/// <summary>Dots on an axis, one row each; a range has whiskers, and what is only a limit is open at its end.</summary>
internal static class DotChart
{
    private const double Open = 22;

    /// <summary>Draws dots.</summary>
    public static Layout Of(ChartData data, Frame frame, PageScope page)
    {
        var rows = Rows.Of(data, frame, 22, 8, page);
        var axis = NumberAxis.Of(
            data.Numbers, data.Sample, (rows.Left + 24, frame.Width - 24), frame == Frame.Narrow ? 3 : 5, false, page.Format);
        var foot = rows.Height + 2;
        return new Layout(foot + 20 + (axis.HasZero ? 0 : Frame.LineHeight), html =>
        {
            rows.DrawHead(html, data, frame, page);
            foreach (var (at, name) in axis.Ticks)
                html.Line(at == 0 ? "axis" : "grid", axis.Scale.At(at), rows.Tops[0] - 6, axis.Scale.At(at), foot)
                    .Text("", axis.Scale.At(at), foot + 15, "middle", name);
            for (var row = 0; row < data.Names.Length; row++)
            {
                rows.DrawName(html, row);
                html.Line("grid", rows.Left, rows.Tops[row] + 11, frame.Width, rows.Tops[row] + 11);
                for (var i = 0; i < data.Series.Length; i++)
                {
                    if (data.Series[i].Values[row] is not { } value) continue;
                    html.BeginValue(ChartText.Title(data, row, i, page));
                    Draw(html, axis.Scale, Extent.Of(value), rows.Tops[row] + 11, ChartText.Colour(i));
                    var label = ChartText.Label(value, page);
                    var half = Frame.WidthOf(label) / 2;
                    html.Text("tip halo", Math.Clamp(axis.Scale.At(Extent.Of(value).Middle), half, frame.Width - half),
                        rows.Tops[row], "middle", label).EndValue();
                }
            }
            if (!axis.HasZero) html.Text("quiet", 0, foot + 15 + Frame.LineHeight, "start", page.Strings["axis_not_zero"]);
        });
    }

    /// <summary>Draws a figure or range with its whiskers.</summary>
    private static void Draw(PageOutput html, Scale scale, Extent extent, double y, string colour)
    {
        var (low, high) = (scale.At(extent.Low), scale.At(extent.High));
        html.Box("hit", low - 9, y - 10, high - low + 18, 20);
        if (extent.IsOpenBelow) html.Line($"whisker open {colour}", low - Open, y, low, y);
        if (extent.IsOpenAbove) html.Line($"whisker open {colour}", high, y, high + Open, y);
        if (high - low > 1)
        {
            html.Line($"whisker {colour}", low, y, high, y).Line($"whisker {colour}", low, y - 6, low, y + 6)
                .Line($"whisker {colour}", high, y - 6, high, y + 6);
            return;
        }
        html.Dot($"mark {colour}", (low + high) / 2, y, 5.5);
    }
}
