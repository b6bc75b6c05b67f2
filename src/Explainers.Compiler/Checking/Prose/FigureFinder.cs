using System.Collections.Immutable;
using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>
/// Finds the figures, dates and quotations that are typed into English prose, and passes over numbers that only name something: ordinals,
/// articles of law, versions, telephone numbers, aircraft. A number word below ten counts only with a unit, a currency or a measure of
/// time, and where it says how many came to harm or voted.
/// </summary>
internal sealed class FigureFinder
{
    private readonly TokenText _text;
    private readonly DateFinder _dates;
    private readonly TimeFinder _times;
    private readonly QuotationFinder _quotations;
    private readonly ShareFinder _shares;
    private readonly QuantityFinder _quantities;
    private readonly Traps _traps;
    private readonly ImmutableArray<TypedFigure>.Builder _found = ImmutableArray.CreateBuilder<TypedFigure>();
    private readonly Func<(TypedFigure, int), int> _add;

    private FigureFinder(TokenText text)
    {
        _text = text;
        _dates = new DateFinder(text);
        _traps = new Traps(text);
        _times = new TimeFinder(text, _traps);
        _quotations = new QuotationFinder(text);
        _shares = new ShareFinder(text);
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
        if (_traps.Manner(i) is > 0 and var said) return said;
        if (_dates.At(i) is { } date) return Add(date);
        if (_times.At(i) is { } time) return Add(time);
        if (_shares.At(i) is { } share) return Add(share);
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
            : QuotationFinder.Opens(_text.Sign(i)) || Currencies.CodeOf(_text.Sign(i)) is not null;
    }

    private int Add((TypedFigure Figure, int Next) found)
    {
        _found.Add(found.Figure);
        return found.Next;
    }

    private int Quotation(int i)
    {
        if (_quotations.At(i) is not var (quotation, next)) return 0;
        return quotation is null ? next : Add((quotation, next));
    }
}
