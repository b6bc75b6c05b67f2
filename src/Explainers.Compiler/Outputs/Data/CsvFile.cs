using System.Buffers;
using System.Globalization;
using System.Text;

namespace Explainers.Outputs.Data;

/// <summary>
/// Comma-separated values after RFC 4180, the one writer of such files. Spreadsheets compute cells that begin like a formula, and
/// some skip spaces, quotation
/// marks and invisible characters before they look. Such a cell begins with an apostrophe, as OWASP advises; a program that reads the
/// file drops it.
/// Numbers and coordinates compute to themselves and stay as they are.
/// </summary>
internal sealed class CsvFile
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n\v\f\t\u0085\u2028\u2029");
    private static readonly SearchValues<char> Harmless = SearchValues.Create("0123456789.");
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
        var safe = IsFormula(cell) ? $"'{cell}" : cell;
        if (safe.AsSpan().ContainsAny(Quoted)) _text.Append('"').Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else _text.Append(safe);
    }

    /// <summary>Whether a spreadsheet could take a cell for a formula.</summary>
    private static bool IsFormula(string cell)
    {
        if (cell is ['\t' or '\r' or '\n', ..]) return true;
        foreach (var rune in cell.EnumerateRunes())
        {
            if (IsSkipped(rune)) continue;
            return IsSign(rune.Value) && !IsNumber(cell);
        }
        return false;
    }

    /// <summary>The signs that begin a formula, in every width that programs fold to them.</summary>
    private static bool IsSign(int sign) =>
        sign is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '﹦' or '﹢' or '﹣' or '﹫';

    /// <summary>
    /// What a program may leave out before a formula: spaces, controls, marks, invisible characters and quotation marks.
    /// </summary>
    private static bool IsSkipped(Rune rune) => rune.Value is '"' or '\'' or '`' or '´' or '＂' or '＇' or 0x115F or 0x1160 or 0x3164
        or 0xFFA0 || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control
            or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation;

    /// <summary>
    /// Whether a cell is one number, or latitude and longitude: digits and points, with a sign before each number alone.
    /// </summary>
    private static bool IsNumber(string cell)
    {
        foreach (var number in cell.Split(','))
        {
            var digits = number.AsSpan(number is ['-' or '+', ..] ? 1 : 0);
            if (digits.IsEmpty || digits.ContainsAnyExcept(Harmless)) return false;
        }
        return true;
    }
}
