using Explainers.Parsing.Text;

namespace Explainers.Parsing.Formulas;

/// <content>Days, and numbers with units.</content>
internal sealed partial class FormulaParser
{
    /// <summary>A day, <c>2025-08-15</c>, where one stands here; null for anything else.</summary>
    private DateSyntax? Day()
    {
        const int length = 10;
        var end = _next + length;
        if (end > _text.Length || (end < _text.Length && char.IsAsciiDigit(_text[end]))) return null;
        if (!PartialDate.TryParse(_text[_next..end], out var date)) return null;
        var start = _next;
        _next = end;
        return new DateSyntax(date, Since(start));
    }

    /// <summary>The unit behind a number, as written: words, and signs such as <c>%</c>; empty where there is none.</summary>
    private string Measure()
    {
        var end = _next;
        while (end < _text.Length && _text[end] == ' ') end++;
        var start = end;
        if (end == _text.Length || !IsUnit(_text[end])) return "";
        while (end < _text.Length && (IsUnit(_text[end]) || Joins(end))) end++;
        _next = end;
        return _text[start..end];
    }

    private static bool IsUnit(char letter) => char.IsLetter(letter) || letter is '%' or '°' or '²' or '³' or '₂';

    /// <summary>Whether a space, a stroke or a digit joins two parts of a unit: <c>km/h</c>, <c>sq mi</c>, <c>km2</c>.</summary>
    private bool Joins(int at) => _text[at] switch
    {
        ' ' or '/' => at + 1 < _text.Length && IsUnit(_text[at + 1]),
        var letter => char.IsAsciiDigit(letter) && _text[at - 1] != ' ',
    };
}
