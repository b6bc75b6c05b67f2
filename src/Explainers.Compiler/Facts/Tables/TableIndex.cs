using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Explainers.Incremental;

namespace Explainers.Facts.Tables;

/// <summary>The rows of a table by their names, so that a thousand references to a large table do not search it a thousand times.</summary>
internal sealed class TableIndex
{
    /// <summary>Stands between the names of a row that has several.</summary>
    private const char Between = '\u001F';

    private readonly Dictionary<string, List<int>> _rows = new(StringComparer.Ordinal);
    private readonly TableValue _table;

    /// <summary>Takes a table; its total is the row behind the last.</summary>
    public TableIndex(TableValue table)
    {
        _table = table;
        for (var i = 0; i < table.Rows.Length; i++) Add(table.Rows[i], i);
        if (!table.Total.IsEmpty) Add(table.Total, table.Rows.Length);
    }

    /// <summary>The numbers of the rows that begin with some names, in order; none for names that no row has.</summary>
    public IReadOnlyList<int> Rows(IEnumerable<string> names) => _rows.TryGetValue(string.Join(Between, names), out var rows) ? rows : [];

    /// <summary>The name that was most likely meant where rows begin with some names and not with the last of them.</summary>
    public string? Nearest(ImmutableArray<string> names) =>
        Diagnostics.Nearest.To(names[^1], Following(names[..^1]));

    /// <summary>The names that follow some names, each once.</summary>
    public IEnumerable<string> Following(ImmutableArray<string> names)
    {
        if (names.Length >= _table.Keys.Length) return [];
        var key = _table.Keys[names.Length];
        var rows = names.IsEmpty ? Enumerable.Range(0, _table.Rows.Length) : Rows(names).Where(row => row < _table.Rows.Length);
        return rows.Select(row => _table.Rows[row][key].Machine).Distinct();
    }

    private void Add(EquatableArray<FactValue> row, int number)
    {
        var name = "";
        foreach (var key in _table.Keys)
        {
            name = name.Length == 0 && key == _table.Keys[0] ? row[key].Machine : $"{name}{Between}{row[key].Machine}";
            ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, name, out _);
            (rows ??= []).Add(number);
        }
    }
}
