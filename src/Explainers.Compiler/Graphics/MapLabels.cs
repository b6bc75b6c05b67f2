namespace Explainers.Graphics;

/// <summary>Finds places for words on a map, none on another.</summary>
/// <param name="zoom">How many units of the map text takes that is as large as a unit elsewhere.</param>
internal sealed class MapLabels(double zoom)
{
    private const double Columns = 24, Rows = 16;
    private readonly List<Area> _taken = [];

    /// <summary>How large text is in units of the map.</summary>
    public double Zoom => zoom;

    /// <summary>Takes up a part of the map.</summary>
    public void Take(Area area) => _taken.Add(area);

    /// <summary>A place for the name of a point: beside it, or further away with a line to it; null where the map is full.</summary>
    public MapLabel? Beside(double x, double y, double radius, string name)
    {
        var size = Frame.TextSize * zoom;
        for (var distance = radius + (3 * zoom); distance < 160; distance = (distance * 1.35) + 4)
        {
            for (var turn = 0; turn < 12; turn++)
            {
                // To the right and left first, then up and down, then between.
                var angle = Turns[turn] * Math.PI / 6;
                var (dx, dy) = (Math.Cos(angle), Math.Sin(angle));
                var anchor = dx > 0.3 ? "start" : dx < -0.3 ? "end" : "middle";
                var (at, baseline) = (x + (dx * distance), y + (dy * distance) + (size * (0.35 + (dy * 0.35))));
                if (Free(at, baseline, anchor, name) is not { } area) continue;
                _taken.Add(area);
                var isFar = distance > radius + (4 * zoom);
                return new MapLabel(at, baseline, anchor, isFar ? (x + (dx * (distance - zoom)), y + (dy * (distance - zoom))) : null);
            }
        }
        return null;
    }

    /// <summary>Puts words with their middle at a point, where nothing else is.</summary>
    public bool TryAt(double x, double y, string name)
    {
        if (Free(x, y, "middle", name) is not { } area) return false;
        _taken.Add(area);
        return true;
    }

    /// <summary>A place for a name within an area, as far from its edge as there is one; null where the name has no room.</summary>
    public (double X, double Y)? Within(List<(double X, double Y)> ring, string name)
    {
        var (width, height) = (Frame.WidthOf(name) * zoom, Frame.TextSize * zoom);
        var (left, right) = (ring.Min(at => at.X), ring.Max(at => at.X));
        var (top, bottom) = (ring.Min(at => at.Y), ring.Max(at => at.Y));
        if (right - left < width * 0.8 || bottom - top < height) return null;
        var best = (X: 0.0, Y: 0.0, Room: 0.3 * height);
        for (var i = 1; i < Columns; i++)
        {
            for (var j = 1; j < Rows; j++)
            {
                var (x, y) = (left + ((right - left) * i / Columns), top + ((bottom - top) * j / Rows));
                if (!IsWithin(ring, x, y) || Free(x, y + (height / 3), "middle", name) is null) continue;
                var room = Room(ring, x, y, height / width);
                if (room > best.Room) best = (x, y, room);
            }
        }
        if (best.X == 0) return null;
        TryAt(best.X, best.Y + (height / 3), name);
        return (best.X, best.Y + (height / 3));
    }

    private static readonly int[] Turns = [0, 6, 9, 3, 11, 1, 7, 5, 10, 2, 8, 4];

    private Area? Free(double x, double y, string anchor, string name)
    {
        var area = Area.OfText(x, y, anchor, name, zoom);
        return area.IsInside(MapView.Width, MapView.Height) && !_taken.Any(area.Overlaps) ? area : null;
    }

    private static bool IsWithin(List<(double X, double Y)> ring, double x, double y)
    {
        var isWithin = false;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            if (a.Y > y != b.Y > y && x < a.X + ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y))) isWithin = !isWithin;
        }
        return isWithin;
    }

    /// <summary>How far the nearest corner of an edge is, where widths count less, as the name is wide.</summary>
    private static double Room(List<(double X, double Y)> ring, double x, double y, double narrowing)
    {
        var least = double.MaxValue;
        foreach (var at in ring)
        {
            var (dx, dy) = ((at.X - x) * narrowing * 2, at.Y - y);
            least = Math.Min(least, (dx * dx) + (dy * dy));
        }
        return Math.Sqrt(least);
    }
}

/// <summary>The place of a name.</summary>
/// <param name="X">Where it begins, ends or has its middle.</param>
/// <param name="Y">What its letters stand on.</param>
/// <param name="Anchor">Which of these.</param>
/// <param name="End">Where a line from its point ends, or null where it stands beside the point.</param>
internal sealed record MapLabel(double X, double Y, string Anchor, (double X, double Y)? End);
