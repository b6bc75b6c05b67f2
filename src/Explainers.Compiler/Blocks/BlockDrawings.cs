using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Blocks.Chart;
using Explainers.Blocks.Distance;
using Explainers.Blocks.Map;
using Explainers.Blocks.Ranges;
using Explainers.Blocks.Timeline;
using Explainers.Facts;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks;

/// <summary>The drawings of a block, made while the page is rendered.</summary>
internal static class BlockDrawings
{
    /// <summary>
    /// The drawings of a block: one for each table of a chart and one for its figures, one for all facts of other blocks; none of a block that draws nothing.
    /// </summary>
    public static Html[] Of(BoundBlockPart block, PageScope page) => (block.Name, block.Facts) switch
    {
        (_, { IsEmpty: true }) => [],
        ("chart", _) => [.. ChartDrawing.Of(block, page)],
        ("timeline", { Length: >= EventStrip.Fewest } facts) => [new Html(html => EventStrip.Draw(html, facts, page))],
        ("ranges", var facts) => [new Html(html => RangePlot.Draw(html, facts, page))],
        ("map", _) => [.. Maps(block, page)],
        ("distance", var facts) => [new Html(html => Distances.Draw(html, facts, page))],
        _ => [],
    };

    /// <summary>One map for all places, and one for each table.</summary>
    private static IEnumerable<Html> Maps(BoundBlockPart block, PageScope page)
    {
        ImmutableArray<FactId> places = [.. block.Facts.Where(fact => page.Fact(fact).Value is PlaceValue)];
        if (places.Length > 0) yield return new Html(html => LocatorMap.Draw(html, places, block, page));
        foreach (var table in block.Facts.Where(fact => page.Fact(fact).Value is TableValue))
            yield return new Html(html => Choropleth.Draw(html, table, block, page));
    }
}
