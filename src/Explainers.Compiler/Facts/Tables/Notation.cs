using System.Buffers;

namespace Explainers.Facts.Tables;

/// <summary>How a data file writes numbers.</summary>
/// <param name="Decimal">What stands before decimals: a point or a comma.</param>
internal readonly record struct Notation(char Decimal)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("+-−–");

    /// <summary>A point before decimals, as programs and English texts have it.</summary>
    public static readonly Notation Point = new('.');

    /// <summary>A comma before decimals.</summary>
    public static readonly Notation Comma = new(',');

    /// <summary>
    /// Reads a number: a sign, digits in one group or in groups of three, and decimals. Spaces and apostrophes divide groups in either
    /// notation.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="digits">The number with a point and without groups.</param>
    public bool TryRead(ReadOnlySpan<char> text, out string digits)
    {
        digits = "";
        Span<char> read = stackalloc char[Math.Min(text.Length, 64) + 1];
        var (length, at) = (0, 0);
        if (text.Length is 0 or > 64) return false;
        if (Signs.Contains(text[0]))
        {
            if (text[0] != '+') read[length++] = '-';
            at++;
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        }
        var (inGroup, groups) = (0, 0);
        for (; at < text.Length && text[at] != Decimal; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                read[length++] = text[at];
                inGroup++;
                continue;
            }
            if (!IsGroup(text[at]) || inGroup == 0 || inGroup > 3 || (groups > 0 && inGroup is not (2 or 3))) return false;
            (groups, inGroup) = (groups + 1, 0);
        }
        if (groups > 0 && inGroup != 3) return false;
        var hasWhole = inGroup > 0;
        if (!hasWhole) read[length++] = '0';
        if (at < text.Length)
        {
            var decimals = text[(at + 1)..];
            if (decimals.ContainsAnyExceptInRange('0', '9') || (decimals.IsEmpty && !hasWhole)) return false;
            if (!decimals.IsEmpty)
            {
                read[length++] = '.';
                decimals.CopyTo(read[length..]);
                length += decimals.Length;
            }
        }
        else if (!hasWhole) return false;
        digits = WithoutZeros(read[..length]);
        return true;
    }

    /// <summary>The notation of some texts, as far as they tell.</summary>
    public static Evidence Told(IEnumerable<string> texts)
    {
        var evidence = default(Evidence);
        foreach (var text in texts) evidence = evidence.With(text);
        return evidence;
    }

    private bool IsGroup(char sign) =>
        sign is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '’' || sign == (Decimal == '.' ? ',' : '.');

    /// <summary>Zeros in front say nothing: 007 is a code, and in a column of numbers 7.</summary>
    private static string WithoutZeros(ReadOnlySpan<char> digits)
    {
        var sign = digits[0] == '-' ? 1 : 0;
        var start = sign;
        while (start + 1 < digits.Length && digits[start] == '0' && char.IsAsciiDigit(digits[start + 1])) start++;
        return start == sign ? digits.ToString() : string.Concat(digits[..sign], digits[start..]);
    }
}

/// <summary>What the numbers of a file say of its notation.</summary>
/// <param name="Points">How many have a point before decimals, without a doubt.</param>
/// <param name="Commas">How many have a comma before decimals.</param>
/// <param name="Unclear">The first that can be read both ways, such as 1.234; null for none.</param>
internal readonly record struct Evidence(int Points, int Commas, string? Unclear)
{
    /// <summary>The notation, or null where only unclear numbers tell.</summary>
    public Notation? Notation => Commas > Points ? Tables.Notation.Comma : Points > 0 || Unclear is null ? Tables.Notation.Point : null;

    /// <summary>This and what one text says.</summary>
    public Evidence With(string text)
    {
        var (point, comma) = (text.LastIndexOf('.'), text.LastIndexOf(','));
        if ((point < 0 && comma < 0) || text.Length == 0 || text.Length > 40 || !HasDigitsOnly(text)) return this;
        if (point >= 0 && comma >= 0) return point > comma ? this with { Points = Points + 1 } : this with { Commas = Commas + 1 };
        var (sign, last) = point >= 0 ? ('.', point) : (',', comma);
        var isGroup = text.IndexOf(sign) != last;
        if (!isGroup)
        {
            var behind = text.AsSpan(last + 1).TrimEnd(" %\u00A0");
            var before = text.AsSpan(0, last).TrimStart("+-−– ");
            if (behind.Length == 3 && before.Length is > 0 and <= 3 && before is not "0") return this with { Unclear = Unclear ?? text };
        }
        // More than one sign divides groups, if it divides them as groups are divided: a date is no number.
        if (isGroup && !(sign == '.' ? Tables.Notation.Comma : Tables.Notation.Point).TryRead(text, out _)) return this;
        return (sign == '.') == isGroup ? this with { Commas = Commas + 1 } : this with { Points = Points + 1 };
    }

    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789.,+-−–% \u00A0\u202F'’");

    private static bool HasDigitsOnly(string text) =>
        text.AsSpan().ContainsAnyInRange('0', '9') && !text.AsSpan().ContainsAnyExcept(InNumbers);
}
