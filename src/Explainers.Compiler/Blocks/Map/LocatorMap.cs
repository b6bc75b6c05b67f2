using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Map;

/// <summary>Where some places are; a list of them has to stand beside it.</summary>
internal static class LocatorMap
{
    private const double Radius = 5;

    /// <summary>How many places are tried for a name; long before, the map is full.</summary>
    private const int MostNames = 120;

    /// <summary>How large the text of a phone is in units of the map, and that of the column.</summary>
    private const double OnPhones = 1.85, OnDesktops = 1.05;

    /// <summary>Draws some places, which fill the map and are all named as long as there is room.</summary>
    public static void Draw(PageOutput html, ImmutableArray<FactId> shown, BoundBlockPart block, PageScope page)
    {
        var places = shown.Select(fact => (page.HeadOf(fact).Label, Value: (PlaceValue)page.Stated(fact))).ToArray();
        SpherePoint[] points = [.. places.Select(place => SpherePoint.Of(place.Value.At))];
        var view = MapView.Of(points, 0.66);
        var shapes = new MapShapes(view.Projection, MapView.Width, MapView.Height);
        (double X, double Y)[] dots = [.. points.Select(view.Projection.Project)];
        html.Begin(page.Strings.Fill("map_of", ("places", string.Join(", ", shown.Select(page.Named)))), "map");
        DrawGround(html, shapes, block["shade"]);
        if (block["as"] == MapBlock.Route) DrawRoute(html, points, view);
        var globe = MapFurniture.GlobePlace(view, dots);
        if (globe is { } at) MapFurniture.DrawGlobe(html, view, at);
        var parts = Countries(shapes);
        foreach (var (name, zoom) in new[] { ("narrow", OnPhones), ("wide", OnDesktops) })
        {
            html.Append("<g class=\"").Append(name).Append("\" paint-order=\"stroke\">\n");
            var labels = new MapLabels(zoom);
            if (globe is { } corner) labels.Take(MapFurniture.GlobeArea(corner));
            MapFurniture.DrawScale(html, view, labels, page);
            DrawPlaces(html, [.. places.Select((place, i) => (place.Label, dots[i]))], labels);
            DrawNames(html, view, parts, labels, page);
            html.Append("</g>\n");
        }
        html.End();
    }

    /// <summary>Draws water, land, shaded areas and borders.</summary>
    private static void DrawGround(PageOutput html, MapShapes shapes, string? shaded)
    {
        html.Box("sea", 0, 0, MapView.Width, MapView.Height);
        foreach (var path in shapes.Land()) html.Append("\n<path class=\"land\" fill-rule=\"evenodd\" d=\"").Append(path).Append("\"/>\n");
        foreach (var country in MapTable.Codes(shaded).Select(World.Known.Find).OfType<Country>())
            html.Append("<path class=\"shaded\" d=\"").Append(PathText.Of(shapes.Parts(country.Rings))).Append("\"/>\n");
        if (shapes.Borders() is { } borders) html.Append("<path class=\"border\" d=\"").Append(borders).Append("\"/>\n");
    }

    /// <summary>Draws the shortest way over the Earth from each place to the next.</summary>
    private static void DrawRoute(PageOutput html, SpherePoint[] points, MapView view)
    {
        const int Pieces = 24;
        html.Polyline("route", points.Zip(points.Skip(1)).SelectMany(leg =>
            Enumerable.Range(0, Pieces + 1)
                .Select(piece => view.Projection.Project(leg.First.Towards(leg.Second, (double)piece / Pieces)))));
    }

    private static void DrawPlaces(PageOutput html, (string Name, (double X, double Y) At)[] places, MapLabels labels)
    {
        var radius = Radius * Math.Sqrt(labels.Zoom);
        foreach (var (_, at) in places) labels.Take(new Area(at.X - radius, at.Y - radius, at.X + radius, at.Y + radius));
        var named = places.Take(MostNames)
            .Select(place => (place, Label: labels.Beside(place.At.X, place.At.Y, radius, place.Name))).ToArray();
        foreach (var (place, label) in named)
            if (label?.End is { } end) html.Line("leader", place.At.X, place.At.Y, end.X, end.Y);
        foreach (var (_, at) in places) html.Dot("place", at.X, at.Y, radius);
        foreach (var (place, label) in named)
            if (label is not null) html.Text("", label.X, label.Y, label.Anchor, place.Name);
    }

    /// <summary>What of each country the map shows, the largest first.</summary>
    private static ImmutableArray<(string Code, List<(double X, double Y)> Ring)> Countries(MapShapes shapes) =>
    [
        .. World.Known.Countries
            .Select(country => (country.Code, Ring: shapes.Parts(country.Rings).MaxBy(ring => Math.Abs(MapShapes.Area(ring)))))
            .Where(country => country.Ring is not null)
            .OrderByDescending(country => Math.Abs(MapShapes.Area(country.Ring!)))
            .Select(country => (country.Code, country.Ring!)),
    ];

    /// <summary>Names waters, and countries as far as their names have room.</summary>
    private static void DrawNames(
        PageOutput html, MapView view, ImmutableArray<(string Code, List<(double X, double Y)> Ring)> countries, MapLabels labels,
        PageScope page)
    {
        var wide = view.KilometresOfUnit * MapView.Width;
        foreach (var (key, least, most, points) in Seas.All.Where(sea => wide >= sea.Least && wide <= sea.Most))
        {
            var name = page.Strings[$"sea_{key}"];
            foreach (var point in points.Select(at => SpherePoint.At(at.North, at.East)).Where(at => view.Projection.Nearness(at) > 0))
            {
                var (x, y) = view.Projection.Project(point);
                if (name.Length == 0 || !labels.TryAt(x, y, name)) continue;
                html.Text("water", x, y, "middle", name);
                break;
            }
        }
        foreach (var (code, ring) in countries)
        {
            var name = page.Strings[$"country_{code}"];
            if (name.Length > 0 && labels.Within(ring, name) is { } at) html.Text("country", at.X, at.Y, "middle", name);
        }
    }
}
