using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.Chart;

/// <summary>A table, or some figures, as a chart.</summary>
internal static class ChartBlock
{
    /// <summary>How many columns have a colour of their own.</summary>
    public const int MostSeries = 6;

    /// <summary>How many small charts stand beside each other.</summary>
    private const int MostPanels = 24;

    public static readonly BlockKind Kind = new(
        "chart",
        "tables with a column of numbers",
        static fact => fact.Value is TableValue table && ChartColumns.Numeric(table).Any())
    {
        ShowsNamed = static fact => IsFigure(fact.Value) || fact.Value is EventValue,
        Mixed = static fact => fact.Value is TableValue table ? ChartColumns.Mixed(table) : [],
        Fault = static (facts, setting) =>
            facts.Select(fact => FaultOf(fact, setting)).FirstOrDefault(fault => fault is not null) ?? FaultOfFigures(facts),
        Settings =
        [
            new BlockSetting("as", static fact => ChartForms.Of(fact.Value)),
            new BlockSetting(
                "column",
                static fact => fact.Value is TableValue table ? ChartColumns.Names(table) : []),
            new BlockSetting("title", static _ => []) { IsText = true },
        ],
    };

    /// <summary>Whether a value is one figure or a range of them.</summary>
    public static bool IsFigure(FactValue value) => value.Number is not null || value is RangeValue { Low.Number: not null };

    private static BlockFault? FaultOf(Fact fact, Func<string, string?> setting)
    {
        if (fact.Value is not TableValue table) return null;
        if (!table.IsShownWhole)
            return new BlockFault($"the block 'chart' draws a table of at most {table.MostShown} rows, and {fact.Name} has more");
        var form = setting("as") ?? ChartForms.Of(table).FirstOrDefault(ChartForms.Bars);
        if (!ChartForms.Of(table).Contains(form))
            return new BlockFault(
                $"{fact.Name} cannot be drawn as {form}", $"it can be drawn as {string.Join(", ", ChartForms.Of(table))}");
        var drawn = ChartReader.Columns(table, setting("column"), form).Length;
        if (form == ChartForms.Slope && !ChartColumns.IsOfTime(table)) drawn = 1;
        var most = form == ChartForms.Multiples ? MostPanels : MostSeries;
        return drawn <= most
            ? null
            : new BlockFault(
                $"the block 'chart' draws at most {most} columns as {form}, and {fact.Name} has {drawn}",
                ChartForms.Of(table).Contains(ChartForms.Multiples) && form != ChartForms.Multiples
                    ? "draw each by itself with as: \"multiples\", or one with column:"
                    : "choose one with column:");
    }

    private static BlockFault? FaultOfFigures(ImmutableArray<Fact> facts)
    {
        var figures = facts.Where(fact => IsFigure(fact.Value)).ToArray();
        var other = figures.FirstOrDefault(fact => ChartColumns.UnitOf(fact.Value) != ChartColumns.UnitOf(figures[0].Value));
        if (other is not null)
            return new BlockFault(
                $"the block 'chart' draws figures of one unit together: {figures[0].Name} has {Named(figures[0])}, "
                    + $"and {other.Name} has {Named(other)}",
                "draw them in two charts");
        return facts.All(fact => fact.Value is EventValue)
            ? new BlockFault("the block 'chart' marks events on a table over time, and none is named here", "name the table first")
            : null;

        static string Named(Fact fact) => ChartColumns.UnitOf(fact.Value) is { Length: > 0 } unit ? unit : "no unit";
    }
}
