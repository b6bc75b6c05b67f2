using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.Distance;

/// <summary>How far places are from each other, and what the clocks show there at a moment.</summary>
internal static class DistanceBlock
{
    public static readonly BlockKind Kind = new(
        "distance",
        "places and moments",
        static fact => fact.Value is PlaceValue || Moment(fact.Value) is not null)
    {
        Fault = static (facts, _) => facts.Count(fact => fact.Value is PlaceValue) < 2
            ? new BlockFault("the block 'distance' needs two places")
            : facts.Any(fact => fact.Value is not PlaceValue)
            && facts.FirstOrDefault(fact => fact.Value is PlaceValue { Zone: null }) is { } lost
                ? new BlockFault($"{lost.Name} has no 'zone', so that its hour is not known")
                : null,
    };

    /// <summary>The moment that a value is or that an event began at, or null.</summary>
    public static MomentValue? Moment(FactValue value) => value as MomentValue ?? (value as EventValue)?.When as MomentValue;
}
