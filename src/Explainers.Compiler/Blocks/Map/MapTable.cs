using System.Collections.Immutable;
using Explainers.Blocks.Chart;
using Explainers.Facts;
using Explainers.Graphics;

namespace Explainers.Blocks.Map;

/// <summary>Reads which countries a table is about.</summary>
internal static class MapTable
{
    /// <summary>The column with codes of ISO 3166, if at least half of its cells are codes that there are; else null.</summary>
    public static int? CodeColumn(TableValue table)
    {
        for (var column = 0; column < table.Columns.Length; column++)
            if (table.Rows.Length > 0 && table.Rows.Count(row => CountryOf(row[column]) is not null) * 2 >= table.Rows.Length)
                return column;
        return null;
    }

    /// <summary>Whether a table has countries and figures.</summary>
    public static bool IsOfCountries(FactValue value) =>
        value is TableValue table && CodeColumn(table) is not null && ChartColumns.Numeric(table).Any();

    /// <summary>The cells that ought to be codes and are not.</summary>
    public static IEnumerable<(int Row, int Column, string Text)> Unknown(FactValue value)
    {
        if (value is not TableValue table || CodeColumn(table) is not { } column) yield break;
        for (var row = 0; row < table.Rows.Length; row++)
            if (CountryOf(table.Rows[row][column]) is null) yield return (row, column, TableValue.Told(table.Rows[row][column]));
    }

    /// <summary>The country that a cell names, or null.</summary>
    public static Country? CountryOf(FactValue cell) => cell is TextValue text ? World.Known.Find(text.Text) : null;

    /// <summary>Codes that stand in a row, divided by commas or spaces.</summary>
    public static ImmutableArray<string> Codes(string? text) =>
        [.. (text ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)];
}
