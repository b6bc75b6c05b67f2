using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.Ranges;

/// <summary>Figures on a common scale: every version of what is disputed, and from where to where a range goes.</summary>
internal static class RangesBlock
{
    public static readonly BlockKind Kind = new("ranges", "figures", static fact => IsFigure(fact.Value));

    private static bool IsFigure(FactValue value) => value switch
    {
        DisputedValue disputed => disputed.Versions.All(version => IsFigure(version.Value)),
        RangeValue range => range.Low.Number is not null,
        _ => value.Number is not null,
    };
}
