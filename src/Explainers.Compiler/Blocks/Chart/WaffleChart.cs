using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Chart;

/// <summary>A hundred squares, of which each row has its share.</summary>
internal static class WaffleChart
{
    /// <summary>Draws the first column.</summary>
    public static Layout Of(ChartData data, Frame frame, PageScope page)
    {
        double[] numbers = [.. data.Series[0].Values.Select(value => value is null ? 0 : Math.Max(0, Extent.Of(value).Middle))];
        var whole = data.Sample is QuantityValue { Unit.IsPercent: true } ? Math.Max(100, numbers.Sum()) : Math.Max(1e-9, numbers.Sum());
        var squares = Squares(numbers, whole);
        var isBelow = frame == Frame.Narrow;
        var side = isBelow ? 24.0 : 22.0;
        var names = Enumerable.Range(0, data.Names.Length)
            .Select(row => data.Series[0].Values[row] is { } value
                ? $"{ChartText.Name(data, row, page)}: {ChartText.Label(value, page)}" : ChartText.Name(data, row, page)).ToArray();
        var x = isBelow ? 0 : (10 * side) + 24;
        var lines = names.Select(name => Frame.Wrapped(name, frame.Width - x - 20)).ToArray();
        var top = isBelow ? (10 * side) + 12 : 0;
        var height = Math.Max(10 * side, top + lines.Sum(name => (name.Length * Frame.LineHeight) + 6));
        return new Layout(height, html =>
        {
            DrawSquares(html, squares, names, side);
            var y = top;
            for (var row = 0; row < names.Length; row++)
            {
                html.Box($"mark {ChartText.Colour(row)}", x, y + 2, 12, 12);
                for (var i = 0; i < lines[row].Length; i++)
                    html.Text("", x + 20, y + 13 + (i * Frame.LineHeight), "start", lines[row][i]);
                y += (lines[row].Length * Frame.LineHeight) + 6;
            }
        });
    }

    private static void DrawSquares(PageOutput html, int[] squares, string[] names, double side)
    {
        var next = 0;
        for (var row = 0; row < squares.Length; row++)
        {
            html.BeginValue(names[row]);
            for (var i = 0; i < squares[row]; i++) Draw(ChartText.Colour(row));
            html.EndValue();
        }
        while (next < 100) Draw("rest");

        void Draw(string colour)
        {
            html.Box($"mark {colour}", next % 10 * side, next / 10 * side, side - 2, side - 2);
            next++;
        }
    }

    /// <summary>How many squares each number has; all together are as many as their sum asks for, the largest rests first.</summary>
    private static int[] Squares(double[] numbers, double whole)
    {
        double[] exact = [.. numbers.Select(number => number / whole * 100)];
        int[] squares = [.. exact.Select(number => (int)Math.Floor(number))];
        var left = (int)Math.Round(exact.Sum()) - squares.Sum();
        foreach (var i in Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i] - squares[i]).Take(left)) squares[i]++;
        return squares;
    }
}
