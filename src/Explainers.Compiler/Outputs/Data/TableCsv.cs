using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Data;

/// <summary>
/// A table as comma-separated values. It has the columns that the site shows, and no hidden sheet, note or formula that the file behind it
/// may have.
/// </summary>
internal static class TableCsv
{
    /// <summary>Writes a table; nothing of one that could not be read.</summary>
    public static OutputFile Write(SiteScope site, FactId fact)
    {
        var csv = new CsvFile();
        if (site.Site.Fact(fact).Value is TableValue table)
        {
            var format = new FactFormatter(site.Strings(site.Site.Language));
            var cells = new string?[table.Columns.Length];
            for (var i = 0; i < cells.Length; i++) cells[i] = Head(table.Columns[i], format);
            csv.Row(cells);
            foreach (var row in table.Total.IsEmpty ? table.Rows : [.. table.Rows, table.Total])
            {
                for (var i = 0; i < cells.Length; i++) cells[i] = Cell(row[i], table.Columns[i]);
                csv.Row(cells);
            }
        }
        return new OutputFile(Routes.File(Routes.TableCsv(fact)), csv.ToUtf8()) { States = [fact] };
    }

    /// <summary>The data file itself, as the newsroom keeps it.</summary>
    public static OutputFile Original(SiteScope site, FactId table)
    {
        var path = site.Site.PublishedData(table)!;
        return new OutputFile(Routes.File(Routes.TableData(table, path)), site.Site.File(path).Bytes) { States = [table] };
    }

    private static string Head(TableColumn column, FactFormatter format) =>
        format.UnitOf(column with { Scale = "" }) is { } unit ? $"{column.Label} ({unit})" : column.Label;

    /// <summary>A cell: the number alone where the head has the unit.</summary>
    private static string Cell(FactValue value, TableColumn column) => TableValue.IsBlank(value) ? ""
        : column.Unit is null ? TableValue.Told(value)
        : MachineValue.Text(value);
}
