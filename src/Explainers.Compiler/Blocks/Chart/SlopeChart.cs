using System.Collections.Immutable;
using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Scopes;

namespace Explainers.Blocks.Chart;

/// <summary>Lines from one time to another, named at both ends.</summary>
internal static class SlopeChart
{
    /// <summary>Draws the first row against the last of a table over time, and else the first column against the second.</summary>
    public static Layout Of(ChartData data, Frame frame, PageScope page)
    {
        var (ends, slopes) = Slopes(data, page);
        double[] numbers = [.. slopes.SelectMany(slope => new[] { Extent.Of(slope.From).Middle, Extent.Of(slope.To).Middle })];
        var height = Math.Max(frame == Frame.Narrow ? 240 : 300, slopes.Length * (Frame.LineHeight + 6));
        var lefts = slopes.Select(slope => ChartText.Label(slope.From, page)).ToArray();
        var rights = slopes
            .Select(slope => Frame.Wrapped($"{ChartText.Label(slope.To, page)} {slope.Name}", frame.Width * 0.44)).ToArray();
        var (left, right) = (lefts.Max(Frame.WidthOf) + 10, frame.Width - rights.SelectMany(lines => lines).Max(Frame.WidthOf) - 10);
        var scale = Scale.Of(numbers, height + 24, 40);
        var (from, to) = (Places(slope => slope.From), Places(slope => slope.To));
        return new Layout(height + 40, html =>
        {
            html.Text("quiet", left, 14, "middle", ends.From).Text("quiet", right, 14, "middle", ends.To)
                .Line("axis", left, 22, left, height + 34).Line("axis", right, 22, right, height + 34);
            for (var i = 0; i < slopes.Length; i++)
            {
                var colour = ChartText.Colour(i % ChartBlock.MostSeries);
                var (y1, y2) = (scale.At(Extent.Of(slopes[i].From).Middle), scale.At(Extent.Of(slopes[i].To).Middle));
                html.BeginValue($"{slopes[i].Name}: {lefts[i]} – {ChartText.Label(slopes[i].To, page)}")
                    .Line($"line {colour}", left, y1, right, y2).Dot($"mark {colour}", left, y1, 4).Dot($"mark {colour}", right, y2, 4)
                    .EndValue();
                html.Text("", left - 8, from[i] + 4.5, "end", lefts[i]);
                for (var line = 0; line < rights[i].Length; line++)
                    html.Text($"name {colour}", right + 8, to[i] + 4.5 + (line * Frame.LineHeight), "start", rights[i][line]);
            }
        });

        double[] Places(Func<Slope, FactValue> end) =>
            Frame.Spread([.. slopes.Select(slope => scale.At(Extent.Of(end(slope)).Middle))], 36, height + 30);
    }

    private static ((string From, string To) Ends, ImmutableArray<Slope> Slopes) Slopes(ChartData data, PageScope page)
    {
        if (!ChartColumns.IsOfTime(data.Names))
            return (
                (data.Series[0].Name, data.Series[1].Name),
                [
                    .. Enumerable.Range(0, data.Names.Length)
                        .Where(row => data.Series[0].Values[row] is not null && data.Series[1].Values[row] is not null)
                        .Select(row => new Slope(
                            ChartText.Name(data, row, page), data.Series[0].Values[row]!, data.Series[1].Values[row]!)),
                ]);
        var last = data.Names.Length - 1;
        return (
            (ChartText.Name(data, 0, page), ChartText.Name(data, last, page)),
            [
                .. data.Series.Where(series => series.Values[0] is not null && series.Values[last] is not null)
                    .Select(series => new Slope(series.Name, series.Values[0]!, series.Values[last]!)),
            ]);
    }

    private sealed record Slope(string Name, FactValue From, FactValue To);
}
