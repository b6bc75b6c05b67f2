using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Tables;

/// <summary>
/// Reads lines of cells, as in RFC 4180 and as spreadsheets write them: any delimiter, any line end, line breaks within quotation marks.
/// Every cell keeps its place in the file.
/// </summary>
internal sealed class CsvReader
{
    private readonly SourceFile _file;
    private readonly string _text;
    private readonly char _delimiter;
    private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly ImmutableArray<RawCell>.Builder _row = ImmutableArray.CreateBuilder<RawCell>();
    private int _next;

    private CsvReader(SourceFile file, string text, char delimiter, int start) =>
        (_file, _text, _delimiter, _next) = (file, text, delimiter, start);

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="delimiter">What divides cells, or null where the text has to tell.</param>
    public static RawTable Read(SourceFile file, string text, char? delimiter)
    {
        var (told, start) = Told(text);
        var divider = delimiter ?? told ?? Delimiter(file, text, start);
        var reader = new CsvReader(file, text, divider, start);
        var rows = reader.Rows(int.MaxValue);
        return new RawTable(file, rows, reader._findings.DrainToImmutable()) { Delimiter = divider };
    }

    /// <summary>The delimiter that the first line names, as spreadsheets write it: <c>sep=;</c>.</summary>
    private static (char? Delimiter, int Start) Told(string text)
    {
        var isTold = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is ('\r' or '\n');
        if (!isTold) return (null, 0);
        return (text[4], text[5] == '\r' && text.Length > 6 && text[6] == '\n' ? 7 : 6);
    }

    /// <summary>The delimiter that gives the first lines the most cells, and all of them as many as the first.</summary>
    private static char Delimiter(SourceFile file, string text, int start)
    {
        const int lines = 30;
        var sample = text[..Math.Min(text.Length, start + 100_000)];
        var best = (Delimiter: ',', Alike: 0, Cells: 1);
        foreach (var candidate in new[] { ',', ';', '\t', '|' })
        {
            var rows = new CsvReader(file, sample, candidate, start).Rows(lines);
            if (rows.IsEmpty) continue;
            var usual = rows.GroupBy(row => row.Length).MaxBy(group => (group.Count(), group.Key))!;
            if (usual.Key == 1) continue;
            var alike = usual.Count() * 100 / rows.Length;
            if ((alike, usual.Key).CompareTo((best.Alike, best.Cells)) > 0) best = (candidate, alike, usual.Key);
        }
        return best.Delimiter;
    }

    private ImmutableArray<ImmutableArray<RawCell>> Rows(int most)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<RawCell>>();
        var cells = 0L;
        while (_next < _text.Length && rows.Count < most)
        {
            Row();
            var row = _row.DrainToImmutable();
            // A line of nothing, or of delimiters alone, is no row.
            if (row.All(cell => cell.Text.Length == 0)) continue;
            cells += row.Length;
            if (cells > RawTable.MostCells)
            {
                _findings.Add(RawTable.TooLarge(FileSpan.StartOf(_file)));
                return [];
            }
            rows.Add(row);
        }
        return rows.DrainToImmutable();
    }

    private void Row()
    {
        while (true)
        {
            _row.Add(_next < _text.Length && _text[_next] == '"' ? Quoted() : Plain());
            if (_next == _text.Length) return;
            var end = _text[_next++];
            if (end == _delimiter) continue;
            if (end == '\r' && _next < _text.Length && _text[_next] == '\n') _next++;
            return;
        }
    }

    private RawCell Plain()
    {
        var start = _next;
        while (_next < _text.Length && _text[_next] != _delimiter && _text[_next] is not ('\r' or '\n')) _next++;
        var written = _text.AsSpan(start, _next - start);
        var trimmed = written.Trim();
        return new RawCell(trimmed.ToString(), trimmed.IsEmpty ? start : start + written.IndexOf(trimmed), trimmed.Length);
    }

    private RawCell Quoted()
    {
        var open = _next++;
        while (true)
        {
            var close = _text.IndexOf('"', _next);
            if (close < 0)
            {
                _findings.Add(Catalog.UnreadableTable(
                    new FileSpan(_file, open, 1),
                    "this quotation mark is never closed",
                    "close it, or double it where it is part of the text"));
                _next = _text.Length;
                return new RawCell("", open, 1);
            }
            _next = close + 1;
            if (_next < _text.Length && _text[_next] == '"')
            {
                _next++;
                continue;
            }
            var text = _text[(open + 1)..close].Replace("\"\"", "\"", StringComparison.Ordinal).Trim();
            var cell = new RawCell(text, open, _next - open);
            Behind();
            return cell;
        }
    }

    /// <summary>Passes over what stands between a closing quotation mark and the end of the cell.</summary>
    private void Behind()
    {
        var start = _next;
        while (_next < _text.Length && _text[_next] != _delimiter && _text[_next] is not ('\r' or '\n')) _next++;
        if (_text.AsSpan(start, _next - start).IsWhiteSpace()) return;
        _findings.Add(Catalog.UnreadableTable(
            new FileSpan(_file, start, _next - start),
            "text follows the quotation mark that closes this cell",
            "double a quotation mark that is part of the text"));
    }
}
