using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.Chart;

/// <summary>A table as a chart: bars, or lines where its first column is time.</summary>
internal static class ChartBlock
{
    /// <summary>The names of the forms, as <c>as:</c> has them.</summary>
    public const string Bars = "bars", Lines = "lines";

    public static readonly BlockKind Kind = new(
        "chart",
        "tables with a column of numbers",
        static fact => fact.Value is TableValue table && ChartColumns.Numeric(table).Any())
    {
        Fault = static facts => facts.FirstOrDefault(fact => fact.Value is TableValue { IsShownWhole: false }) is { } fact
            ? $"the block 'chart' draws a table of at most {((TableValue)fact.Value).MostShown} rows, and {fact.Name} has more"
            : null,
        Settings =
        [
            new BlockSetting("as", static fact => ChartColumns.IsOfTime((TableValue)fact.Value) ? [Bars, Lines] : [Bars]),
            new BlockSetting(
                "column",
                static fact => ChartColumns.Names((TableValue)fact.Value)),
        ],
    };
}
