using System.Collections.Immutable;
using Explainers.Binding;

namespace Explainers.Blocks;

/// <summary>The blocks that the compiler knows, one room each.</summary>
internal static class BlockKinds
{
    /// <summary>All blocks in order of name.</summary>
    public static readonly ImmutableArray<BlockKind> All =
    [
        Embeds.EmbedBlocks.Audio,
        Chart.ChartBlock.Kind,
        Embeds.EmbedBlocks.Datawrapper,
        Distance.DistanceBlock.Kind,
        Embeds.EmbedBlocks.Frame,
        KeyFacts.KeyFactsBlock.Kind,
        Map.MapBlock.Kind,
        Organisations.OrganisationsBlock.Kind,
        People.PeopleBlock.Kind,
        Place.PlaceBlock.Kind,
        Embeds.EmbedBlocks.Post,
        Quote.QuoteBlock.Kind,
        Ranges.RangesBlock.Kind,
        Embeds.EmbedBlocks.Services,
        Table.TableBlock.Kind,
        Terms.TermsBlock.Kind,
        Timeline.TimelineBlock.Kind,
        Embeds.EmbedBlocks.Video,
    ];
}
