using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Chart;

/// <summary>A table as lines over time; the table itself has to stand beside it.</summary>
internal static class Lines
{
    private const double Top = 14, Bottom = 200, Height = 232;

    /// <summary>Draws some columns of a table, which share a unit, over its first column.</summary>
    public static void Draw(PageOutput html, string name, TableValue table, IReadOnlyList<int> columns, PageScope page)
    {
        var cells = columns.SelectMany(column => table.Rows.Select(row => row[column])).Where(cell => cell.Number is not null).ToArray();
        var (y, ticks) = Scale.Of(cells.Select(cell => (double)cell.Number!.Value), Bottom, Top).Rounded(4);
        var names = ticks.Select(tick => page.Format.Value(Like(cells[0], (decimal)tick), FactForm.Short)).ToArray();
        var left = Math.Min(Svg.Width / 3, names.Max(Svg.WidthOf) + 8);
        var x = new TimeScale(
            table.Rows.Select(row => row[0]),
            left + 6,
            Svg.Width - 10
                - (columns.Count > 1 ? Math.Min(Svg.Width / 4, columns.Max(column => Svg.WidthOf(table.Columns[column].Label))) : 0));
        html.Begin(name, Height, "lines");
        for (var i = 0; i < ticks.Length; i++)
            html.Line("grid", left, y.At(ticks[i]), Svg.Width, y.At(ticks[i]))
                .Text(left - 6, y.At(ticks[i]) + (Svg.TextSize / 3), "end", names[i]);
        TimeAxis.Draw(html, x, Bottom, Height - 6, left, page);
        for (var series = 0; series < columns.Count; series++)
        {
            var points = table.Rows.Where(row => row[columns[series]].Number is not null)
                .Select(row => (X: x.At(row[0]).From, Y: y.At((double)row[columns[series]].Number!.Value), Row: row))
                .OrderBy(point => point.X).ToArray();
            var kind = series == 0 ? "mark" : "mark other";
            html.Append("<polyline class=\"").Append(kind).Append("\" points=\"")
                .Append(string.Join(' ', points.Select(point => $"{Svg.Length(point.X)},{Svg.Length(point.Y)}"))).Append("\"/>\n");
            foreach (var point in points)
                html.Dot(
                    kind,
                    point.X,
                    point.Y,
                    3,
                    $"{page.Format.Value(point.Row[0], FactForm.Whole)}: {page.Format.Value(point.Row[columns[series]], FactForm.Whole)}");
            if (columns.Count > 1)
                html.Text(points[^1].X + 7, points[^1].Y + (Svg.TextSize / 3), "start", table.Columns[columns[series]].Label);
        }
        html.End();
    }

    /// <summary>A number of an axis in the unit of what is drawn.</summary>
    private static FactValue Like(FactValue value, decimal number) => value switch
    {
        MoneyValue money => money with { Figure = Figure.Scaled(number) },
        QuantityValue { Unit.IsPercent: true } share => share with { Figure = Figure.Of(number) },
        _ => new NumberValue(Figure.Scaled(number)),
    };
}
