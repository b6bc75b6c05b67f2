namespace Explainers.Graphics;

/// <summary>
/// The Equal Earth projection of the whole world, whose areas are true (B. Šavrič, T. Patterson and B. Jenny, International Journal of
/// Geographical Information Science 33, 2019, page 454).
/// </summary>
internal static class EqualEarth
{
    private const double A1 = 1.340264, A2 = -0.081106, A3 = 0.000893, A4 = 0.003796;

    /// <summary>Half the width of the world, in units of the projection.</summary>
    public const double HalfWidth = 2.70663;

    /// <summary>The meridian in the middle: Asia and America meet at the edges.</summary>
    private const double Middle = 11 * Math.PI / 180;

    /// <summary>The places of a ring, none of which is torn at an edge.</summary>
    public static List<(double X, double Y)> Project(IReadOnlyList<SpherePoint> ring)
    {
        var places = new List<(double X, double Y)>(ring.Count);
        var before = 0.0;
        foreach (var point in ring)
        {
            var longitude = Math.Atan2(point.Y, point.X) - Middle;
            longitude -= 2 * Math.PI * Math.Round((longitude - (places.Count == 0 ? 0 : before)) / (2 * Math.PI));
            before = longitude;
            places.Add(Project(Math.Asin(Math.Clamp(point.Z, -1, 1)), longitude));
        }
        return places;
    }

    private static (double X, double Y) Project(double latitude, double longitude)
    {
        var t = Math.Asin(Math.Sqrt(3) / 2 * Math.Sin(latitude));
        var (t2, t6) = (t * t, Math.Pow(t, 6));
        return (
            2 * Math.Sqrt(3) * longitude * Math.Cos(t) / (3 * ((9 * A4 * t6 * t2) + (7 * A3 * t6) + (3 * A2 * t2) + A1)),
            t * (A1 + (A2 * t2) + (t6 * (A3 + (A4 * t2)))));
    }
}
