using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <content>Whether a sentence speaks of another year, subject or comparison.</content>
internal sealed partial class Evidence
{
    /// <summary>Whether the sentence speaks of something else than the sheet does, or of another time, or compares.</summary>
    public bool IsElsewhere(NamedFact fact) =>
        IsOtherYear(fact) || IsOfOtherName(fact) || IsCompared(fact) || (!IsNamed && OtherName.Stands(_text, _sentence, _near.Sheet))
            || SaysElsewhere(fact);

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
        if (fact.Names.IsEmpty) return false;
        foreach (var stem in fact.Names)
            if (_near.Stems.Has(stem)) return false;
        for (var i = _sentence.First; i < _sentence.FigureFirst; i++)
            if (_text.IsName(i) && _near.Sheet.FactNames.Contains(_near.Sheet.Stemming.Of(_text.Span(i)))) return true;
        return false;
    }

    private bool IsCompared(NamedFact fact)
    {
        var first = _sentence.FigureFirst;
        for (var i = _sentence.First; i < first; i++)
        {
            if (!_text.IsIn(i, OthersWords) && !(i >= first - Close && _text.IsIn(i, Before)) && !IsAnother(i)) continue;
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
