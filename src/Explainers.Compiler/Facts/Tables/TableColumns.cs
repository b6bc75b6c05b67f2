using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing.Tables;

namespace Explainers.Facts.Tables;

/// <summary>A column of a table in its file.</summary>
/// <param name="Index">Its number in the file.</param>
/// <param name="Head">Its name there.</param>
/// <param name="Spec">What the sheet says of it, or null where nothing.</param>
internal readonly record struct FoundColumn(int Index, string Head, ColumnSpec? Spec);

/// <summary>Which columns of a data file a table has.</summary>
/// <param name="Found">Its columns in order.</param>
/// <param name="Ids">Their ids.</param>
/// <param name="Missing">Those that the file does not have.</param>
internal sealed record TableColumns(
    ImmutableArray<FoundColumn> Found, ImmutableArray<string> Ids, EquatableArray<MissingColumn> Missing)
{
    /// <summary>Finds the columns of a table.</summary>
    public static TableColumns Of(TableRows rows, TableSpec spec, RawTable raw, ImmutableArray<Diagnostic>.Builder findings)
    {
        var heads = rows.Heads.Select((cell, index) => Named(cell.Text, index)).ToImmutableArray();
        var (known, missing) = (new Dictionary<string, int>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<MissingColumn>());
        for (var i = 0; i < heads.Length; i++)
        {
            if (known.TryAdd(heads[i], i)) continue;
            findings.Add(Catalog.DuplicateColumn(raw.At(rows.Heads[i]), raw.Named(rows.Heads[i]), heads[i]));
        }
        var omitted = spec.Omitted.Where(name => !known.ContainsKey(name)).ToArray();
        foreach (var name in omitted) missing.Add(new MissingColumn(null, name, Hint(name, heads)));
        var found = spec.Columns.IsEmpty
            ? [.. heads.Select((head, index) => new FoundColumn(index, head, null)).Where(column => !spec.Omitted.Contains(column.Head))]
            : Declared(spec, heads, missing);
        // A column that nobody finds is most often there under another name.
        if (!spec.Columns.IsEmpty && !spec.OmitsOthers && missing.Count == 0) Others(found, heads, rows, spec, raw, findings);
        var ids = spec.Columns.IsEmpty
            ? ColumnGuess.Ids(found.Select(column => HeadUnit.Of(column.Head)?.Name ?? column.Head))
            : [.. found.Select(column => column.Spec!.Id)];
        return new TableColumns(found, ids, missing.DrainToImmutable());
    }

    private static ImmutableArray<FoundColumn> Declared(
        TableSpec spec, ImmutableArray<string> heads, ImmutableArray<MissingColumn>.Builder missing)
    {
        var found = ImmutableArray.CreateBuilder<FoundColumn>();
        foreach (var column in spec.Columns)
        {
            var index = IndexOf(column, heads);
            if (index >= 0) found.Add(new FoundColumn(index, heads[index], column));
            else missing.Add(new MissingColumn(column.Id, column.Head ?? column.Label ?? column.Id, Hint(column.Head ?? column.Id, heads)));
        }
        return found.DrainToImmutable();
    }

    /// <summary>Reports the columns of the file that the table does not have.</summary>
    private static void Others(
        ImmutableArray<FoundColumn> found, ImmutableArray<string> heads, TableRows rows, TableSpec spec, RawTable raw,
        ImmutableArray<Diagnostic>.Builder findings)
    {
        var own = found.Select(column => column.Index).ToHashSet();
        for (var i = 0; i < heads.Length; i++)
        {
            if (own.Contains(i) || spec.Omitted.Contains(heads[i])) continue;
            findings.Add(Catalog.UnreadColumn(raw.At(rows.Heads[i]), raw.Named(rows.Heads[i]), heads[i]));
        }
    }

    /// <summary>The column of a file that a table means: by the name that it gives, else by its label, else by its id.</summary>
    private static int IndexOf(ColumnSpec column, ImmutableArray<string> heads)
    {
        if (column.Head is { } head) return heads.IndexOf(head, 0, StringComparer.Ordinal) is var exact and >= 0
            ? exact : heads.IndexOf(head, 0, StringComparer.OrdinalIgnoreCase);
        if (column.Label is { } label && heads.IndexOf(label) is var labelled and >= 0) return labelled;
        for (var i = 0; i < heads.Length; i++)
            if (ColumnGuess.Id(heads[i]) == column.Id) return i;
        return -1;
    }

    private static string? Hint(string name, ImmutableArray<string> heads)
    {
        if (Nearest.To(name, heads) is { } nearest) return $"did you mean '{nearest}'?";
        const int most = 12;
        var shown = string.Join(", ", heads.Take(most).Select(head => $"'{head}'"));
        var more = heads.Length > most ? $" and {heads.Length - most} more" : "";
        return $"the file has {shown}{more}; say 'head:' for the name in the file";
    }

    /// <summary>The name of a column on one line; a number for one without.</summary>
    private static string Named(string head, int index) =>
        head.Length == 0 ? $"column {index + 1}" : head.ReplaceLineEndings(" ");
}
