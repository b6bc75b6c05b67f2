using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Chart;

/// <summary>A small chart of lines for each column, all on one scale.</summary>
internal static class Multiples
{
    private const double Height = 90;

    /// <summary>Draws every column by itself.</summary>
    public static Layout Of(ChartData data, Frame frame, PageScope page)
    {
        var columns = frame == Frame.Narrow ? 2 : 3;
        var axis = NumberAxis.Of(data.Numbers, data.Sample, (Height, 0), 2, false, page.Format);
        var left = axis.NameWidth + 8;
        var width = (frame.Width - left - ((columns - 1) * 16)) / columns;
        var curves = LineChart.Curves(data, isStacked: false);
        var titles = data.Series.Select(series => Frame.Wrapped(series.Name, width)).ToArray();
        var head = titles.Max(lines => lines.Length) * Frame.LineHeight;
        var block = head + 12 + Height + 32;
        var unit = axis.Unit is null ? 0 : Frame.LineHeight + 6;
        var below = axis.HasZero ? 0 : Frame.LineHeight;
        var all = unit + (block * ((data.Series.Length + columns - 1) / columns)) + below;
        return new Layout(all, html =>
        {
            if (axis.Unit is { } name) html.Text("quiet", 0, 12, "start", name);
            for (var i = 0; i < data.Series.Length; i++)
            {
                var (x, y) = (left + (i % columns * (width + 16)), unit + (i / columns * block));
                for (var line = 0; line < titles[i].Length; line++)
                    html.Text("strong", x, y + 12 + (line * Frame.LineHeight), "start", titles[i][line]);
                DrawPanel(html, curves[i], data, axis, (x, y + head + 12, width), i % columns == 0, page);
            }
            if (below > 0) html.Text("quiet", 0, all - 4, "start", page.Strings["axis_not_zero"]);
        });
    }

    private static void DrawPanel(
        PageOutput html, Curve curve, ChartData data, NumberAxis axis, (double X, double Y, double Width) place, bool isFirst,
        PageScope page)
    {
        foreach (var (at, name) in axis.Ticks)
        {
            var y = place.Y + axis.Scale.At(at);
            html.Line(at == 0 ? "axis" : "grid", place.X, y, place.X + place.Width, y);
            if (isFirst) html.Text("", place.X - 6, y + 4.5, "end", name);
        }
        var x = new TimeScale(data.Names, place.X + 2, place.X + place.Width - 4, isOfPoints: true);
        var points = curve.Points.Select(point => (X: x.At(data.Names[point.Row]).From, Y: place.Y + axis.Scale.At(point.High), point.Row))
            .OrderBy(point => point.X).ToArray();
        html.Polyline("line s1", points.Select(point => (point.X, point.Y)));
        foreach (var (at, y, row) in points.Length > 40 ? [] : points)
            html.BeginValue(ChartText.Title(data, row, curve.Series, page)).Dot("hit", at, y, 7).Dot("mark s1 tip", at, y, 2.6)
                .Text("tip halo", at, y - 8, "middle", ChartText.Label(data.Series[curve.Series].Values[row]!, page)).EndValue();
        (double At, string Name)[] ticks = [.. x.Ticks(page.Format, 2)];
        foreach (var (at, name) in ticks.Length < 2 ? ticks : [ticks[0], ticks[^1]])
        {
            var half = Frame.WidthOf(name) / 2;
            html.Text("", Math.Clamp(at, place.X + half, place.X + place.Width - half), place.Y + Height + 18, "middle", name);
        }
    }
}
