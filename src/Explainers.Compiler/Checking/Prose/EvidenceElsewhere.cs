using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <content>Whether a sentence speaks of another year, subject or comparison.</content>
internal sealed partial class Evidence
{
    /// <summary>Whether the sentence speaks of something else than the sheet does, or of another time, or compares.</summary>
    /// <param name="fact">The fact that it may be about.</param>
    /// <param name="likeness">How much the figure looks like a slip of it.</param>
    public bool IsElsewhere(NamedFact fact, Likeness likeness = Likeness.None) =>
        IsOtherYear(fact) || IsOfOtherName(fact) || IsCompared(fact) || IsOtherSubject(fact, likeness) || SaysElsewhere(fact)
            || (IsFurther && !IsOfFact(fact, _sentence.FigureFirst - 1)) || (IsChange && !fact.IsChange)
            || (likeness != Likeness.Strong && IsAttributeOfOther(fact));

    /// <summary>Whether all that a label says is in the sentence, and that is more than one word.</summary>
    public bool IsFully(NamedFact fact) => fact.Telling.Length > 1 && Told(fact) == fact.Telling.Length;

    /// <summary>Whether the sentence is about somebody whom the sheet does not know.</summary>
    private bool IsOtherSubject(NamedFact fact, Likeness likeness)
    {
        if (IsNamed || (IsFully(fact) && likeness > Likeness.None)) return false;
        if ((IsFully(fact) || likeness == Likeness.Strong) && !fact.Names.IsEmpty && fact.Names.All(_near.Stems.Has)) return false;
        return OtherName.Stands(_text, _sentence, _near.Sheet);
    }

    /// <summary>Whether the figure says by how much something rose or fell, and not how much there is of it.</summary>
    public bool IsChange
    {
        get
        {
            if (_figure.Value is not (QuantityValue { Unit.IsCount: false } or MoneyValue)) return false;
            var first = _sentence.FigureFirst;
            if (_text.IsIn(_sentence.FigureEnd, Rises)) return true;
            if (_text.Is(first - 1, "of")) return _text.IsIn(first - 2, Rises);
            if (!_text.Is(first - 1, "by")) return _figure.Value is QuantityValue { Unit.IsPercent: true } && _text.IsIn(first - 1, Moves);
            for (var i = first - 2; i >= Math.Max(_sentence.First, first - ChangeReach); i--)
                if (_text.IsIn(i, Moves) || _text.IsIn(i, Rises)) return true;
            return false;
        }
    }

    /// <summary>Whether the figure stands before a noun of which it is an attribute, and the fact is about another.</summary>
    private bool IsAttributeOfOther(NamedFact fact)
    {
        if (!IsAttributive) return false;
        for (var i = _sentence.FigureEnd; i < _sentence.FigureEnd + AttributeReach && _text[i].Kind != TokenKind.Number; i++)
        {
            if (_text.Is(i, "old")) continue;
            if (_text[i].Kind == TokenKind.Sign && !_text.Is(i, '-')) break;
            if (_text.IsIn(i, Vocabulary.Functions)) break;
            if (_text[i].Kind == TokenKind.Word && IsOfFact(fact, i)) return false;
        }
        return QuantityFinder.IsNoun(_text, _sentence.FigureEnd) || _text.IsName(_sentence.FigureEnd) || _text.Is(_sentence.FigureEnd, '-');
    }

    private bool IsOfFact(NamedFact fact, int i) =>
        (_near.Sheet.Stemming.Of(_text.Span(i)) is var stem && stem != StemNumbers.None && fact.All.Contains(stem))
            || _near.Sheet.IsOwn(_text, i);

    /// <summary>Whether a hyphen joins the figure to what it measures: "a six-hour meeting".</summary>
    private bool IsAttributive
    {
        get
        {
            for (var i = _sentence.FigureFirst + 1; i < _sentence.FigureEnd; i++)
                if (_text.Sign(i) is '-' or '‑' && _text[i + 1] is { Kind: TokenKind.Word, IsSpaced: false }) return true;
            return false;
        }
    }

    /// <summary>
    /// Whether a year stands before a noun as the year of it: "the 2011 protests". It then says the year of the fact only if that noun
    /// is one of its label.
    /// </summary>
    public bool IsYearOf(NamedFact fact, bool isOther)
    {
        var end = _sentence.FigureEnd;
        if (_figure.Value is not DateValue { Date.Month: 0 } || _sentence.FigureEnd - _sentence.FigureFirst > 1) return false;
        if (_text[end] is not { Kind: TokenKind.Word, IsSpaced: true } || _text.IsIn(end, Vocabulary.Functions)) return false;
        if (!_text.IsIn(_sentence.FigureFirst - 1, Vocabulary.Articles) && !_text.IsGenitive(_sentence.FigureFirst - 1)
            && !_text.IsLower(_sentence.FigureFirst - 1, "his", "its")) return false;
        var isOf = false;
        for (var i = end; i < end + AttributeReach && _text[i].Kind == TokenKind.Word && !_text.IsIn(i, Vocabulary.Functions); i++)
            isOf |= IsOfFact(fact, i);
        return isOf != isOther;
    }

    /// <summary>How many words behind a figure that is an attribute name what it is one of.</summary>
    private const int AttributeReach = 4;

    /// <summary>How far before a change its verb stands.</summary>
    private const int ChangeReach = 7;

    private static readonly WordTable<bool> Moves = Vocabulary.Set("""
        rose fell grew dropped increased decreased declined climbed jumped slipped gained lost cut raised reduced shrank surged plunged
        widened narrowed soared tumbled rise fall grow drop increase decrease decline rising falling up down
        """);

    private static readonly WordTable<bool> Rises = Vocabulary.Set(
        "increase increases decrease rise fall drop decline gain reduction growth jump surge cut raise loss");

    /// <summary>Whether the sentence is about somebody or something else.</summary>
    public bool IsAboutOther()
    {
        for (var i = _sentence.First; i < _sentence.FigureFirst; i++)
            if (IsAnother(i)) return true;
        return false;
    }

    /// <summary>Whether another figure of the sentence already states a fact.</summary>
    private bool SaysElsewhere(NamedFact fact) =>
        _others.Any(other => FigureMatch.Compare(other, fact.Fact.Value) == Agreement.Same);

    /// <summary>Whether the sentence is about a year that the sheet does not know, or another than the fact is.</summary>
    private bool IsOtherYear(NamedFact fact)
    {
        if (_figure.Kind == FigureKind.Date) return false;
        var isOther = false;
        foreach (var other in _others)
        {
            if (other.Value is not DateValue { Date.Year: var year }) continue;
            if (year == fact.Year) return false;
            isOther |= fact.Year > 0 || !_near.Sheet.Years.Contains(year);
        }
        return isOther;
    }

    /// <summary>Whether the fact is one of somebody, and the sentence names somebody else of whom the sheet has facts.</summary>
    private bool IsOfOtherName(NamedFact fact)
    {
        if (fact.Subjects.IsEmpty || _near.Stems.Has(fact.Subjects[^1])) return false;
        for (var i = _sentence.First; i < _sentence.FigureFirst; i++)
            if (OtherName.IsOf(_text, i, _near.Sheet, fact)) return true;
        return OtherName.Follows(_text, _sentence, _near.Sheet)
            || (!fact.Names.IsEmpty && OtherName.Stands(_text, _sentence, _near.Sheet));
    }

    /// <summary>Whether the figure counts more of the same, besides those that are told: "another 30,000".</summary>
    public bool IsFurther => _text.IsIn(_sentence.FigureFirst - 1, Further);

    private static readonly WordTable<bool> Further = Vocabulary.Set("another further additional extra");

    private bool IsCompared(NamedFact fact)
    {
        var first = _sentence.FigureFirst;
        for (var i = _sentence.First; i < first; i++)
        {
            var isBefore = i >= first - Close && _text.IsIn(i, Before) && !(i == first - 1 && IsAttributive);
            if (!_text.IsIn(i, OthersWords) && !isBefore && !IsAnother(i)) continue;
            if (_near.Sheet.Stemming.Of(_text.Span(i)) is not (var stem and not StemNumbers.None) || !fact.All.Contains(stem)) return true;
        }
        if (_text.Is(first - 1, "from") && (_text.IsLower(first - 2, "up", "down") || _text.Is(_sentence.FigureEnd, "to"))) return true;
        for (var i = first - 1; i >= first - 2; i--)
            if (_text.Is(i, "than") && !_text.IsIn(i - 1, Bounds)) return true;
        return _text.IsIn(_sentence.FigureEnd, Differences) || _text.IsIn(_sentence.FigureEnd - 1, Differences);
    }

    /// <summary>"Another Iranian came": not "from one to another".</summary>
    private bool IsAnother(int i) =>
        _text.IsLower(i, "another", "other") && (i < _sentence.First + 2 || _text.Is(i - 1, ',')) && _text[i + 1].Kind == TokenKind.Word;

    /// <summary>How close before a figure a word stands that says that it was so before.</summary>
    private const int Close = 4;

    private static readonly WordTable<bool> Before = Vocabulary.Set(
        "previous previously earlier initial initially originally former formerly");

    private static readonly WordTable<bool> Bounds = Vocabulary.Set("more less fewer higher lower later earlier greater");

    private static readonly WordTable<bool> Differences = Vocabulary.Set("more fewer later ago");

    private static readonly WordTable<bool> OthersWords = Vocabulary.Set("""
        unlike similar similarly elsewhere compared versus rival twin neighbouring neighboring nearby whereas
        """);
}
