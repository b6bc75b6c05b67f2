using System.Collections.Frozen;
using Explainers.Facts.Formulas;

namespace Explainers.Facts.Tables;

/// <summary>A total that is not the sum of its column.</summary>
internal readonly record struct WrongTotal(int Column, FactValue Written, FactValue Sum);

/// <summary>Holds the totals of a table against the sums of its columns.</summary>
internal static class TableTotals
{
    /// <summary>The total that is the last row, whatever its name.</summary>
    private const string Last = "last";

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "total", "totals", "sum", "all", "overall", "together", "altogether", "grand total", "summe", "gesamt", "insgesamt", "alle",
            "total général", "totale",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a row of this name has the totals.</summary>
    public static bool IsName(string name) => Names.Contains(name.TrimEnd(':').Trim());

    /// <summary>
    /// The row with the totals, or -1. Where the sheet does not name it, that is a last row with such a name: no sum may count it.
    /// </summary>
    /// <param name="name">The name in the sheet, or null.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="cells">The texts of a row.</param>
    public static int RowOf(string? name, int rows, Func<int, IEnumerable<string>> cells)
    {
        if (name is null) return rows > 1 && IsName(cells(rows - 1).First()) ? rows - 1 : -1;
        for (var i = rows - 1; i >= 0; i--)
            if (cells(i).Contains(name)) return i;
        return name == Last ? rows - 1 : -1;
    }

    /// <summary>The totals that do not add up, as far as the rounding of the parts does not explain it.</summary>
    public static IEnumerable<WrongTotal> Wrong(TableValue table)
    {
        for (var column = 0; column < table.Columns.Length; column++)
        {
            if (!table.Columns[column].IsSummed || table.Keys.Contains(column)) continue;
            if (Amount.Of(table.Total[column]) is not { } written || !IsSum(written)) continue;
            if (Sum(table, column) is not { } sum || !sum.Whole.Matches(written)) continue;
            if (Math.Abs(sum.Whole.In(written.Unit).Number - written.Number) <= Slack(written, sum.Parts)) continue;
            yield return new WrongTotal(column, table.Total[column], sum.Whole.In(written.Unit).Value(null));
        }
    }

    private static (Amount Whole, int Parts)? Sum(TableValue table, int column)
    {
        Amount? whole = null;
        var parts = 0;
        foreach (var value in table.Values(column))
        {
            if (Amount.Of(value) is not { } amount) return null;
            if (whole is { } known && !known.Matches(amount)) return null;
            whole = whole is { } before ? before.Plus(amount) : amount;
            parts++;
        }
        return whole is { } sum ? (sum, parts) : null;
    }

    /// <summary>Rates and temperatures are not added up, and of percentages only the parts of a whole.</summary>
    private static bool IsSum(Amount total) => total.Unit switch
    {
        { IsPercent: true } => total.Number == 100,
        var unit => unit.Parts.All(part => part.Power > 0) && unit.Single?.Offset is null or 0,
    };

    /// <summary>
    /// How far a total may be from the sum of rounded parts. Each part is up to half a unit of the last place away, and their errors
    /// mostly cancel out: four standard deviations, but not more than all errors together. Whole numbers are taken as exact.
    /// </summary>
    private static decimal Slack(Amount total, int parts)
    {
        if (total.Place == 0) return 0;
        var place = 1m;
        for (var i = 0; i < Math.Abs(total.Place); i++) place = total.Place > 0 ? place * 10 : place / 10;
        return place * (decimal)Math.Min((parts + 1) / 2d, 4 * Math.Sqrt((parts + 1) / 12d));
    }
}
