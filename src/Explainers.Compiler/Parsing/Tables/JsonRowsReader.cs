using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Tables;

/// <summary>
/// Reads rows from JSON: a list of objects, whose keys name the columns, or a list of lists, of which the first has the names. The list may
/// stand under a key.
/// </summary>
internal ref struct JsonRowsReader
{
    private readonly SourceFile _file;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly List<RawCell[]> _rows = [];
    private readonly List<RawCell> _heads = [];
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private Utf8JsonReader _json;
    private int _knownByte;
    private int _knownLetter;
    private long _cells;

    private JsonRowsReader(SourceFile file, ReadOnlySpan<byte> bytes)
    {
        _file = file;
        _bytes = bytes;
        _json = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">The key that the list stands under, or null where it is the first list.</param>
    public static RawTable Read(SourceFile file, string? key)
    {
        var bytes = file.Bytes.Span;
        var reader = new JsonRowsReader(file, bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        try
        {
            reader.Rows(key);
        }
        catch (JsonException)
        {
            reader.Refuse((int)reader._json.BytesConsumed, "the file is not JSON from here on", "mend it, or export it again");
        }
        if (reader._cells > RawTable.MostCells) return new RawTable(file, [], [RawTable.TooLarge(FileSpan.StartOf(file))]);
        return new RawTable(file, reader.All(), reader._findings.DrainToImmutable());
    }

    /// <summary>Whether a file is one list and nothing else: no other key, no comment.</summary>
    public static bool IsListAlone(SourceFile file)
    {
        var bytes = file.Bytes.Span;
        var json = new Utf8JsonReader(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartArray) return false;
            while (json.Read())
            {
                // A comment, or anything after the list, throws.
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The rows with as many cells as there are columns; a key that an object lacks is an empty cell.</summary>
    private readonly ImmutableArray<ImmutableArray<RawCell>> All()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<RawCell>>(_rows.Count + 1);
        if (_heads.Count > 0) rows.Add([.. _heads]);
        foreach (var row in _rows)
        {
            if (_heads.Count <= row.Length) rows.Add([.. row]);
            else rows.Add([.. row, .. Enumerable.Repeat(new RawCell("", row[^1].Start, 0), _heads.Count - row.Length)]);
        }
        return rows.DrainToImmutable();
    }

    private void Rows(string? key)
    {
        if (!_json.Read()) return;
        if (_json.TokenType == JsonTokenType.StartObject && !Found(key)) return;
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            Refuse((int)_json.TokenStartIndex, "a table is a list of rows", "write it as [ { \"year\": 2019, \"cars\": 12 }, … ]");
            return;
        }
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray && _cells <= RawTable.MostCells)
        {
            if (_json.TokenType == JsonTokenType.StartObject) Object();
            else if (_json.TokenType == JsonTokenType.StartArray) List();
            else Refuse((int)_json.TokenStartIndex, "a row is an object or a list, and this is a single value", null);
        }
    }

    /// <summary>Goes to the list under a key, or to the first list of all keys.</summary>
    private bool Found(string? key)
    {
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var isNamed = key is null || _json.ValueTextEquals(key);
            _json.Read();
            if (isNamed && _json.TokenType == JsonTokenType.StartArray) return true;
            _json.Skip();
        }
        Refuse(0, key is null ? "there is no list of rows in this file" : $"there is no list under the key '{key}' in this file", null);
        return false;
    }

    private void Object()
    {
        var row = new List<RawCell>(_heads.Count);
        var start = Letter((int)_json.TokenStartIndex);
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var name = _json.GetString()!;
            if (!_columns.TryGetValue(name, out var column))
            {
                _columns.Add(name, column = _heads.Count);
                _heads.Add(Cell(name));
            }
            _json.Read();
            while (row.Count <= column) row.Add(new RawCell("", start, 0));
            row[column] = Value();
        }
        Add(row, start);
    }

    private void List()
    {
        var row = new List<RawCell>(_heads.Count);
        var start = Letter((int)_json.TokenStartIndex);
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray) row.Add(Value());
        Add(row, start);
    }

    private void Add(List<RawCell> row, int start)
    {
        if (row.Count == 0) row.Add(new RawCell("", start, 0));
        _cells += Math.Max(row.Count, _heads.Count);
        _rows.Add([.. row]);
    }

    private RawCell Value()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.Null: return Cell("");
            case JsonTokenType.True: return Cell("true");
            case JsonTokenType.False: return Cell("false");
            case JsonTokenType.Number: return Cell(Encoding.UTF8.GetString(_json.ValueSpan)) with { IsExact = true };
            case JsonTokenType.String: return Cell(_json.GetString()!.Trim());
            default:
                Refuse(
                    (int)_json.TokenStartIndex,
                    "a cell is a single value, and no list or object",
                    "leave it out, or export it as its own column");
                var cell = Cell("");
                _json.Skip();
                return cell;
        }
    }

    /// <summary>A cell at the current token.</summary>
    private RawCell Cell(string text)
    {
        var start = Letter((int)_json.TokenStartIndex);
        return new RawCell(text, start, Letter((int)_json.BytesConsumed) - start);
    }

    private void Refuse(int at, string what, string? hint) =>
        _findings.Add(Catalog.UnreadableTable(new FileSpan(_file, Letter(at), 1), what, hint));

    /// <summary>The offset in the text of an offset in the bytes. It goes on from the last one, so that no byte is counted twice.</summary>
    private int Letter(int at)
    {
        if (at < _knownByte) (_knownByte, _knownLetter) = (0, 0);
        _knownLetter += Encoding.UTF8.GetCharCount(_bytes[_knownByte..at]);
        _knownByte = at;
        return _knownLetter;
    }
}
