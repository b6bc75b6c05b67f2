using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Tables;
using Explainers.Incremental;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Tables;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>Gives a table its columns and rows, from the sheet itself or from a data file.</summary>
/// <param name="facts">What the sheet can refer to.</param>
/// <param name="sheet">The path of the sheet below the input folder.</param>
/// <param name="literal">Gives a cell of the sheet its value.</param>
/// <param name="place">Gives the place that a cell names; reports one that does not exist.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class TableBinder(
    FactLookup facts, string sheet, Func<ScalarSyntax, FactValue> literal, Func<FoundCell, PlaceValue?> place,
    ImmutableArray<Diagnostic>.Builder findings)
{
    private static readonly TableValue Nothing = new([], []);

    /// <summary>Whether the table could be read.</summary>
    public bool IsRead { get; private set; } = true;

    /// <summary>Binds a table.</summary>
    public TableValue Bind(TableSyntax written) => written.Data is { } data ? OfFile(written, data) : OfSheet(written);

    private TableValue OfSheet(TableSyntax written)
    {
        var columns = new ColumnBinder(findings).Columns(written.Columns);
        var readers = columns.Select(column => column.Type.Length == 0 ? null : new CellReader(column, Notation.Point, Blanks)).ToArray();
        var rows = ImmutableArray.CreateBuilder<(SequenceSyntax At, EquatableArray<FactValue> Cells)>(written.Rows.Length);
        foreach (var row in written.Rows)
        {
            ScalarSyntax[] cells = [.. row.Items.OfType<ScalarSyntax>()];
            if (cells.Length == columns.Length) rows.Add((row, cells.Select((cell, i) => Cell(cell, readers[i])).ToEquatable()));
            else findings.Add(Catalog.UnevenTable(row.Span with { Length = Math.Min(1, row.Span.Length) }, cells.Length, columns.Length));
        }
        var total = TableTotals.RowOf(written.Total?.Text, rows.Count, row => rows[row].At.Items.OfType<ScalarSyntax>().Select(cell => cell.Text));
        if (written.Total is { } named && total < 0) UnknownTotal(named);
        var table = new TableValue(
            columns.Select((column, i) => new TableColumn(column.Id, column.Label ?? Labels.Of(column.Id))
            {
                Unit = readers[i]?.CommonUnit,
                Scale = column.Scale,
                IsSummed = column.IsSummed,
                HasOwnId = column.HasOwnId,
            }).ToEquatable(),
            rows.Where((_, i) => i != total).Select(row => row.Cells).ToEquatable())
        { Total = total < 0 ? [] : rows[total].Cells };
        if (total >= 0)
            foreach (var wrong in TableTotals.Wrong(table))
                findings.Add(Catalog.WrongTotal(
                    rows[total].At.Items.OfType<ScalarSyntax>().ElementAt(wrong.Column).Span, "", table.Columns[wrong.Column].Label,
                    wrong.Written.Machine, wrong.Sum.Machine));
        return table with { Keys = Keys(written, table) };
    }

    private static readonly HashSet<string> Blanks = [.. CellReader.UsualBlanks];

    private FactValue Cell(ScalarSyntax cell, CellReader? reader)
    {
        if (reader is null || new LiteralSyntax(cell).IsFormula) return literal(cell);
        var reading = reader.Read(new RawCell(cell.Text, 0, 0));
        if (reading.Value is TextValue named && reader.IsOfPlaces && !TableValue.IsBlank(named))
            return place(new FoundCell(cell.Text, cell.Span, "")) ?? reading.Value;
        if (reading.Value is { } value) return value;
        findings.Add(Catalog.InvalidValue(cell.Span, cell.Text, reading.Expected ?? "a value", reading.Hint));
        return new TextValue(cell.Text);
    }

    private void UnknownTotal(ScalarSyntax name) => findings.Add(Catalog.InvalidValue(
        name.Span, name.Text, "the name of a row of this table", "say 'total: last' where the last row has the totals"));

    /// <summary>The numbers of the columns that have the names of the rows.</summary>
    private EquatableArray<int> Keys(TableSyntax written, TableValue table)
    {
        var keys = ImmutableArray.CreateBuilder<int>();
        foreach (var key in written.Keys)
        {
            var index = table.IndexOf(key.Text);
            if (index >= 0) keys.Add(index);
            else
                findings.Add(Catalog.InvalidValue(
                    key.Span, key.Text, "a column of this table",
                    Catalog.DidYouMean(Nearest.To(key.Text, table.Columns.Select(column => column.Id)))));
        }
        return keys.Count == 0 ? [0] : keys.DrainToImmutable();
    }

    private TableValue OfFile(TableSyntax written, DataSyntax data)
    {
        var spec = new ColumnBinder(findings).Spec(written, data, RelativePath.Resolve(sheet, data.File.Text));
        if (SourceKinds.Of(spec.Path) != SourceKind.Data || facts.Table(spec) is not { } reading)
        {
            findings.Add(Catalog.UnknownData(data.File.Span, data.File.Text, HintOf(data.File.Text, spec.Path)));
            IsRead = false;
            return Nothing;
        }
        foreach (var finding in reading.Findings)
            findings.Add(finding.Span.IsKnown ? finding : finding with { Span = data.File.Span });
        foreach (var missing in reading.Missing) findings.Add(Missing(missing, written, data));
        // A wrong column or cell is reported where it is; what refers to the rest of the table need not fail with it.
        IsRead = reading.Table is not null && reading.Missing.IsEmpty;
        if (reading.Table is not { } table) return Nothing;
        if (written.Total is { } total && table.Total.IsEmpty) UnknownTotal(total);
        if (data.Keys.Text("publish") == "true" && reading.Formula is { } formula)
            findings.Add(Catalog.FormulaCell(formula.At, formula.Text));
        return WithPlaces(table with { Keys = Keys(written, table) }, reading, data);
    }

    /// <summary>A table whose columns of places have places, and not their names.</summary>
    private TableValue WithPlaces(TableValue table, TableReading reading, DataSyntax data)
    {
        if (reading.Places.IsEmpty) return table;
        var places = reading.Places
            .Select(cell => (cell.Text, Place: place(cell.At.IsKnown ? cell : cell with { At = data.File.Span })))
            .Where(cell => cell.Place is not null).ToDictionary(cell => cell.Text, cell => cell.Place!, StringComparer.Ordinal);
        bool[] isPlace = [.. reading.Columns.Select(column => column.Type == "place")];
        return table with
        {
            Rows = table.Rows.Select(row => row.Select((cell, column) =>
                isPlace[column] && cell is TextValue named && places.TryGetValue(named.Text, out var known) ? known : cell).ToEquatable())
                .ToEquatable(),
        };
    }

    private static Diagnostic Missing(MissingColumn missing, TableSyntax written, DataSyntax data)
    {
        var column = written.Columns.FirstOrDefault(column => column.Id.Text == missing.Column);
        var at = column is null
            ? data.Keys.List("omit").First(omitted => omitted.Text == missing.Head).Span
            : (column.Keys?.Scalar("head") ?? column.Id).Span;
        return Catalog.MissingColumn(at, missing.Head, missing.Hint);
    }

    private string? HintOf(string name, string path)
    {
        if (Catalog.Slashes(name) is { } slashes) return slashes;
        if (SourceKinds.Of(path) != SourceKind.Data && Path.HasExtension(path))
            return path.StartsWith("facts/", StringComparison.Ordinal)
                ? "a table is read from a file that ends in .csv, .tsv, .json or .xlsx"
                : "data files lie in the folder facts, beside the sheet or below it";
        var folder = sheet[..(sheet.LastIndexOf('/') + 1)];
        return Catalog.DidYouMean(Nearest.To(path, facts.DataFiles.Items) is { } near
            ? near.StartsWith(folder, StringComparison.Ordinal) ? near[folder.Length..] : near
            : null);
    }
}
