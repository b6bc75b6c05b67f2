using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Explainers.Graphics;

/// <summary>Land and borders as far as they lie in a map, as paths.</summary>
/// <param name="projection">The map's projection.</param>
/// <param name="width">Its width.</param>
/// <param name="height">Its height.</param>
internal sealed class MapShapes(Projection projection, double width, double height)
{
    /// <summary>Shapes are cut off this far outside, so that the cut is not seen.</summary>
    private const double Margin = 4;

    /// <summary>Where a line is this far from the centre, it is drawn in short pieces, since the projection bends it.</summary>
    private const double FarAway = -0.2;

    /// <summary>The land as paths to fill by the even-odd rule.</summary>
    public IEnumerable<string> Land()
    {
        var path = new StringBuilder();
        foreach (var ring in World.Known.Land)
        {
            var clipped = Clipped(Projected(ring, isClosed: true));
            if (IsInverted(ring))
            {
                var around = new StringBuilder($"M{-Margin} {-Margin}H{Whole(width + Margin)}V{Whole(height + Margin)}H{-Margin}Z");
                PathText.Append(around, clipped);
                yield return around.ToString();
            }
            else PathText.Append(path, clipped);
        }
        if (path.Length > 0) yield return path.ToString();
    }

    /// <summary>What of some areas lies in the map, ring by ring.</summary>
    public IEnumerable<List<(double X, double Y)>> Parts(IEnumerable<ImmutableArray<SpherePoint>> rings) => rings
        .Where(ring => projection.Nearness(ring[0]) > FarAway).Select(ring => Clipped(Projected(ring, isClosed: true)))
        .Where(ring => ring.Count > 2);

    /// <summary>The borders as one path, or null where there is none.</summary>
    public string? Borders()
    {
        var path = new StringBuilder();
        foreach (var line in World.Known.Borders)
        {
            var (isOpen, before) = (false, ((int X, int Y)?)null);
            foreach (var (x, y) in Projected(line, isClosed: false))
            {
                var next = ((int)Math.Round(x), (int)Math.Round(y));
                if (before is { } last && PathText.IsNear(last, next)) continue;
                // A line begins with the last point outside and ends with the first; what of them lies outside is not seen.
                var isInside = x >= -Margin && y >= -Margin && x <= width + Margin && y <= height + Margin;
                if (isInside && !isOpen && before is { } outside) PathText.Step(path, false, default, outside);
                if (isInside || isOpen) PathText.Step(path, isOpen || (isInside && before is not null), before.GetValueOrDefault(), next);
                (isOpen, before) = (isInside, next);
            }
        }
        return path.Length == 0 ? null : path.ToString();
    }

    private List<(double X, double Y)> Projected(IReadOnlyList<SpherePoint> line, bool isClosed)
    {
        var points = new List<(double X, double Y)>(line.Count);
        for (var i = 0; i < line.Count; i++)
        {
            points.Add(projection.Project(line[i]));
            if (i + 1 == line.Count && !isClosed) break;
            var next = line[(i + 1) % line.Count];
            var pieces = projection.Nearness(line[i]) < FarAway
                ? 1 + (int)Math.Min(64, Math.Acos(Math.Clamp(line[i].Dot(next), -1, 1)) * 60)
                : 1;
            for (var piece = 1; piece < pieces; piece++) points.Add(projection.Project(line[i].Towards(next, (double)piece / pieces)));
        }
        return points;
    }

    /// <summary>What of a ring lies in the map, after Sutherland and Hodgman (1974).</summary>
    private List<(double X, double Y)> Clipped(List<(double X, double Y)> ring)
    {
        ring = Cut(ring, point => point.X + Margin);
        ring = Cut(ring, point => width + Margin - point.X);
        ring = Cut(ring, point => point.Y + Margin);
        return Cut(ring, point => height + Margin - point.Y);
    }

    /// <summary>What of a ring lies on the side where a distance is positive.</summary>
    private static List<(double X, double Y)> Cut(List<(double X, double Y)> ring, Func<(double X, double Y), double> distance)
    {
        var kept = new List<(double X, double Y)>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var (from, to) = (ring[i], ring[(i + 1) % ring.Count]);
            var (here, there) = (distance(from), distance(to));
            if (here >= 0) kept.Add(from);
            if (here >= 0 != there >= 0)
                kept.Add((from.X + ((to.X - from.X) * here / (here - there)), from.Y + ((to.Y - from.Y) * here / (here - there))));
        }
        return kept;
    }

    private static string Whole(double value) => ((int)value).ToString(CultureInfo.InvariantCulture);

    /// <summary>The area of a ring, negative where it runs the other way round.</summary>
    public static double Area(List<(double X, double Y)> ring)
    {
        var area = 0.0;
        for (var i = 0; i < ring.Count; i++)
            area += (ring[i].X * ring[(i + 1) % ring.Count].Y) - (ring[(i + 1) % ring.Count].X * ring[i].Y);
        return area;
    }

    /// <summary>
    /// Whether a ring goes around the point opposite to the centre in its own direction: then what lies within it is all that is outside. A
    /// ring around the centre
    /// goes around that point too, but the other way round.
    /// </summary>
    private bool IsInverted(IReadOnlyList<SpherePoint> ring)
    {
        if (ring.All(point => projection.Nearness(point) > 0)) return false;
        var (own, opposite) = (new Projection(SpherePoint.Middle(ring), 1, 0, 0), projection.Opposite());
        var turn = 0.0;
        var last = opposite.Project(ring[^1]);
        foreach (var point in ring)
        {
            var next = opposite.Project(point);
            turn += Math.Atan2((last.X * next.Y) - (last.Y * next.X), (last.X * next.X) + (last.Y * next.Y));
            last = next;
        }
        return Math.Abs(turn) > Math.PI && Math.Sign(turn) == Math.Sign(Area([.. ring.Select(own.Project)]));
    }
}
