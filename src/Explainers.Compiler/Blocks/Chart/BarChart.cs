using System.Collections.Immutable;
using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Chart;

/// <summary>Bars from zero, one below the other, each with its figure; side by side, or stacked.</summary>
internal static class BarChart
{
    private const double Gap = 11;

    /// <summary>Bars beside each other where there are several figures a row.</summary>
    public static Layout Grouped(ChartData data, Frame frame, PageScope page)
    {
        var thick = data.Series.Length > 1 ? 15.0 : 20.0;
        var rows = Rows.Of(data, frame, thick * data.Series.Length, Gap, page);
        var labels = data.Values.Max(value => Frame.WidthOf(ChartText.Label(value, page))) + 6;
        var from = rows.Left + (data.Numbers.Any(number => number < 0) ? labels : 0);
        var scale = Scale.Of([.. data.Numbers, 0], from, frame.Width - labels);
        return new Layout(rows.Height, html =>
        {
            rows.DrawHead(html, data, frame, page);
            html.Line("axis", scale.At(0), rows.Tops[0] - 4, scale.At(0), rows.Height - 4);
            for (var row = 0; row < data.Names.Length; row++)
            {
                rows.DrawName(html, row);
                for (var i = 0; i < data.Series.Length; i++)
                {
                    if (data.Series[i].Values[row] is not { } value) continue;
                    var y = rows.Tops[row] + (i * thick);
                    var end = scale.At(Extent.Of(value).Middle);
                    html.BeginValue(ChartText.Title(data, row, i, page))
                        .Box($"mark {ChartText.Colour(i)}", Math.Min(end, scale.At(0)), y, Math.Abs(end - scale.At(0)), thick - 2);
                    var isBelow = end < scale.At(0);
                    html.Text("", end + (isBelow ? -5 : 5), y + (thick / 2) + 3.5, isBelow ? "end" : "start", ChartText.Label(value, page))
                        .EndValue();
                }
            }
        });
    }

    /// <summary>Bars behind each other, whose lengths add up; or parts of a whole that all have one length.</summary>
    public static Layout Stacked(ChartData data, Frame frame, bool isShare, PageScope page)
    {
        const double Thick = 24;
        var rows = Rows.Of(data, frame, Thick, Gap, page);
        var sums = Sums(data);
        var room = isShare ? 0 : sums.Max(sum => Frame.WidthOf(ChartText.Label(data.Sample, sum, page))) + 8;
        var scale = new Scale(0, isShare ? 1 : Math.Max(1e-9, sums.Max()), rows.Left, frame.Width - room);
        return new Layout(rows.Height, html =>
        {
            rows.DrawHead(html, data, frame, page);
            html.Line("axis", rows.Left, rows.Tops[0] - 4, rows.Left, rows.Height - 4);
            for (var row = 0; row < data.Names.Length; row++)
            {
                rows.DrawName(html, row);
                var before = 0.0;
                for (var i = 0; i < data.Series.Length; i++)
                {
                    if (data.Series[i].Values[row] is not { } value || sums[row] == 0) continue;
                    var part = Extent.Of(value).Middle / (isShare ? sums[row] : 1);
                    DrawPart(html, (scale.At(before), scale.At(before + part)), rows.Tops[row], i,
                        ChartText.Label(value, page), ChartText.Title(data, row, i, page));
                    before += part;
                }
                if (!isShare)
                    html.Text("", scale.At(before) + 6, rows.Tops[row] + 16, "start", ChartText.Label(data.Sample, sums[row], page));
            }
        });

        static void DrawPart(PageOutput html, (double From, double To) place, double y, int series, string label, string title)
        {
            html.BeginValue(title).Box($"mark {ChartText.Colour(series)}", place.From, y, place.To - place.From, Thick - 2);
            var fits = Frame.WidthOf(label) + 6 < place.To - place.From;
            html.Text(fits ? "on" : "on tip", (place.From + place.To) / 2, y + 15.5, "middle", label).EndValue();
        }
    }

    private static double[] Sums(ChartData data) =>
        [.. Enumerable.Range(0, data.Names.Length)
            .Select(row => data.Series.Sum(series => series.Values[row] is { } value ? Extent.Of(value).Middle : 0))];
}

/// <summary>Rows of a chart with their names, at the left or above where they are long.</summary>
/// <param name="Left">Where bars begin.</param>
/// <param name="Tops">Where the bars of each row begin.</param>
/// <param name="Height">The height of all.</param>
/// <param name="Names">The lines of each name.</param>
/// <param name="IsAbove">Whether names stand above their bars.</param>
/// <param name="Thick">How much the bars of a row take.</param>
internal sealed record Rows(
    double Left, ImmutableArray<double> Tops, double Height, ImmutableArray<ImmutableArray<string>> Names, bool IsAbove, double Thick)
{
    /// <summary>Finds places for the rows of a chart.</summary>
    public static Rows Of(ChartData data, Frame frame, double thick, double gap, PageScope page)
    {
        var names = Enumerable.Range(0, data.Names.Length).Select(row => ChartText.Name(data, row, page)).ToArray();
        var most = frame.Width * (frame == Frame.Narrow ? 0.3 : 0.34);
        var isAbove = frame == Frame.Narrow && names.Max(Frame.WidthOf) > most;
        var lines = names.Select(name => Frame.Wrapped(name, isAbove ? frame.Width : most)).ToImmutableArray();
        var left = isAbove ? 1 : lines.SelectMany(name => name).Max(Frame.WidthOf) + 8;
        var tops = ImmutableArray.CreateBuilder<double>();
        var y = HeadHeight(data, frame, page) + 6;
        foreach (var name in lines)
        {
            var text = name.Length * Frame.LineHeight;
            tops.Add(isAbove ? y + text : y + Math.Max(0, (text - thick) / 2));
            y += (isAbove ? text + thick : Math.Max(text, thick)) + gap;
        }
        return new Rows(left, tops.ToImmutable(), y - gap + 6, lines, isAbove, thick);
    }

    /// <summary>Draws the key and the unit.</summary>
    public void DrawHead(PageOutput html, ChartData data, Frame frame, PageScope page)
    {
        string[] names = [.. data.Series.Select(series => series.Name)];
        ChartText.DrawKey(html, names, frame, 0);
        if (ChartText.Unit(data, page) is { } unit)
            html.Text("quiet", IsAbove ? 0 : Left, ChartText.KeyHeight(names, frame) + 12, "start", unit);
    }

    /// <summary>Draws the name of a row.</summary>
    public void DrawName(PageOutput html, int row)
    {
        var lines = Names[row];
        var first = IsAbove
            ? Tops[row] - (lines.Length * Frame.LineHeight) + 11
            : Tops[row] + (Thick / 2) - ((lines.Length - 1) * Frame.LineHeight / 2) + 4;
        for (var i = 0; i < lines.Length; i++)
            html.Text(IsAbove ? "halo" : "", IsAbove ? 0 : Left - 8, first + (i * Frame.LineHeight), IsAbove ? "start" : "end", lines[i]);
    }

    private static double HeadHeight(ChartData data, Frame frame, PageScope page) =>
        ChartText.KeyHeight([.. data.Series.Select(series => series.Name)], frame)
            + (ChartText.Unit(data, page) is null ? 0 : Frame.LineHeight);
}
