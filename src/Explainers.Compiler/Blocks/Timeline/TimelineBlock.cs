using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.Timeline;

/// <summary>Events in order of time.</summary>
internal static class TimelineBlock
{
    public static readonly BlockKind Kind = new("timeline", "events", static fact => fact.Value is EventValue)
    {
        Order = EntryOrder.ByTime,
    };
}
