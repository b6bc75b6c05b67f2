namespace Explainers.Graphics;

/// <summary>A part of the Earth that fills a drawing.</summary>
/// <param name="Projection">From the Earth to the drawing.</param>
/// <param name="Centre">The point in its middle, about.</param>
/// <param name="Scale">Units of the drawing for the radius of the Earth.</param>
internal sealed record MapView(Projection Projection, SpherePoint Centre, double Scale)
{
    /// <summary>The size of maps.</summary>
    public const double Width = 640, Height = 420;

    /// <summary>The radius of the Earth in kilometres.</summary>
    public const double EarthRadius = 6371;

    /// <summary>The width that is shown at least, as an angle: about 90 km, since the coastlines know no more.</summary>
    private const double LeastWidth = 0.014;

    /// <summary>How much around a single place is shown, as an angle: about 450 km to each side.</summary>
    private const double Around = 0.07;

    /// <summary>Places that lie further apart are shown from above their middle.</summary>
    private const double Far = 1.1;

    /// <summary>How many kilometres a unit of the drawing stands for, near the middle.</summary>
    public double KilometresOfUnit => EarthRadius / Scale;

    /// <summary>The view that some points fill.</summary>
    /// <param name="points">The points.</param>
    /// <param name="filled">How much of the drawing they fill, at most.</param>
    public static MapView Of(IReadOnlyList<SpherePoint> points, double filled)
    {
        var centre = SpherePoint.Middle(points);
        var extent = points.Max(point => Math.Acos(Math.Clamp(point.Dot(centre), -1, 1)));
        if (extent < 1e-4 || extent > Far)
        {
            // In this projection, an angle from the centre is twice the sine of its half.
            var radius = Math.Clamp(Math.Max(extent * 1.25, Around), Around, Math.PI);
            var whole = Height / 2 / (2 * Math.Sin(radius / 2));
            return new MapView(new Projection(centre, whole, Width / 2, Height / 2), centre, whole);
        }
        var plain = new Projection(centre, 1, 0, 0);
        var places = points.Select(plain.Project).ToArray();
        var (left, right) = (places.Min(at => at.X), places.Max(at => at.X));
        var (top, bottom) = (places.Min(at => at.Y), places.Max(at => at.Y));
        var scale = Math.Min(
            Width / LeastWidth,
            Math.Min(Width * filled / Math.Max(1e-6, right - left), Height * filled / Math.Max(1e-6, bottom - top)));
        return new MapView(
            new Projection(centre, scale, (Width / 2) - (scale * (left + right) / 2), (Height / 2) - (scale * (top + bottom) / 2)),
            centre,
            scale);
    }
}
