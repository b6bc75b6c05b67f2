using System.Collections.Immutable;
using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Chart;

/// <summary>Lines or areas over time, each named at its end.</summary>
internal static class LineChart
{
    /// <summary>With more points than this, a line has no dots.</summary>
    private const int MostDots = 60;

    /// <summary>Lines, which may begin above zero and then say so.</summary>
    public static Layout Lines(ChartData data, Frame frame, PageScope page) => Of(data, frame, Curves(data, isStacked: false), false, page);

    /// <summary>Areas from zero, on top of each other where there are several.</summary>
    public static Layout Areas(ChartData data, Frame frame, PageScope page) => Of(data, frame, Curves(data, isStacked: true), true, page);

    /// <summary>The figures of each column row by row, each on those before it where they are stacked.</summary>
    public static ImmutableArray<Curve> Curves(ChartData data, bool isStacked)
    {
        var under = new double[data.Names.Length];
        var curves = ImmutableArray.CreateBuilder<Curve>();
        for (var i = 0; i < data.Series.Length; i++)
        {
            var points = ImmutableArray.CreateBuilder<(int Row, double Low, double High)>();
            for (var row = 0; row < data.Names.Length; row++)
            {
                if (data.Series[i].Values[row] is not { } value) continue;
                var number = Extent.Of(value).Middle;
                points.Add((row, isStacked ? under[row] : 0, isStacked ? under[row] + number : number));
                under[row] += number;
            }
            curves.Add(new Curve(i, points.ToImmutable()));
        }
        return curves.ToImmutable();
    }

    private static Layout Of(ChartData data, Frame frame, ImmutableArray<Curve> curves, bool isFilled, PageScope page)
    {
        string[] names = [.. data.Series.Select(series => series.Name)];
        var most = names.Max(Frame.WidthOf);
        var isNamedAtEnd = names.Length > 1 && most < frame.Width * 0.3;
        var key = isNamedAtEnd ? 0 : ChartText.KeyHeight(names, frame);
        var right = isNamedAtEnd ? most + 12 : 10;
        double[] numbers = [.. curves.SelectMany(curve => curve.Points).Select(point => point.High)];
        var first = Plot.Of(numbers, data.Sample, frame, key, right, isFilled, page);
        var x = new TimeScale(data.Names, first.Left + 4, first.Right - 4, isOfPoints: true);
        var events = new EventMarks(data, x, frame);
        var plot = Plot.Of(numbers, data.Sample, frame, key + events.Height, right, isFilled, page);
        return new Layout(plot.Height, html =>
        {
            if (!isNamedAtEnd) ChartText.DrawKey(html, names, frame, 0);
            plot.DrawGrid(html, page);
            plot.DrawTimes(html, x, page);
            foreach (var curve in curves) Draw(html, curve, data, plot, x, isFilled, page);
            events.Draw(html, key, plot.Bottom);
            if (isNamedAtEnd) DrawNames(html, curves, names, plot, x, isFilled, data);
        });
    }

    private static void Draw(PageOutput html, Curve curve, ChartData data, Plot plot, TimeScale x, bool isFilled, PageScope page)
    {
        var points = curve.Points.Select(point => (X: x.At(data.Names[point.Row]).From, point.Low, point.High, point.Row))
            .OrderBy(point => point.X).ToArray();
        var colour = ChartText.Colour(curve.Series);
        if (isFilled)
            html.Polygon($"mark area {colour}",
            [
                .. points.Select(point => (point.X, plot.Y(point.High))),
                .. points.Reverse().Select(point => (point.X, plot.Y(point.Low))),
            ]);
        else html.Polyline($"line {colour}", points.Select(point => (point.X, plot.Y(point.High))));
        if (points.Length > MostDots) return;
        foreach (var point in points)
        {
            var y = plot.Y(point.High);
            var label = ChartText.Label(data.Series[curve.Series].Values[point.Row]!, page);
            var half = Frame.WidthOf(label) / 2;
            html.BeginValue(ChartText.Title(data, point.Row, curve.Series, page)).Dot("hit", point.X, y, 9)
                .Dot($"mark {colour}{(points.Length > 30 || isFilled ? " tip" : "")}", point.X, y, 2.6)
                .Text("tip halo", Math.Clamp(point.X, half, plot.Frame.Width - half), y - 8, "middle", label).EndValue();
        }
    }

    private static void DrawNames(
        PageOutput html, ImmutableArray<Curve> curves, string[] names, Plot plot, TimeScale x, bool isFilled, ChartData data)
    {
        var ends = curves.Select(curve => curve.Points.MaxBy(point => x.At(data.Names[point.Row]).From)).ToArray();
        var places = Frame.Spread(
            [.. ends.Select(end => plot.Y(isFilled ? (end.Low + end.High) / 2 : end.High))], plot.Top + 4, plot.Bottom - 2);
        for (var i = 0; i < names.Length; i++)
            html.Text($"name {ChartText.Colour(i)}", plot.Right + 4, places[i] + 4.5, "start", names[i]);
    }
}

/// <summary>A column as a line.</summary>
/// <param name="Series">Which column.</param>
/// <param name="Points">Its rows that have a figure, with where the figure begins and ends.</param>
internal sealed record Curve(int Series, ImmutableArray<(int Row, double Low, double High)> Points);
