using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing.Tables;
using Explainers.Sources;

namespace Explainers.Facts.Tables;

/// <summary>Reads a data file as the table that a sheet says it is.</summary>
internal sealed class TableReader
{
    /// <summary>How many wrong cells of a column are shown one by one.</summary>
    private const int MostShown = 10;

    private readonly TableSpec _spec;
    private readonly RawTable _raw;
    private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly HashSet<string> _blank;

    private TableReader(TableSpec spec, RawTable raw)
    {
        (_spec, _raw) = (spec, raw);
        _blank = [.. CellReader.UsualBlanks, .. spec.Blank];
        _findings.AddRange(raw.Findings);
    }

    /// <summary>Reads a file.</summary>
    public static TableReading Read(SourceFile file, TableSpec spec)
    {
        var raw = Raw(file, spec);
        return raw.Findings.IsEmpty ? new TableReader(spec, raw).Table() : new TableReading(null, [], raw.Findings);
    }

    /// <summary>The cells of a file as they stand there.</summary>
    public static RawTable Raw(SourceFile file, TableSpec spec)
    {
        if (DataEncoding.IsWorkbook(file.Path)) return WorkbookReader.Read(file, spec.Sheet);
        var text = file.Decoded().Text;
        if (text is null)
            return new RawTable(file, [], [Catalog.UnreadableTable(
                FileSpan.StartOf(file), "this file is not text", "export it as CSV in UTF-8, or save it as XLSX")]);
        if (file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return JsonRowsReader.Read(file, spec.Sheet);
        if (spec.Encoding is { } encoding) text = DataEncoding.Reread(text, encoding);
        var delimiter = spec.Delimiter ?? (file.Path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : null);
        return CsvReader.Read(file, text, delimiter);
    }

    private TableReading Table()
    {
        var rows = TableRows.Of(_raw, _spec);
        if (rows.Heads.IsEmpty)
            return Failed(Catalog.UnreadableTable(FileSpan.StartOf(_raw.File), "this file has no rows", "export it anew"));
        var columns = TableColumns.Of(rows, _spec, _raw, _findings);
        foreach (var row in rows.Body) Measure(row, rows.Heads.Length);
        if (Notation(rows, columns) is not { } notation) return new TableReading(null, columns.Missing, _findings.DrainToImmutable());
        ImmutableArray<ColumnSpec> specs =
            [.. columns.Found.Select((found, index) => Known(found, rows, notation, index == 0) with { Id = columns.Ids[index] })];
        var value = Values(rows, columns, specs, notation);
        return new TableReading(value, columns.Missing, _findings.DrainToImmutable())
        {
            Columns = specs,
            IsWhole = columns.Found.Length == rows.Heads.Length && _spec is { HeadRow: null, LastRow: null, Sheet: null }
                && (!_raw.File.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || JsonRowsReader.IsListAlone(_raw.File)),
            Formula = _raw.IsWorkbook ? null : _raw.Rows.SelectMany(row => row).Where(cell => FormulaCell.Is(cell.Text)).Select(Found)
                .FirstOrDefault(),
            Places = Enumerable.Range(0, specs.Length).Where(column => specs[column].Type == "place")
                .SelectMany(column => rows.Body.Where((_, row) => row != rows.Total).Select(row => Cell(row, columns.Found[column].Index)))
                .DistinctBy(cell => cell.Text).Where(cell => !_blank.Contains(cell.Text)).Select(Found).ToEquatable(),
        };
    }

    private FoundCell Found(RawCell cell) => new(cell.Text, _raw.At(cell), _raw.Named(cell));

    /// <summary>What is known of a column: what the sheet says, and for the rest what the cells tell.</summary>
    private static ColumnSpec Known(FoundColumn found, TableRows rows, Notation notation, bool isFirst)
    {
        if (found.Spec is { Type: "date", IsMonthFirst: null } dates)
            return dates with { IsMonthFirst = DateReader.Order(rows.Body.Select(row => Cell(row, found.Index).Text)) };
        if (found.Spec is { Type.Length: > 0 } told)
            return told.Decimals is null && IsWhole(rows, found.Index) ? told with { Decimals = 0 } : told;
        var guess = ColumnGuess.Of(found.Head, [.. rows.Body.Select(row => Cell(row, found.Index))], notation, isFirst);
        if (IsWhole(rows, found.Index)) guess = guess with { Decimals = 0 };
        return found.Spec is not { } spec ? guess : spec with
        {
            Type = guess.Type,
            Unit = guess.Unit,
            IsMonthFirst = spec.IsMonthFirst ?? guess.IsMonthFirst,
            Decimals = spec.Decimals ?? guess.Decimals,
        };
    }

    /// <summary>Whether the numbers of a column are whole ones that a program wrote with a point and a zero.</summary>
    private static bool IsWhole(TableRows rows, int column)
    {
        var hasAny = false;
        foreach (var row in rows.Body)
        {
            var text = Cell(row, column).Text;
            if (text.EndsWith(".0", StringComparison.Ordinal)) hasAny = true;
            else if (text.Length > 0 && char.IsAsciiDigit(text[^1])) return false;
        }
        return hasAny;
    }

    private TableReading Failed(Diagnostic finding)
    {
        _findings.Add(finding);
        return new TableReading(null, [], _findings.DrainToImmutable());
    }

    /// <summary>Reports a row with too many cells, or with too few.</summary>
    private void Measure(ImmutableArray<RawCell> row, int columns)
    {
        var cells = row.Length;
        while (cells > columns && row[cells - 1].Text.Length == 0) cells--;
        if (cells == columns || (row.Length >= columns && cells <= columns)) return;
        _findings.Add(Catalog.UnevenTable(_raw.At(row[0]), cells, columns));
    }

    /// <summary>How the file writes numbers: as the table says, or as the numbers tell.</summary>
    private Notation? Notation(TableRows rows, TableColumns columns)
    {
        if (_spec.Decimal is { } declared) return new Notation(declared);
        FoundColumn[] figures = [.. columns.Found.Where(found =>
            found.Spec is null or { Type: "" or "number" or "percentage" or "money" or "quantity" or "count" })];
        var evidence = Tables.Notation.Told(figures.SelectMany(found => rows.Body.Select(row => Cell(row, found.Index)))
            .Where(cell => !cell.IsExact).Select(cell => cell.Text));
        // Where commas divide cells, a point stands before decimals, and a comma in a number divides groups.
        if (evidence.Notation is { } told) return told;
        if (_raw.Delimiter == ',') return Tables.Notation.Point;
        var unclear = figures.SelectMany(found => rows.Body.Select(row => Cell(row, found.Index)))
            .First(cell => cell.Text == evidence.Unclear);
        _findings.Add(Catalog.AmbiguousNumber(_raw.At(unclear), _raw.Named(unclear), unclear.Text));
        return null;
    }

    private TableValue Values(TableRows rows, TableColumns columns, ImmutableArray<ColumnSpec> specs, Notation notation)
    {
        var readers = specs.Select(spec => new CellReader(spec, notation, _blank)).ToArray();
        var faults = new int[specs.Length];
        var values = ImmutableArray.CreateBuilder<EquatableArray<FactValue>>(rows.Body.Length);
        var (total, totalRow) = (rows.Total, default(EquatableArray<FactValue>));
        for (var i = 0; i < rows.Body.Length; i++)
        {
            var cells = ImmutableArray.CreateBuilder<FactValue>(specs.Length);
            for (var column = 0; column < specs.Length; column++)
                cells.Add(Value(Cell(rows.Body[i], columns.Found[column].Index), readers[column], ref faults[column]));
            if (i == total) totalRow = cells.MoveToImmutable();
            else values.Add(cells.MoveToImmutable());
        }
        for (var column = 0; column < specs.Length; column++)
            if (faults[column] > MostShown)
                _findings.Add(Catalog.MoreWrongCells(
                    _raw.At(rows.Heads[columns.Found[column].Index]), columns.Found[column].Head, faults[column] - MostShown));
        var keys = _spec.Keys.Select(key => specs.ToList().FindIndex(spec => spec.Id == key)).Where(key => key >= 0).ToEquatable();
        var table = new TableValue(
            specs.Select((spec, index) => Column(spec, readers[index], columns.Found[index].Head)).ToEquatable(), values.DrainToImmutable())
        { IsOfFile = true, Total = totalRow, Keys = keys.IsEmpty ? [0] : keys };
        if (total >= 0) Check(table, rows.Body[total], columns);
        return table;
    }

    private FactValue Value(RawCell cell, CellReader reader, ref int faults)
    {
        var reading = reader.Read(cell);
        if (reading.Value is { } value) return value;
        if (++faults <= MostShown)
            _findings.Add(Catalog.WrongCell(_raw.At(cell), _raw.Named(cell), cell.Text, reading.Expected ?? "a value", reading.Hint));
        return new TextValue(cell.Text);
    }

    private void Check(TableValue table, ImmutableArray<RawCell> row, TableColumns columns)
    {
        foreach (var wrong in TableTotals.Wrong(table))
        {
            var cell = Cell(row, columns.Found[wrong.Column].Index);
            _findings.Add(Catalog.WrongTotal(
                _raw.At(cell), _raw.Named(cell), table.Columns[wrong.Column].Label, wrong.Written.Machine, wrong.Sum.Machine));
        }
    }

    private static TableColumn Column(ColumnSpec spec, CellReader reader, string head) => new(spec.Id, spec.Label ?? Named(spec, head))
    {
        Unit = reader.CommonUnit,
        Scale = spec.Scale,
        IsSummed = spec.IsSummed,
        HasOwnId = spec.HasOwnId,
    };

    /// <summary>The name in the file, without the unit that the head of the column has anyway.</summary>
    private static string Named(ColumnSpec spec, string head) =>
        spec.Unit is not null && HeadUnit.Of(head) is { Unit: { } unit } known && unit.Text == spec.Unit && known.Scale == spec.Scale
            ? known.Name : head;

    private static RawCell Cell(ImmutableArray<RawCell> row, int column) =>
        column < row.Length ? row[column] : new RawCell("", row[^1].Start, 0);
}
