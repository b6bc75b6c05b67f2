using System.Globalization;
using System.Text;

namespace Explainers.Graphics;

/// <summary>Writes rings and lines as paths in whole units, which is as much as is seen.</summary>
internal static class PathText
{
    /// <summary>Appends a ring in whole units; one that shrinks to nothing is left out.</summary>
    public static void Append(StringBuilder path, List<(double X, double Y)> ring)
    {
        var points = new List<(int X, int Y)>();
        foreach (var (x, y) in ring)
        {
            var next = ((int)Math.Round(x), (int)Math.Round(y));
            if (points.Count == 0 || !IsNear(points[^1], next)) points.Add(next);
        }
        if (points.Count < 4) return;
        for (var i = 0; i < points.Count; i++) Step(path, i > 0, i > 0 ? points[i - 1] : default, points[i]);
        path.Append('Z');
    }

    /// <summary>Whether two points are so close that a line between them is not seen.</summary>
    public static bool IsNear((int X, int Y) one, (int X, int Y) other) => Math.Abs(one.X - other.X) + Math.Abs(one.Y - other.Y) < 3;

    /// <summary>Appends a step, the first of a ring or line as a place and any other as a distance.</summary>
    public static void Step(StringBuilder path, bool isOpen, (int X, int Y) last, (int X, int Y) next)
    {
        if (!isOpen) path.Append(CultureInfo.InvariantCulture, $"M{next.X} {next.Y}");
        else path.Append(CultureInfo.InvariantCulture, $"l{next.X - last.X}{(next.Y < last.Y ? "" : " ")}{next.Y - last.Y}");
    }

    /// <summary>Some rings as one path.</summary>
    public static string Of(IEnumerable<List<(double X, double Y)>> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings) Append(path, ring);
        return path.ToString();
    }
}
