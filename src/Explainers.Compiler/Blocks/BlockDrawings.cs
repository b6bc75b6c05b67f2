using Explainers.Binding;
using Explainers.Blocks.Chart;
using Explainers.Blocks.Distance;
using Explainers.Blocks.Map;
using Explainers.Blocks.Ranges;
using Explainers.Blocks.Timeline;
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
        ("map", var facts) => [new Html(html => LocatorMap.Draw(html, facts, page))],
        ("distance", var facts) => [new Html(html => Distances.Draw(html, facts, page))],
        _ => [],
    };
}
