using System.Text;
using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Map;

/// <summary>What helps to read a map: a scale bar, and a globe that shows where it is.</summary>
internal static class MapFurniture
{
    /// <summary>On wider maps, lengths differ too much from place to place for a bar.</summary>
    private const double WidestWithBar = 5000;

    /// <summary>On wider maps, a globe says nothing new.</summary>
    private const double WidestWithGlobe = 4500;

    private const double Globe = 46;

    /// <summary>Draws a bar at the lower left.</summary>
    public static void DrawScale(PageOutput html, MapView view, MapLabels labels, PageScope page)
    {
        if (view.KilometresOfUnit * MapView.Width > WidestWithBar) return;
        var room = MapView.Width * 0.16 * Math.Sqrt(labels.Zoom);
        var (length, step) = (1.0, 0);
        while (length * (step % 3 == 1 ? 2.5 : 2) / view.KilometresOfUnit <= room) length *= step++ % 3 == 1 ? 2.5 : 2;
        var (left, y, width) = (14.0, MapView.Height - 14, length / view.KilometresOfUnit);
        var name = page.Format.Value(new QuantityValue(Figure.Of((decimal)length), Unit.Of(Units.Atom("km")!)), FactForm.Short);
        html.Polyline("ruler", [(left, y - (5 * labels.Zoom)), (left, y), (left + width, y), (left + width, y - (5 * labels.Zoom))])
            .Text("small", left + (4 * labels.Zoom), y - (6 * labels.Zoom), "start", name);
        labels.Take(new Area(left, y - (22 * labels.Zoom), left + Math.Max(width, Frame.WidthOf(name) * labels.Zoom), y + 4));
    }

    /// <summary>The corner in which a globe hides no place, or null where there is none, or no need for it.</summary>
    public static (double X, double Y)? GlobePlace(MapView view, IReadOnlyList<(double X, double Y)> dots)
    {
        if (view.KilometresOfUnit * MapView.Width > WidestWithGlobe) return null;
        const double Near = Globe + 8;
        ReadOnlySpan<(double X, double Y)> corners =
            [(MapView.Width - Near, Near), (Near, Near), (MapView.Width - Near, MapView.Height - Near)];
        foreach (var corner in corners)
            if (!dots.Any(dot => Math.Abs(dot.X - corner.X) < Near + 20 && Math.Abs(dot.Y - corner.Y) < Near + 20)) return corner;
        return null;
    }

    /// <summary>The part of the map that the globe takes.</summary>
    public static Area GlobeArea((double X, double Y) place) =>
        new(place.X - Globe - 4, place.Y - Globe - 4, place.X + Globe + 4, place.Y + Globe + 4);

    /// <summary>Draws the globe, with the map's part of it marked.</summary>
    public static void DrawGlobe(PageOutput html, MapView view, (double X, double Y) place)
    {
        var look = new Projection(view.Centre, 1, 0, 0);
        html.Dot("sea globe", place.X, place.Y, Globe);
        var path = new StringBuilder();
        foreach (var ring in World.Known.Land.Where(ring => ring.Length > 40 && ring.Any(point => look.Nearness(point) > 0)))
            PathText.Append(path, [.. ring.Select(Seen)]);
        html.Append("<path class=\"land\" fill-rule=\"evenodd\" d=\"").Append(path.ToString()).Append("\"/>\n");
        var half = Math.Max(4, MapView.Width / 2 / view.Scale * Globe);
        var high = half * MapView.Height / MapView.Width;
        html.Box("here", place.X - half, place.Y - high, 2 * half, 2 * high);

        // As from far away; what lies behind the rim is moved to the rim.
        (double X, double Y) Seen(SpherePoint point)
        {
            var (x, y) = look.Project(point);
            var (near, length) = (look.Nearness(point), Math.Sqrt((x * x) + (y * y)));
            var radius = near <= 0 ? 1 : Math.Sqrt(Math.Max(0, 1 - (near * near)));
            return length < 1e-9 ? place : (place.X + (x / length * radius * Globe), place.Y + (y / length * radius * Globe));
        }
    }
}
