using System.Buffers;
using System.Text;
using Explainers.Facts.Tables;

namespace Explainers.Outputs.Data;

/// <summary>
/// Comma-separated values after RFC 4180, the one writer of such files. A cell that spreadsheets would compute begins with an apostrophe,
/// as OWASP advises; a program that reads the file drops it.
/// </summary>
internal sealed class CsvFile
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n\v\f\t\u0085\u2028\u2029");
    private readonly StringBuilder _text = new();

    /// <summary>Appends a row.</summary>
    public CsvFile Row(params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) _text.Append(',');
            Append(cells[i] ?? "");
        }
        _text.Append("\r\n");
        return this;
    }

    /// <summary>The finished file.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());

    private void Append(string cell)
    {
        var safe = FormulaCell.Is(cell) ? $"'{cell}" : cell;
        if (safe.AsSpan().ContainsAny(Quoted)) _text.Append('"').Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else _text.Append(safe);
    }
}
