using System.Buffers;
using System.Globalization;
using System.Text;

namespace Explainers.Facts.Tables;

/// <summary>
/// Cells that spreadsheets compute: those that begin like a formula. Some programs skip spaces, quotation marks and invisible characters
/// before they look. Numbers and coordinates compute to themselves, and are no formulas.
/// </summary>
internal static class FormulaCell
{
    private static readonly SearchValues<char> Harmless = SearchValues.Create("0123456789. %€$£\u00a0\u202f'’");

    /// <summary>Whether a spreadsheet could take a cell for a formula.</summary>
    public static bool Is(string cell)
    {
        if (cell is ['\t' or '\r' or '\n', ..]) return true;
        if (cell is [>= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z', ..]) return false;
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
    /// Whether a cell is one number, or latitude and longitude: digits with their points, per cent or currency, and a sign before each
    /// number alone.
    /// </summary>
    private static bool IsNumber(string cell)
    {
        foreach (var number in cell.Split(','))
        {
            var digits = number.AsSpan(number is ['-' or '+', ..] ? 1 : 0);
            if (!digits.ContainsAnyInRange('0', '9') || digits.ContainsAnyExcept(Harmless)) return false;
        }
        return true;
    }
}
