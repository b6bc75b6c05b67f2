using Explainers.Facts;

namespace Explainers.Graphics;

/// <summary>A point of the unit sphere; there is no seam at the date line, and no pole that is a line.</summary>
internal readonly record struct SpherePoint(double X, double Y, double Z)
{
    /// <summary>The point at a latitude and longitude in degrees.</summary>
    public static SpherePoint At(double latitude, double longitude)
    {
        var (north, east) = (latitude * Math.PI / 180, longitude * Math.PI / 180);
        return new SpherePoint(Math.Cos(north) * Math.Cos(east), Math.Cos(north) * Math.Sin(east), Math.Sin(north));
    }

    /// <summary>The point of a place.</summary>
    public static SpherePoint Of(CoordinatesValue at) => At((double)at.Latitude, (double)at.Longitude);

    /// <summary>The middle of some points; where they cancel out, the first of them.</summary>
    public static SpherePoint Middle(IReadOnlyList<SpherePoint> points)
    {
        var sum = new SpherePoint(points.Sum(point => point.X), points.Sum(point => point.Y), points.Sum(point => point.Z));
        return sum.Length < 1e-6 ? points[0] : sum.Scaled(1 / sum.Length);
    }

    /// <summary>The cosine of the angle to another point.</summary>
    public double Dot(SpherePoint other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    /// <summary>A point on the way to another, by the chord.</summary>
    public SpherePoint Towards(SpherePoint other, double part)
    {
        var between = new SpherePoint(X + ((other.X - X) * part), Y + ((other.Y - Y) * part), Z + ((other.Z - Z) * part));
        return between.Length < 1e-9 ? this : between.Scaled(1 / between.Length);
    }

    private double Length => Math.Sqrt(Dot(this));

    private SpherePoint Scaled(double factor) => new(X * factor, Y * factor, Z * factor);
}

/// <summary>
/// Lambert's azimuthal equal-area projection around a centre, north up (J. P. Snyder, Map Projections: A Working Manual, 1987, page 182):
/// areas are true, and distances
/// near the centre.
/// </summary>
/// <param name="centre">The point in the middle of the map.</param>
/// <param name="scale">Units of the drawing for the radius of the Earth.</param>
/// <param name="x">The middle of the drawing.</param>
/// <param name="y">The middle of the drawing.</param>
internal sealed class Projection(SpherePoint centre, double scale, double x, double y)
{
    private readonly SpherePoint _east = East(centre);

    /// <summary>The place of a point in the drawing; what lies opposite to the centre is far outside.</summary>
    public (double X, double Y) Project(SpherePoint point)
    {
        var north = new SpherePoint(
            (centre.Y * _east.Z) - (centre.Z * _east.Y),
            (centre.Z * _east.X) - (centre.X * _east.Z),
            (centre.X * _east.Y) - (centre.Y * _east.X));
        var stretch = scale * Math.Sqrt(2 / Math.Max(1e-6, 1 + point.Dot(centre)));
        return (x + (stretch * point.Dot(_east)), y - (stretch * point.Dot(north)));
    }

    /// <summary>The same projection around the opposite point, which is its origin.</summary>
    public Projection Opposite() => new(new SpherePoint(-centre.X, -centre.Y, -centre.Z), 1, 0, 0);

    /// <summary>How far from the centre a point is, as a cosine.</summary>
    public double Nearness(SpherePoint point) => point.Dot(centre);

    /// <summary>The direction of east at the centre; at a pole, that of the meridian of Greenwich's right.</summary>
    private static SpherePoint East(SpherePoint centre)
    {
        var length = Math.Sqrt((centre.X * centre.X) + (centre.Y * centre.Y));
        return length < 1e-9 ? new SpherePoint(0, 1, 0) : new SpherePoint(-centre.Y / length, centre.X / length, 0);
    }
}
