using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Blocks.Chart;
using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Map;

/// <summary>Countries shaded by the figures of a table.</summary>
internal static class Choropleth
{
    /// <summary>Countries whose middles are further apart than this angle are shown on a map of the world.</summary>
    private const double Far = 0.75;

    private const double WorldHeight = 300, LegendHeight = 56, Step = 64;

    /// <summary>How many shades the style sheet has.</summary>
    private const int Shades = 6;

    /// <summary>Draws a table.</summary>
    public static void Draw(PageOutput html, FactId fact, BoundBlockPart block, PageScope page)
    {
        var table = (TableValue)page.Stated(fact);
        var column = block["column"] is { } named ? table.IndexOf(named) : ChartColumns.Numeric(table).First();
        var code = MapTable.CodeColumn(table)!.Value;
        var values = table.Rows.Where(row => ChartBlock.IsFigure(row[column]))
            .Select(row => (Country: MapTable.CountryOf(row[code]), Value: row[column]))
            .Where(row => row.Country is not null).DistinctBy(row => row.Country!.Code)
            .ToDictionary(row => row.Country!.Code, row => row.Value, StringComparer.Ordinal);
        if (values.Count == 0) return;
        double[] numbers = [.. values.Values.Select(value => Extent.Of(value).Middle)];
        var axis = NumberAxis.Of(numbers, values.Values.First(), (0, 1), 5, mustHaveZero: false, page.Format);
        var (shapes, height) = Shapes(values.Keys);
        html.Append("<svg class=\"map shades\" viewBox=\"0 0 ").Append(Svg.Length(MapView.Width)).Append(" ")
            .Append(Svg.Length(height + LegendHeight)).Append("\" role=\"img\" tabindex=\"0\" aria-label=\"")
            .AppendEscaped(page.Strings.Fill("map_of", ("places", $"{page.Named(fact)}, {table.Columns[column].Label}"))).Append("\">\n");
        html.Append("<svg width=\"").Append(Svg.Length(MapView.Width)).Append("\" height=\"").Append(Svg.Length(height)).Append("\">\n")
            .Box("sea", 0, 0, MapView.Width, height).Append("\n");
        foreach (var (country, path) in shapes)
        {
            if (path.Length == 0) continue;
            var value = values.GetValueOrDefault(country.Code);
            html.Append("<path class=\"").Append(value is null ? "land" : $"shade c{ClassOf(value, axis)}").Append("\" d=\"").Append(path)
                .Append("\">");
            if (value is not null)
                html.Append("<title>").AppendEscaped(page.Strings[$"country_{country.Code}"]).Append(": ")
                    .AppendEscaped(page.Format.Value(value, FactForm.Whole)).Append("</title>");
            html.Append("</path>\n");
        }
        html.End();
        DrawLegend(html, axis, height + 10);
        html.End();
    }

    /// <summary>The outlines of all countries that the map shows, and its height.</summary>
    private static (IEnumerable<(Country Country, string Path)> Shapes, double Height) Shapes(
        Dictionary<string, FactValue>.KeyCollection shown)
    {
        var own = World.Known.Countries.Where(country => shown.Contains(country.Code)).ToArray();
        SpherePoint[] middles = [.. own.Select(country => SpherePoint.Middle(Largest(country)))];
        var centre = SpherePoint.Middle(middles);
        if (middles.Max(point => Math.Acos(Math.Clamp(point.Dot(centre), -1, 1))) > Far)
            return (
                World.Known.Countries.Where(country => country.Code != "AQ").Select(country => (country, WorldPath(country))), WorldHeight);
        // What belongs to a country on another continent takes no part in how the map is cut.
        SpherePoint[] near = [.. own.SelectMany(country => Largest(country)).Where(point => point.Dot(centre) > Math.Cos(Far))];
        var view = MapView.Of(near.Length > 0 ? near : middles, 0.92);
        var fitting = new MapShapes(view.Projection, MapView.Width, MapView.Height);
        return (World.Known.Countries.Select(country => (country, PathText.Of(fitting.Parts(country.Rings)))), MapView.Height);
    }

    private static ImmutableArray<SpherePoint> Largest(Country country) => country.Rings.MaxBy(ring => ring.Length);

    private static string WorldPath(Country country)
    {
        const double Scale = MapView.Width * 1.06 / 2 / EqualEarth.HalfWidth;
        return PathText.Of(country.Rings.Select(ring =>
            EqualEarth.Project(ring).ConvertAll(at => ((MapView.Width / 2) + (at.X * Scale), (WorldHeight * 0.57) - (at.Y * Scale)))));
    }

    /// <summary>Between which two round numbers a value lies, from 1.</summary>
    private static int ClassOf(FactValue value, NumberAxis axis)
    {
        var number = Extent.Of(value).Middle;
        return ShadeOf(Math.Clamp(axis.Ticks.Count(tick => tick.At <= number), 1, axis.Ticks.Length - 1), axis);
    }

    /// <summary>The shade of a step, so that the last one has the darkest however many there are.</summary>
    private static int ShadeOf(int step, NumberAxis axis) =>
        axis.Ticks.Length <= 2 ? Shades : 1 + (int)Math.Round((step - 1) * (Shades - 1.0) / (axis.Ticks.Length - 2));

    private static void DrawLegend(PageOutput html, NumberAxis axis, double top)
    {
        for (var i = 1; i < axis.Ticks.Length; i++) html.Box($"shade c{ShadeOf(i, axis)}", 12 + ((i - 1) * Step), top, Step, 14);
        foreach (var (name, zoom) in new[] { ("narrow", 1.85), ("wide", 1.05) })
        {
            html.Append("<g class=\"").Append(name).Append("\">\n");
            var free = double.MinValue;
            for (var i = 0; i < axis.Ticks.Length; i++)
            {
                var text = i == axis.Ticks.Length - 1 && axis.Unit is { } unit ? $"{axis.Ticks[i].Name} {unit}" : axis.Ticks[i].Name;
                var x = 12 + (i * Step);
                if (x < free) continue;
                html.Text("", x, top + 18 + (13 * zoom), i == 0 ? "start" : i == axis.Ticks.Length - 1 ? "start" : "middle", text);
                free = x + ((Frame.WidthOf(text) + 6) * zoom / (i == 0 ? 1 : 2)) + (i == axis.Ticks.Length - 2 ? 4 : 0);
            }
            html.Append("</g>\n");
        }
    }
}
