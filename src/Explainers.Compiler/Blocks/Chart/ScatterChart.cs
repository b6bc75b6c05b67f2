using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Chart;

/// <summary>A dot for each row, by two of its figures; dots are named as far as their names have room.</summary>
internal static class ScatterChart
{
    /// <summary>How many dots may have names; long before, the chart is full.</summary>
    private const int MostNames = 200;

    /// <summary>Draws the first column across and the second upwards.</summary>
    public static Layout Of(ChartData data, Frame frame, PageScope page)
    {
        var rows = Enumerable.Range(0, data.Names.Length)
            .Where(row => data.Series[0].Values[row] is not null && data.Series[1].Values[row] is not null).ToArray();
        double[] across = [.. rows.Select(row => Number(data, 0, row))], upwards = [.. rows.Select(row => Number(data, 1, row))];
        var (acrossLike, upwardsLike) = (data.Series[0].Values[rows[0]]!, data.Series[1].Values[rows[0]]!);
        var plot = Plot.Of(upwards, upwardsLike, frame, Frame.LineHeight, 0, false, page);
        var axis = NumberAxis.Of(
            across, acrossLike, (plot.Left + 8, plot.Right - 24), frame == Frame.Narrow ? 4 : 6, false, page.Format);
        var bottom = plot.Bottom + 40 + (plot.Axis.HasZero && axis.HasZero ? 0 : Frame.LineHeight);
        return new Layout(bottom, html =>
        {
            html.Text("quiet", 0, 12, "start", With(data.Series[1].Name, plot.Axis.Unit));
            plot.DrawAcross(html, axis);
            html.Text("quiet", frame.Width, plot.Bottom + 36, "end", With(data.Series[0].Name, axis.Unit));
            if (bottom > plot.Bottom + 40) html.Text("quiet", 0, bottom - 4, "start", page.Strings["axis_not_zero"]);
            DrawDots(html, data, rows, axis, plot, page);
        });

        static string With(string name, string? unit) => unit is null ? name : $"{name} ({unit})";
    }

    private static void DrawDots(PageOutput html, ChartData data, int[] rows, NumberAxis axis, Plot plot, PageScope page)
    {
        var taken = rows.Select(row => (X: axis.Scale.At(Number(data, 0, row)), Y: plot.Y(Number(data, 1, row))))
            .Select(at => new Area(at.X - 5, at.Y - 5, at.X + 5, at.Y + 5)).ToList();
        foreach (var row in rows)
        {
            var (x, y) = (axis.Scale.At(Number(data, 0, row)), plot.Y(Number(data, 1, row)));
            var name = ChartText.Name(data, row, page);
            var place = taken.Count > rows.Length + MostNames ? null : Place(x, y, name, plot, taken);
            if (place is { } fits) taken.Add(fits.Area);
            var (at, anchor) = place is { } known ? (known.At, known.Anchor) : ((X: x, Y: y - 9), "middle");
            html.BeginValue(
                    $"{name}: {page.Format.Value(data.Series[0].Values[row]!, FactForm.Whole)}, "
                        + page.Format.Value(data.Series[1].Values[row]!, FactForm.Whole))
                .Dot("hit", x, y, 10).Dot("mark s1 point", x, y, 4.5)
                .Text(place is null ? "tip halo" : "halo", at.X, at.Y, anchor, name).EndValue();
        }
    }

    /// <summary>Where a name can stand: to the right, to the left, above or below; null where nothing is free.</summary>
    private static (Area Area, (double X, double Y) At, string Anchor)? Place(
        double x, double y, string name, Plot plot, List<Area> taken)
    {
        ReadOnlySpan<(double X, double Y, string Anchor)> candidates =
            [(x + 8, y + 4.5, "start"), (x - 8, y + 4.5, "end"), (x, y - 9, "middle"), (x, y + 17, "middle")];
        foreach (var (left, line, anchor) in candidates)
        {
            var area = Area.OfText(left, line, anchor, name);
            if (area.IsInside(plot.Frame.Width, plot.Bottom) && !taken.Any(area.Overlaps)) return (area, (left, line), anchor);
        }
        return null;
    }

    private static double Number(ChartData data, int series, int row) => Extent.Of(data.Series[series].Values[row]!).Middle;
}
