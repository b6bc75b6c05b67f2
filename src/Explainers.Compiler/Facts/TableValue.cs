using System.Globalization;
using Explainers.Incremental;

namespace Explainers.Facts;

/// <summary>A column of a table.</summary>
/// <param name="Id">The name by which articles and formulas refer to it.</param>
/// <param name="Label">Its name for readers.</param>
internal sealed record TableColumn(string Id, string Label)
{
    /// <summary>The unit or currency of all its cells, which stands in its head, or null where each cell has its own.</summary>
    public Unit? Unit { get; init; }

    /// <summary>thousand, million, billion or trillion where that stands in its head; else empty.</summary>
    public string Scale { get; init; } = "";

    /// <summary>Whether the sheet chose its id, which else follows from its name for readers.</summary>
    public bool HasOwnId { get; init; }

    /// <summary>Whether rows can be added up in it, so that a total says something.</summary>
    public bool IsSummed { get; init; } = true;
}

/// <summary>How much of a table a value is.</summary>
internal enum TablePart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Some rows.</summary>
    Rows,

    /// <summary>A column beside the names of its rows.</summary>
    Column,
}

/// <summary>A table.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows without the total, each with a value for every column.</param>
internal sealed record TableValue(EquatableArray<TableColumn> Columns, EquatableArray<EquatableArray<FactValue>> Rows) : FactValue
{
    private const int MostRows = 500;
    private const int MostCells = 20_000;

    /// <summary>The value of a cell without one.</summary>
    public static readonly TextValue Blank = new("–");

    /// <summary>The row with the totals; empty where there is none.</summary>
    public EquatableArray<FactValue> Total { get; init; }

    /// <summary>The columns whose values are the names of the rows, by number.</summary>
    public EquatableArray<int> Keys { get; init; } = [0];

    /// <summary>How much of a table it is.</summary>
    public TablePart Part { get; init; }

    /// <summary>Whether its rows come from a file. Prose that has a figure of a large file by chance is not about it.</summary>
    public bool IsOfFile { get; init; }

    /// <summary>How many rows a page shows; a table with more can be had as a file.</summary>
    public int MostShown => Math.Clamp(MostCells / Math.Max(1, Columns.Length), 1, MostRows);

    /// <summary>The rows that a page shows.</summary>
    public IEnumerable<EquatableArray<FactValue>> Shown => Rows.Items.Take(MostShown);

    /// <summary>Whether a page shows all rows.</summary>
    public bool IsShownWhole => Rows.Length <= MostShown;

    /// <summary>Column names and rows, divided by semicolons; of a table that no page shows whole, how large it is.</summary>
    public override string Machine => IsShownWhole
        ? string.Join(
            "; ",
            Rows.Select(row => string.Join(", ", row.Select(Told)))
                .Prepend(string.Join(", ", Columns.Select(column => column.Label))))
        : string.Create(CultureInfo.InvariantCulture, $"{Rows.Length} rows, {Columns.Length} columns");

    /// <inheritdoc />
    public bool Equals(TableValue? other) => ReferenceEquals(this, other)
        || (other is not null && Part == other.Part && IsOfFile == other.IsOfFile && Columns == other.Columns && Keys == other.Keys
            && Total == other.Total && Rows == other.Rows);

    /// <summary>Its size alone: a hash of a million cells would take longer than any comparison that it spares.</summary>
    public override int GetHashCode() => HashCode.Combine(Columns.Length, Rows.Length, Part);

    /// <summary>Whether a cell has no value.</summary>
    public static bool IsBlank(FactValue cell) => cell is TextValue { Text: "" or "–" or "-" or "—" };

    /// <summary>The number of a column by its id or its name for readers, or -1.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Length; i++)
            if (Columns[i].Id == column) return i;
        for (var i = 0; i < Columns.Length; i++)
            if (Columns[i].Label == column) return i;
        return -1;
    }

    /// <summary>Whether a column has figures and nothing else but empty cells.</summary>
    public bool IsNumeric(int column) =>
        Rows.Length > 0 && Rows.All(row => row[column] is NumberValue or MoneyValue or QuantityValue or RangeValue || IsBlank(row[column]));

    /// <summary>The values of a column that are there.</summary>
    public IEnumerable<FactValue> Values(int column)
    {
        foreach (var row in Rows)
            if (!IsBlank(row[column])) yield return row[column];
    }

    /// <summary>The name of a row: the values of its first columns as machines read them.</summary>
    public IEnumerable<string> NamesOf(EquatableArray<FactValue> row) => Keys.Select(key => Told(row[key]));

    /// <summary>A cell as machines read it; of a place the name.</summary>
    public static string Told(FactValue cell) => cell is PlaceValue place ? place.Name : cell.Machine;
}
