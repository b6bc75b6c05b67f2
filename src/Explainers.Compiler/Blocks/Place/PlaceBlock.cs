using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.Place;

/// <summary>Where places are: their names and coordinates.</summary>
internal static class PlaceBlock
{
    public static readonly BlockKind Kind = new("place", "places", static fact => fact.Value is PlaceValue);
}
