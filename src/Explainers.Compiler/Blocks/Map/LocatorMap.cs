using System.Collections.Immutable;
using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Incremental;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Map;

/// <summary>Where some places are; a list of them has to stand beside it.</summary>
internal static class LocatorMap
{
    private const double Height = 270;
    private const double Radius = 4.5;

    /// <summary>How many places are tried for a name; long before, the map is full.</summary>
    private const int MostNames = 300;

    /// <summary>How much around the places is shown at least, as an angle: about 1,300 km to each side.</summary>
    private const double LeastExtent = 0.2;

    /// <summary>Draws some places, which are named as far as their names have room.</summary>
    public static void Draw(PageOutput html, EquatableArray<FactId> shown, PageScope page)
    {
        var facts = shown.Select(page.Fact).ToImmutableArray();
        var places = facts.Select(fact => (Fact: fact, Value: (PlaceValue)page.Stated(fact.Name))).ToArray();
        var points = places.Select(place => SpherePoint.Of(place.Value.At)).ToArray();
        var centre = SpherePoint.Middle(points);
        var extent = Math.Clamp(points.Max(point => Math.Acos(Math.Clamp(point.Dot(centre), -1, 1))) * 1.25, LeastExtent, Math.PI);
        // In this projection, an angle from the centre is twice the sine of its half.
        var projection = new Projection(centre, Height / 2 / (2 * Math.Sin(extent / 2)), Svg.Width / 2, Height / 2);
        var shapes = new MapShapes(projection, Svg.Width, Height);
        html.Begin(page.Strings.Fill("map_of", ("places", string.Join(", ", shown.Select(page.Named)))), Height, "map");
        html.Append("<rect class=\"sea\" width=\"400\" height=\"270\"/>\n<g paint-order=\"stroke\">\n");
        foreach (var path in shapes.Land()) html.Append("<path class=\"land\" fill-rule=\"evenodd\" d=\"").Append(path).Append("\"/>\n");
        if (shapes.Borders() is { } borders) html.Append("<path class=\"border\" d=\"").Append(borders).Append("\"/>\n");
        var dots = points.Select(projection.Project).ToArray();
        var taken = dots.Select(dot => new Area(dot.X - Radius, dot.Y - Radius, dot.X + Radius, dot.Y + Radius)).ToList();
        for (var i = 0; i < places.Length; i++)
        {
            var (x, y) = dots[i];
            html.Dot("place", x, y, Radius, places[i].Fact.Label);
            if (i >= MostNames) continue;
            foreach (var (anchor, at, area) in Candidates(x, y, places[i].Fact.Label))
            {
                if (!area.IsInside || taken.Any(area.Overlaps)) continue;
                taken.Add(area);
                html.Text(at.X, at.Y, anchor, places[i].Fact.Label);
                break;
            }
        }
        html.Append("</g>\n").End();
    }

    /// <summary>Where a name can stand, best place first: right, left, above, below.</summary>
    private static IEnumerable<(string Anchor, (double X, double Y) At, Area Area)> Candidates(double x, double y, string name)
    {
        const double Gap = Radius + 4, Up = Svg.TextSize * 0.75, Down = Svg.TextSize * 0.25;
        var width = Svg.WidthOf(name);
        yield return (
            "start",
            (x + Gap, y + Up - (Svg.TextSize * 0.4)),
            new Area(x + Gap, y - (Svg.TextSize / 2), x + Gap + width, y + (Svg.TextSize / 2)));
        yield return (
            "end",
            (x - Gap, y + Up - (Svg.TextSize * 0.4)),
            new Area(x - Gap - width, y - (Svg.TextSize / 2), x - Gap, y + (Svg.TextSize / 2)));
        yield return ("middle", (x, y - Gap - Down), new Area(x - (width / 2), y - Gap - Svg.TextSize, x + (width / 2), y - Gap));
        yield return ("middle", (x, y + Gap + Up), new Area(x - (width / 2), y + Gap, x + (width / 2), y + Gap + Svg.TextSize));
    }

    private readonly record struct Area(double Left, double Top, double Right, double Bottom)
    {
        public bool IsInside => Left >= 2 && Top >= 2 && Right <= Svg.Width - 2 && Bottom <= Height - 2;

        public bool Overlaps(Area other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
