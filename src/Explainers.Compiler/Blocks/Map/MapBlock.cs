using Explainers.Binding;
using Explainers.Blocks.Chart;
using Explainers.Facts;
using Explainers.Graphics;

namespace Explainers.Blocks.Map;

/// <summary>Places on a map, or a table of countries as shades.</summary>
internal static class MapBlock
{
    /// <summary>A way from each place to the next, as <c>as:</c> has it.</summary>
    public const string Route = "route";

    private const string Hint = "write codes of ISO 3166-1, such as DE or DEU";

    public static readonly BlockKind Kind = new("map", "places", static fact => fact.Value is PlaceValue)
    {
        ShowsNamed = static fact => MapTable.IsOfCountries(fact.Value),
        Faulty = static fact => MapTable.Unknown(fact.Value).Select(cell => new FaultyCell(
            cell.Row, cell.Column, $"'{cell.Text}' is no country's code", Hint)),
        Fault = static (_, setting) => MapTable.Codes(setting("shade")).FirstOrDefault(code => World.Known.Find(code) is null) is { } code
            ? new BlockFault($"the block 'map' cannot shade '{code}', which is no country's code", Hint)
            : null,
        Settings =
        [
            new BlockSetting("as", static fact => fact.Value is PlaceValue ? [Route] : []),
            new BlockSetting("shade", static _ => []) { IsText = true },
            new BlockSetting("column", static fact => fact.Value is TableValue table ? ChartColumns.Names(table) : []),
        ],
    };
}
