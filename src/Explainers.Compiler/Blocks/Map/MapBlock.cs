using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.Map;

/// <summary>Places on a map.</summary>
internal static class MapBlock
{
    public static readonly BlockKind Kind = new("map", "places", static fact => fact.Value is PlaceValue);
}
