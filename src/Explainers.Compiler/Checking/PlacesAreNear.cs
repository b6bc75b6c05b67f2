using System.Globalization;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Formulas;

namespace Explainers.Checking;

/// <summary>
/// Latitude and longitude are not exchanged, and lie in the right halves of the globe: a place that is far from the others of its sheet
/// does not lie near them when its coordinates are turned round.
/// </summary>
internal static class PlacesAreNear
{
    private const decimal Far = 1500;
    private const decimal Nearer = 4;
    private const decimal Near = 800;

    public static IEnumerable<Diagnostic> Check(IReadOnlyCollection<BoundFact> facts)
    {
        var places = facts.Where(bound => bound.Fact.Value is PlaceValue)
            .Select(bound => (Bound: bound, ((PlaceValue)bound.Fact.Value).At)).ToArray();
        if (places.Length < 3) yield break;
        var centre = new CoordinatesValue(
            Median(places.Select(place => place.At.Latitude)), Median(places.Select(place => place.At.Longitude)));
        var usual = Median(places.Select(place => Distance(place.At, centre)));
        foreach (var (bound, at) in places)
        {
            var distance = Distance(at, centre);
            if (distance < Math.Max(Far, 5 * usual)) continue;
            var meant = Turned(at).OrderBy(other => Distance(other, centre)).First();
            if (Distance(meant, centre) <= Math.Max(Near, 1.5m * usual) && Distance(meant, centre) < distance / Nearer)
                yield return Catalog.SwappedCoordinates(
                    bound.Span, bound.Fact.Name.Name, distance.ToString("N0", CultureInfo.InvariantCulture), Written(meant));
        }
    }

    /// <summary>What may have been meant: the two exchanged, or another half of the globe.</summary>
    private static IEnumerable<CoordinatesValue> Turned(CoordinatesValue at)
    {
        if (Math.Abs(at.Longitude) <= 90)
        {
            yield return new CoordinatesValue(at.Longitude, at.Latitude);
            yield return new CoordinatesValue(-at.Longitude, at.Latitude);
            yield return new CoordinatesValue(at.Longitude, -at.Latitude);
        }
        yield return at with { Longitude = -at.Longitude };
        yield return at with { Latitude = -at.Latitude };
    }

    private static string Written(CoordinatesValue at) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Abs(at.Latitude)} {(at.Latitude < 0 ? "S" : "N")} {Math.Abs(at.Longitude)} {(at.Longitude < 0 ? "W" : "E")}");

    private static decimal Distance(CoordinatesValue one, CoordinatesValue other) => GreatCircle.Kilometers(one, other);

    /// <summary>The middle one, which a single wrong one does not move.</summary>
    private static decimal Median(IEnumerable<decimal> numbers)
    {
        var ordered = numbers.Order().ToArray();
        return ordered[ordered.Length / 2];
    }
}
