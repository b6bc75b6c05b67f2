using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Tables;

/// <summary>Reads a sheet of a workbook in the format of Office Open XML: the values that its cells show, and never a formula.</summary>
internal static class WorkbookReader
{
    private const string Unreadable = "this file is not an XLSX workbook";

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sheet">The name of the sheet, or null for the first that is not hidden.</param>
    public static RawTable Read(SourceFile file, string? sheet)
    {
        var bytes = file.Bytes;
        if (bytes.Span is [0xD0, 0xCF, 0x11, 0xE0, ..])
            return Fault(file, "this is a workbook of an old program, or one with a password", "save it as XLSX, without a password");
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return Read(file, new WorkbookParts(archive), sheet);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or FormatException or OverflowException)
        {
            return Fault(file, Unreadable, "save it anew as XLSX");
        }
    }

    private static RawTable Read(SourceFile file, WorkbookParts parts, string? wanted)
    {
        var sheets = parts.Sheets();
        if (sheets.IsEmpty) return Fault(file, Unreadable, "save it anew as XLSX");
        var sheet = wanted is null
            ? sheets.FirstOrDefault(one => !one.IsHidden) ?? sheets[0]
            : sheets.FirstOrDefault(one => one.Name == wanted);
        if (sheet is null)
        {
            var names = sheets.Select(one => one.Name).ToArray();
            return Fault(
                file,
                $"the workbook has no sheet '{wanted}'",
                Catalog.DidYouMean(Nearest.To(wanted!, names)) ?? $"it has {string.Join(", ", names.Select(name => $"'{name}'"))}");
        }
        using var xml = parts.Open(sheet.Path);
        if (xml is null) return Fault(file, Unreadable, "save it anew as XLSX");
        return new Reading(file, xml, parts.Texts(), parts.Formats(), parts.BeginsIn1904).Table();
    }

    private static RawTable Fault(SourceFile file, string what, string hint) =>
        new(file, [], [Catalog.UnreadableTable(FileSpan.None, what, hint)]) { IsWorkbook = true };

    private sealed class Reading(
        SourceFile file, XmlReader xml, string[] texts, NumberFormat[] formats, bool beginsIn1904)
    {
        private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();
        private readonly ImmutableArray<ImmutableArray<RawCell>>.Builder _rows = ImmutableArray.CreateBuilder<ImmutableArray<RawCell>>();
        private long _cells;
        private int _row;

        public RawTable Table()
        {
            while (_cells <= RawTable.MostCells && xml.ReadToFollowing("row")) Row();
            if (_cells > RawTable.MostCells)
                return new RawTable(file, [], [RawTable.TooLarge(FileSpan.None)]) { IsWorkbook = true };
            var width = _rows.Count == 0 ? 0 : _rows.Max(row => row.Length);
            // A row ends with its last filled cell, and the table with its last filled column.
            var rows = _rows.Select(row => row.Length == width ? row : Filled(row, width)).ToImmutableArray();
            return new RawTable(file, rows, _findings.DrainToImmutable()) { IsWorkbook = true };
        }

        private static ImmutableArray<RawCell> Filled(ImmutableArray<RawCell> row, int width) =>
            [.. row, .. Enumerable.Range(row.Length + 1, width - row.Length).Select(column => new RawCell("", row[0].Start, column))];

        private void Row()
        {
            _row = int.TryParse(xml.GetAttribute("r"), out var number) ? number : _row + 1;
            if (xml.IsEmptyElement) return;
            var row = new List<RawCell>();
            using var inner = xml.ReadSubtree();
            inner.Read();
            while (inner.ReadToFollowing("c"))
            {
                var column = inner.GetAttribute("r") is { } name ? CellNames.Column(name) : row.Count + 1;
                if (column is < 1 or > 16_384) continue;
                using var cell = inner.ReadSubtree();
                cell.Read();
                var (text, isExact) = Value(cell, column);
                if (text.Length == 0) continue;
                while (row.Count < column) row.Add(new RawCell("", _row, row.Count + 1));
                row[column - 1] = new RawCell(text, _row, column) { IsExact = isExact };
            }
            if (row.Count == 0) return;
            _cells += row.Count;
            _rows.Add([.. row]);
        }

        private (string Text, bool IsExact) Value(XmlReader cell, int column)
        {
            var (type, style) = (cell.GetAttribute("t"), cell.GetAttribute("s"));
            if (type == "inlineStr") return (WorkbookParts.TextIn(cell).Trim(), false);
            if (!cell.ReadToFollowing("v")) return ("", false);
            var value = cell.ReadElementContentAsString();
            switch (type)
            {
                case "s": return (int.TryParse(value, out var index) && index >= 0 && index < texts.Length ? texts[index] : "", false);
                case "str": return (value.Trim(), false);
                case "b": return (value == "1" ? "true" : "false", false);
                case "d": return (value, true);
                case "e":
                    _findings.Add(Catalog.UnreadableTable(
                        FileSpan.None,
                        $"{CellNames.Of(_row, column)}: the formula of this cell failed with {value}",
                        "mend it in the workbook, or leave the cell empty"));
                    return ("", false);
                default:
                    var format = int.TryParse(style, out var number) && number >= 0 && number < formats.Length
                        ? formats[number] : NumberFormat.Number;
                    return (format.Written(value, beginsIn1904), true);
            }
        }
    }
}
