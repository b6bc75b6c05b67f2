using System.Collections.Immutable;
using Explainers.Binding;

namespace Explainers.Blocks;

/// <summary>The blocks that the compiler knows, one room each.</summary>
internal static class BlockKinds
{
    /// <summary>All blocks in order of name.</summary>
    public static readonly ImmutableArray<BlockKind> All =
    [
        Chart.ChartBlock.Kind,
        Distance.DistanceBlock.Kind,
        KeyFacts.KeyFactsBlock.Kind,
        Map.MapBlock.Kind,
        Organisations.OrganisationsBlock.Kind,
        People.PeopleBlock.Kind,
        Place.PlaceBlock.Kind,
        Quote.QuoteBlock.Kind,
        Ranges.RangesBlock.Kind,
        Table.TableBlock.Kind,
        Terms.TermsBlock.Kind,
        Timeline.TimelineBlock.Kind,
    ];
}
