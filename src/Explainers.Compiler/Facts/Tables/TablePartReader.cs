using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts.Formulas;
using Explainers.Incremental;
using Explainers.Parsing.Articles;

namespace Explainers.Facts.Tables;

/// <summary>What a reference to a part of a table gives: a value with its name for readers, or why there is none.</summary>
/// <param name="Value">The value, or null.</param>
/// <param name="Label">Its name for readers.</param>
/// <param name="Fault">Why it has none.</param>
/// <param name="Hint">How to mend that.</param>
internal sealed record PartReading(FactValue? Value, string Label, string? Fault = null, string? Hint = null);

/// <summary>
/// Follows the steps of a reference into a table: names of rows in brackets, a column, and what is made of a column. What is left is a
/// value, or a smaller table.
/// </summary>
internal sealed class TablePartReader
{
    private static readonly string[] OfColumns = [.. Gathering.Names, "count", "first", "last", "share"];
    private readonly Fact _fact;
    private readonly TableValue _table;
    private readonly TableIndex _index;
    private readonly List<string> _names = [];
    private IReadOnlyList<int>? _chosen;
    private int _column = -1;
    private string _made = "";

    private TablePartReader(Fact fact, TableValue table, TableIndex index) => (_fact, _table, _index) = (fact, table, index);

    /// <summary>Whether a word is what can be made of a column, and no column.</summary>
    public static bool IsMade(string word) => OfColumns.Contains(word);

    /// <summary>Follows the steps.</summary>
    /// <param name="fact">The entry with the table.</param>
    /// <param name="table">The table.</param>
    /// <param name="index">Its rows by name.</param>
    /// <param name="parts">The steps.</param>
    public static PartReading Read(Fact fact, TableValue table, TableIndex index, ImmutableArray<ReferencePart> parts)
    {
        var reader = new TablePartReader(fact, table, index);
        foreach (var part in parts)
            if ((part.IsRow ? reader.Row(part.Name) : reader.Word(part.Name)) is { } fault) return fault;
        return reader.Result();
    }

    private PartReading? Row(string name)
    {
        if (_column >= 0) return Fault("the name of a row comes before that of a column", $"write {_fact.Name}[\"{name}\"].{Column.Id}");
        if (_names.Count == _table.Keys.Length)
            return Fault(
                $"the rows of {_fact.Name} have {(_names.Count == 1 ? "one name" : $"{_names.Count} names")}, and here is one more",
                "if several columns name a row, say 'key: [first, second]' in the sheet");
        _names.Add(name);
        _chosen = _index.Rows(_names);
        if (_chosen.Count > 0) return null;
        var known = _names.ToImmutableArray();
        return Fault($"{_fact.Name} has no row '{name}'{(known.Length > 1 ? $" of '{known[^2]}'" : "")}",
            _index.Nearest(known) is { } nearest ? $"did you mean '{nearest}'?" : Some(_index.Following(known[..^1]), "its rows are"));
    }

    private PartReading? Word(string word)
    {
        var index = _table.IndexOf(word);
        if (_column < 0 && index >= 0)
        {
            _column = index;
            return null;
        }
        if (_column < 0 && word == "count")
        {
            (_column, _made) = (_table.Keys[0], word);
            return null;
        }
        if (_column < 0) return UnknownColumn(word);
        if (_made.Length == 0 && IsMade(word))
        {
            _made = word;
            return null;
        }
        // The row where another column is least or greatest, first or last.
        if (_made is "min" or "max" or "first" or "last" && index >= 0) return Beside(index);
        return Fault(
            _made.Length == 0 ? $"a column has no '{word}'" : $"only a column can follow '{_made}'",
            Catalog.DidYouMean(Nearest.To(word, OfColumns)) ?? $"a column has {string.Join(", ", OfColumns)}");
    }

    private PartReading? Beside(int column)
    {
        if (Chosen() is not { } row) return Fault($"the column '{Column.Label}' has no value here", null);
        (_chosen, _column, _made) = ([row], column, "");
        if (_names.Count == 0) _names.AddRange(_table.NamesOf(RowAt(row)));
        return null;
    }

    private PartReading UnknownColumn(string word)
    {
        var ids = _table.Columns.Select(column => column.Id).ToArray();
        return Fault(
            $"{_fact.Name} has no column '{word}'",
            _table.Keys.Length > 0 && _index.Rows([word]).Count > 0 ? $"a row is named in brackets: {_fact.Name}[\"{word}\"]"
                : Catalog.DidYouMean(Nearest.To(word, ids)) ?? Some(ids, "its columns are"));
    }

    private PartReading Result()
    {
        if (_column < 0)
            return Of(new TableValue(_table.Columns, Numbers.Select(RowAt).ToEquatable()) { Keys = _table.Keys, Part = TablePart.Rows });
        if (_made.Length > 0) return Made();
        if (_names.Count == 0) return OfColumn();
        if (_chosen is [var only]) return Of(Cell(only));
        return _names.Count == _table.Keys.Length
            ? Fault(
                $"{_chosen!.Count} rows of {_fact.Name} are called '{_names[^1]}'",
                "say 'key:' in the sheet with the columns that tell them apart")
            : OfColumn();
    }

    private PartReading Made()
    {
        if (_made == "share") return Share();
        if (_made is "first" or "last") return Chosen() is { } row ? Of(Cell(row)) : Empty();
        var values = Values();
        if (_made == "count") return Of(new NumberValue(Figure.Of(_column == _table.Keys[0] ? Own().Length : values.Length)));
        if (values.Length == 0) return Empty();
        if (_made is "min" or "max") return Chosen() is { } best ? Of(Cell(best)) : NotFigures(values);
        if (Amounts(values) is not { } amounts) return NotFigures(values);
        try
        {
            return Gathering.Of(_made, amounts, out _) is { } amount
                ? Of(amount.Value(null))
                : Fault($"the column '{Column.Label}' has several units", "give its values in one unit");
        }
        catch (OverflowException)
        {
            return Fault("the result is too large", null);
        }
    }

    /// <summary>What a cell or some rows are of all rows that differ from them in their first name alone.</summary>
    private PartReading Share()
    {
        if (_names.Count == 0) return Fault("a share is that of a row", $"write {_fact.Name}[\"…\"].{Column.Id}.share");
        var rest = _names.Skip(1).ToArray();
        var all = Enumerable.Range(0, _table.Rows.Length)
            .Where(row => !rest.Where((name, i) => _table.Rows[row][_table.Keys[i + 1]].Machine != name).Any())
            .Select(Cell).Where(cell => !TableValue.IsBlank(cell)).ToArray();
        var values = Values();
        if (values.Length == 0) return Empty();
        if (Amounts(values) is not { } own || Amounts(all) is not { Count: > 0 } whole) return NotFigures(values);
        if (Gathering.Of("sum", own, out _) is not { } part || Gathering.Of("sum", whole, out _) is not { Number: not 0 } sum)
            return Fault($"the column '{Column.Label}' has no sum to be a share of", null);
        const int most = 3;
        var ratio = part.Number / sum.In(part.Unit).Number;
        var digits = Math.Min(most, Math.Max(2, Math.Min(part.Digits, sum.Digits)));
        return Of(new QuantityValue(Figure.Of(Rounding.ToDigits(ratio * 100, digits)), Unit.Percent));
    }

    /// <summary>The row that has the least or greatest value, the first or last; null where none is there or can be compared.</summary>
    private int? Chosen()
    {
        var rows = Own().Where(row => !TableValue.IsBlank(Cell(row))).ToArray();
        if (rows.Length == 0) return null;
        if (_made is "first" or "last") return _made == "first" ? rows[0] : rows[^1];
        if (Amounts([.. rows.Select(Cell)]) is { } amounts)
        {
            if (amounts.Any(amount => !amount.Matches(amounts[0]))) return null;
            var numbers = amounts.Select(amount => amount.In(amounts[0].Unit).Number).ToArray();
            return rows[Array.IndexOf(numbers, _made == "max" ? numbers.Max() : numbers.Min())];
        }
        var dates = rows.Select(row => Cell(row) is DateValue date ? date.Date.FirstDay : default).ToArray();
        return dates.Contains(default) ? null : rows[Array.IndexOf(dates, _made == "max" ? dates.Max() : dates.Min())];
    }

    private PartReading OfColumn()
    {
        ImmutableArray<int> columns = [.. _table.Keys.Where(key => key != _column), _column];
        return Of(new TableValue(
            columns.Select(column => _table.Columns[column]).ToEquatable(),
            Own().Select(row => columns.Select(column => _table.Rows[row][column]).ToEquatable()).ToEquatable())
        { Part = TablePart.Column, Keys = columns.Length == 1 ? [0] : [.. Enumerable.Range(0, columns.Length - 1)] });
    }

    private TableColumn Column => _table.Columns[_column];

    /// <summary>The numbers of the rows that are meant: all of them, or those of a name.</summary>
    private IEnumerable<int> Numbers => _chosen ?? Enumerable.Range(0, _table.Rows.Length);

    /// <summary>The rows without the total, which is no part of a sum.</summary>
    private int[] Own() => [.. Numbers.Where(row => row < _table.Rows.Length)];

    private FactValue[] Values()
    {
        var rows = Own();
        return [.. (rows.Length == 0 ? Numbers : rows).Select(Cell).Where(cell => !TableValue.IsBlank(cell))];
    }

    private FactValue Cell(int row) => RowAt(row)[_column];

    private EquatableArray<FactValue> RowAt(int row) => row == _table.Rows.Length ? _table.Total : _table.Rows[row];

    private static List<Amount>? Amounts(FactValue[] values)
    {
        var amounts = new List<Amount>(values.Length);
        foreach (var value in values)
        {
            if (Amount.Of(value) is not { } amount) return null;
            amounts.Add(amount);
        }
        return amounts;
    }

    private PartReading NotFigures(FactValue[] values) => Fault(
        $"the column '{Column.Label}' holds {Kinds.Named(values.FirstOrDefault(value => Amount.Of(value) is null) ?? TableValue.Blank)}, "
            + "which cannot be calculated with",
        "refer to a column of figures");

    private PartReading Empty() => Fault($"the column '{Column.Label}' has no value here", null);

    private PartReading Of(FactValue value) => TableValue.IsBlank(value)
        ? Empty()
        : new PartReading(value, Label());

    private string Label() => string.Join(
        ", ", new[] { _column < 0 ? _fact.Label : $"{_fact.Label}: {Column.Label}" }.Concat(_names));

    private static PartReading Fault(string what, string? hint) => new(null, "", what, hint);

    private static string Some(IEnumerable<string> names, string lead)
    {
        const int most = 8;
        var some = names.Take(most + 1).ToArray();
        return $"{lead} {string.Join(", ", some.Take(most))}{(some.Length > most ? " and more" : "")}";
    }
}
