using System.Globalization;
using System.Text;
using Explainers.Facts.Tables;

namespace Explainers.Cli.Scaffolding;

/// <summary>The first text of a fact sheet whose table has its rows from a data file.</summary>
internal static class DataSheet
{
    /// <summary>Writes the sheet.</summary>
    /// <param name="title">Its name for readers.</param>
    /// <param name="publisher">Who published the data.</param>
    /// <param name="url">Where they can be had.</param>
    /// <param name="id">The id of the table.</param>
    /// <param name="file">The name of the file from the folder of the sheet.</param>
    /// <param name="draft">What is known of the table.</param>
    public static string Text(string title, string publisher, string url, string id, string file, TableDraft draft)
    {
        var text = new StringBuilder($"""
            title: {Scaffold.Quoted(title)}
            # summary: What it is about, in a sentence.

            source: data
            sources:
              data:
                publisher: {Scaffold.Quoted(publisher)}
                title: {Scaffold.Quoted(title)}
                url: {Scaffold.Quoted(url)}
                # date: 2026-01-31

            # Articles refer to a cell as sheet.table["row"].column, and to a sum as sheet.table.column.sum.
            tables:
              {id}:
                label: {Scaffold.Quoted(title)}
                file: {Scaffold.Quoted(file)}

            """.ReplaceLineEndings("\n"));
        foreach (var (key, value) in Keys(draft)) text.Append("    ").Append(key).Append(": ").Append(value).Append('\n');
        text.Append("    columns:\n");
        foreach (var column in draft.Columns) text.Append("      ").Append(column.Id).Append(": ").Append(Column(column)).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<(string Key, string Value)> Keys(TableDraft draft)
    {
        var spec = draft.Spec;
        if (spec.HeadRow is { } head) yield return ("head_row", head.ToString(CultureInfo.InvariantCulture));
        if (spec.LastRow is { } last) yield return ("last_row", last.ToString(CultureInfo.InvariantCulture));
        if (spec.Decimal is { } mark) yield return ("decimal", mark == '.' ? "point" : "comma");
        if (spec.Total is { } total) yield return ("total", Scaffold.Quoted(total));
        if (draft.Keys.Length > 0) yield return ("key", $"[{string.Join(", ", draft.Keys)}]");
    }

    private static string Column(ColumnSpec column)
    {
        var keys = new List<string>();
        if (ColumnGuess.Id(column.Head!) != column.Id || column.Label is not null) keys.Add($"head: {Scaffold.Quoted(column.Head!)}");
        if (column.Label is { } label) keys.Add($"label: {Scaffold.Quoted(label)}");
        keys.Add($"type: {column.Type}");
        if (column.Unit is { } unit) keys.Add($"unit: {Scaffold.Quoted(unit)}");
        if (column.Scale.Length > 0) keys.Add($"scale: {column.Scale}");
        if (!column.IsSummed) keys.Add("total: none");
        return keys.Count == 1 ? column.Type : $"{{ {string.Join(", ", keys)} }}";
    }
}
