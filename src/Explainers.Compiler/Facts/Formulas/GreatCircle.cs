namespace Explainers.Facts.Formulas;

/// <summary>Distances over the globe.</summary>
internal static class GreatCircle
{
    /// <summary>The mean radius of the Earth in kilometres, as the International Union of Geodesy and Geophysics defines it.</summary>
    private const double Radius = 6371.0088;

    /// <summary>The distance of two points on a sphere, by the haversine formula, in whole kilometres.</summary>
    public static decimal Kilometers(CoordinatesValue from, CoordinatesValue to)
    {
        var (north, south) = (Radians(from.Latitude), Radians(to.Latitude));
        var across = Math.Sin(Radians(to.Longitude - from.Longitude) / 2);
        var along = Math.Sin((south - north) / 2);
        var chord = (along * along) + (Math.Cos(north) * Math.Cos(south) * across * across);
        return (decimal)Math.Round(2 * Radius * Math.Asin(Math.Sqrt(Math.Min(1, chord))));
    }

    private static double Radians(decimal degrees) => (double)degrees * Math.PI / 180;
}
