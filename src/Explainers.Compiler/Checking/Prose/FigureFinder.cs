using System.Collections.Immutable;
using Explainers.Facts;
using NodaTime;

namespace Explainers.Checking.Prose;

/// <summary>
/// Finds the figures, dates and quotations that are typed into English prose, and passes over numbers that only name something: ordinals,
/// articles of law,
/// versions, telephone numbers, aircraft. A number word below ten counts only with a unit, a currency or a measure of time.
/// </summary>
internal sealed class FigureFinder
{
    /// <summary>How many words make a quotation; fewer are a term or a scare quote.</summary>
    private const int QuotationWords = 4;

    /// <summary>How many tokens a quotation has at most; a mark that is not closed by then was a slip.</summary>
    private const int LongestQuotation = 500;

    private static readonly (string Form, char Half)[] Halves =
        [("a.m.", 'a'), ("p.m.", 'p'), ("am", 'a'), ("pm", 'p'), ("a.m", 'a'), ("p.m", 'p')];

    private readonly TokenText _text;
    private readonly DateFinder _dates;
    private readonly QuantityFinder _quantities;
    private readonly Traps _traps;
    private readonly ImmutableArray<TypedFigure>.Builder _found = ImmutableArray.CreateBuilder<TypedFigure>();
    private readonly Func<(TypedFigure, int), int> _add;

    private FigureFinder(TokenText text)
    {
        _text = text;
        _dates = new DateFinder(text);
        _traps = new Traps(text);
        _quantities = new QuantityFinder(text, _traps);
        _add = Add;
    }

    /// <summary>The figures of a text, in order.</summary>
    public static ImmutableArray<TypedFigure> Find(TokenText text)
    {
        var finder = new FigureFinder(text);
        for (var i = 0; i < text.Count;) i = finder.At(i);
        return finder._found.DrainToImmutable();
    }

    /// <summary>Looks at one token.</summary>
    /// <returns>The token to look at next.</returns>
    private int At(int i)
    {
        if (!CanBegin(i)) return i + 1;
        if (_traps.Address(i) is > 0 and var behind) return behind;
        if (Quotation(i) is > 0 and var quoted) return quoted;
        if (_dates.At(i) is { } date) return Add(date);
        if (Time(i) is { } time) return Add(time);
        return _quantities.At(i, _add);
    }

    /// <summary>Whether something that is looked for can begin at a token; at most, none does.</summary>
    private bool CanBegin(int i)
    {
        var token = _text[i];
        if (token.Kind == TokenKind.Number) return true;
        if (_traps.MayHoldAddress && (token.Kind == TokenKind.Sign || (!_text[i + 1].IsSpaced && !_text.IsNumber(i + 1)))) return true;
        return token.Kind == TokenKind.Word
            ? Vocabulary.CanBegin(_text.Span(i))
            : _text.Sign(i) is '“' or '„' or '"' || Currencies.CodeOf(_text.Sign(i)) is not null;
    }

    private int Add((TypedFigure Figure, int Next) found)
    {
        _found.Add(found.Figure);
        return found.Next;
    }

    private int Quotation(int i)
    {
        var open = _text.Sign(i);
        var close = open switch
        {
            '“' or '„' => '”',
            '"' when _text[i].IsSpaced || i == 0 || _text[i - 1].Kind == TokenKind.Sign => '"',
            _ => '\0',
        };
        if (close == '\0') return 0;
        var words = 0;
        for (var end = i + 1; end < Math.Min(_text.Count, i + LongestQuotation); end++)
        {
            if (_text.Is(end, close) || (open == '„' && i > 0 && _text.Is(end, '“')))
            {
                if (words < QuotationWords) return 0;
                var inside = _text.Text[_text[i].End.._text[end].Start];
                return Add((new TypedFigure(FigureKind.Quotation, _text[i].Start, _text[end].End, new TextValue(inside)), end + 1));
            }
            if (_text[end].Kind != TokenKind.Sign) words++;
        }
        return 0;
    }

    private (TypedFigure Figure, int Next)? Time(int i)
    {
        if (_text.IsNumber(i) && Clock(i) is { } clock) return clock;
        if (!_text.IsNumber(i) && !_text.IsIn(i, Vocabulary.Numbers)) return null;
        if (_text.IsNumber(i) && !IsHour(i + 1) && !_text.Is(i + 1, "in")) return null;
        if (NumberReader.Read(_text, i) is not { Scale: "" } number || number.Unscaled is < 1 or > 24) return null;
        if (IsHour(number.Next)) return Spoken(i, number.Next + 1);
        return _text.Is(number.Next, "in") && _text.Is(number.Next + 1, "the")
            && (_text.IsLower(number.Next + 2, "morning", "afternoon") || _text.IsLower(number.Next + 2, "evening"))
            ? Spoken(i, number.Next + 3)
            : null;

        (TypedFigure, int) Spoken(int from, int next) =>
            (new TypedFigure(FigureKind.Time, _text[from].Start, _text[next - 1].End, null), next);
    }

    private bool IsHour(int i) => _text.Is(i, "o'clock") || _text.Is(i, "o’clock");

    /// <summary>"11:26", "4:45 a.m.", "8 a.m.", "7.30 pm".</summary>
    private (TypedFigure Figure, int Next)? Clock(int i)
    {
        var hasMinutes = Joined(i, ':') && _text[i + 2].Length == 2;
        var last = hasMinutes ? Joined(i + 2, ':') ? i + 4 : i + 2 : i;
        var half = Half(_text[last].End, out var end);
        if ((!hasMinutes && half == '\0') || _traps.IsNamed(i)) return null;
        var next = last + 1;
        while (next < _text.Count && _text[next].Start < end) next++;
        var parts = _text.Span(i).ToString().Split('.');
        var minute = hasMinutes ? int.Parse(_text.Span(i + 2)) : parts.Length == 2 && parts[1].Length == 2 ? int.Parse(parts[1]) : 0;
        if (!int.TryParse(parts[0], out var hour) || hour > 24 || minute > 59) return null;
        if (half != '\0') hour = (hour % 12) + (half == 'p' ? 12 : 0);
        var value = hour < 24 ? new TimeValue(new LocalTime(hour, minute)) : null;
        return (new TypedFigure(FigureKind.Time, _text[i].Start, Math.Max(end, _text[last].End), value), next);
    }

    /// <summary>Whether a sign and a number follow a token without white space.</summary>
    private bool Joined(int i, char sign) =>
        _text.Is(i + 1, sign) && !_text[i + 1].IsSpaced && _text.IsNumber(i + 2) && !_text[i + 2].IsSpaced;

    /// <summary>The half of the day behind an hour: a or p, or the null character.</summary>
    private char Half(int offset, out int end)
    {
        var text = _text.Text;
        var at = offset < text.Length && text[offset] is ' ' or '\u00A0' or '\u202F' ? offset + 1 : offset;
        end = offset;
        if (at == text.Length || text[at] is not ('a' or 'A' or 'p' or 'P')) return '\0';
        foreach (var (form, half) in Halves)
        {
            if (!text.AsSpan(at).StartsWith(form, StringComparison.OrdinalIgnoreCase)) continue;
            if (at + form.Length < text.Length && char.IsLetterOrDigit(text[at + form.Length])) continue;
            end = at + form.Length;
            return half;
        }
        return '\0';
    }
}
