using System.Collections.Immutable;
using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>What a sentence says around one figure, held against the facts of one sheet.</summary>
internal sealed partial class Evidence
{
    private readonly TokenText _text;
    private readonly Sentence _sentence;
    private readonly NearSheet _near;
    private readonly TypedFigure _figure;
    private readonly ImmutableArray<TypedFigure> _others;
    private readonly (int First, int End) _own;
    private List<int>? _agreeing;

    /// <summary>Takes a figure in its sentence.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The sentence around it.</param>
    /// <param name="near">The sheet.</param>
    /// <param name="others">The other figures of the sentence.</param>
    public Evidence(TypedFigure figure, TokenText text, Sentence sentence, NearSheet near, ImmutableArray<TypedFigure> others)
    {
        (_figure, _text, _sentence, _near, _others) = (figure, text, sentence, near, others);
        var (first, end) = (sentence.First, sentence.End);
        foreach (var other in others)
        {
            if (other.End <= figure.Start) first = Math.Max(first, text.After(other.End - 1) + 1);
            else end = Math.Min(end, text.After(other.Start));
        }
        var last = first;
        for (var i = first; first > sentence.First && i < sentence.FigureFirst; i++)
            if (text.Sign(i) is ',' or ';' || text.IsLower(i, "and", "but")) last = i + 1;
        first = last;
        // A day that begins the sentence is the day of all that it says.
        if (figure.Kind == FigureKind.Date && sentence.FigureFirst <= sentence.First + 1) end = sentence.End;
        _own = (Math.Min(first, sentence.FigureFirst), Math.Max(end, sentence.FigureEnd));
    }

    /// <summary>The figure.</summary>
    public TypedFigure Figure => _figure;

    /// <summary>The text.</summary>
    public TokenText Text => _text;

    /// <summary>The sentence.</summary>
    public Sentence Sentence => _sentence;

    /// <summary>The sheet.</summary>
    public NearSheet Near => _near;

    /// <summary>The other figures of the sentence.</summary>
    public ImmutableArray<TypedFigure> Others => _others;

    /// <summary>The places of the facts that the figure may state.</summary>
    public List<int> Agreeing => _agreeing ??= _near.Sheet.Index.Agreeing(_figure);

    /// <summary>Whether the sentence names the sheet.</summary>
    public bool IsNamed => _near.Name is not null;

    /// <summary>How many stems of a fact's label that tell it from others are in the sentence.</summary>
    public int Told(NamedFact fact)
    {
        var told = 0;
        foreach (var stem in fact.Telling)
            if (_near.Stems.Has(stem) || (_figure.IsAge && stem == _near.Sheet.AgeStem)) told++;
        return told;
    }

    /// <summary>
    /// Whether the words of a label say that the figure is meant for its fact: all of them are there, close enough, and they say enough.
    /// </summary>
    public bool Means(NamedFact fact)
    {
        var told = Told(fact);
        var (isCounted, isUnique) = Counted(fact);
        if (isUnique && (IsNamed || (told > 0 && told * 2 >= fact.Telling.Length))) return true;
        if (fact.Label.Length > 1 && NamedSheet.Find(_text, _own.First, _own.End, fact.Label) >= 0) return true;
        if (fact.IsHarm && DoesOtherwise()) return false;
        if (told == 0 || !IsOwn(fact)) return told == 0 && fact.Telling.IsEmpty && Happens(fact);
        if (_figure.Kind is FigureKind.Date && !IsVerbOf(fact)) return false;
        if (told < fact.Telling.Length)
        {
            // A game has many scores.
            var isTied = isCounted || (_figure.Kind == FigureKind.Vote && !_figure.IsScore)
                || (IsNamed && (IsOnlyMeasure() || _figure.Kind == FigureKind.Date));
            return told >= 2 && told * 3 >= fact.Telling.Length * 2 && isTied;
        }
        return told >= 2 || IsNamed || IsAdjacent(fact) || HasAll(fact)
            || (isCounted && (fact.IsHarm ? IsAboutSheet() : fact.IsOnlyCount || IsOfAnyone(fact)));
    }

    /// <summary>Whether the sentence says anything of a fact: by its name, a word of the label, or what is counted or measured.</summary>
    public bool MaySpeakOf(NamedFact fact)
    {
        if (IsNamed || fact.Telling.IsEmpty || Told(fact) > 0) return true;
        return !_near.IsShadowed && (_near.Sheet.Index.Comparable(_figure).Count == 1 || Counted(fact).IsCounted);
    }

    /// <summary>Whether the words leave it open that the figure is a slip of a fact's value.</summary>
    public bool MayBeSlipOf(NamedFact fact) => IsNamed || (!_near.IsShadowed && (Told(fact) > 0 || fact.Telling.IsEmpty
        || _figure.Kind is not (FigureKind.Date or FigureKind.Time or FigureKind.Vote)));

    /// <summary>
    /// Whether a figure that looks like a slip of a fact's value is meant for it. The more it looks so, the less the sentence has to say.
    /// </summary>
    public bool IsSlipOf(NamedFact fact, Likeness likeness)
    {
        if (likeness == Likeness.None || (_near.IsShadowed && !IsNamed)) return false;
        var told = Told(fact);
        var isAll = told > 0 && told >= fact.Telling.Length;
        switch (_figure.Kind)
        {
            case FigureKind.Date:
                if (likeness == Likeness.Strong && IsNamed && IsSubject()) return true;
                return (told > 0 || (fact.Telling.IsEmpty && Happens(fact))) && IsOwn(fact) && IsVerbOf(fact)
                    && (likeness == Likeness.Strong || isAll || IsNamed || told >= 2);
            case FigureKind.Time:
                return IsNamed || told > 0
                    || (fact.Telling.IsEmpty && likeness == Likeness.Strong
                        && (_near.Sheet.Index.Comparable(_figure).Count == 1 || IsAboutSheet()));
            case FigureKind.Vote:
                return told > 0 || fact.Telling.IsEmpty;
        }
        if (fact.Fact.Value is QuantityValue { Unit: { IsCount: true } unit })
            return CountedNoun.IsSame(_figure, unit)
                ? likeness == Likeness.Strong || told > 0
                : told > 0 && IsOwn(fact) && (isAll || IsNamed || likeness == Likeness.Strong)
                    && !(fact.IsHarm && !IsNamed && !IsAboutSheet() && !(likeness == Likeness.Strong && IsBare))
                    && (Does(fact) || !DoesOtherwise());
        if (likeness == Likeness.Strong) return (told > 0 && IsOwn(fact)) || IsNamed || IsOnlyMeasure();
        return told > 0 && IsOwn(fact) && (isAll || told * 3 >= fact.Telling.Length * 2 || IsNamed || IsOnlyMeasure());
    }

    /// <summary>Whether the sentence is about the sheet by name, and the figure belongs to its first verb.</summary>
    private bool IsSubject()
    {
        if (_near.Name is not var (first, last)) return false;
        var start = _text.IsIn(_sentence.First, Vocabulary.Articles) ? _sentence.First + 1 : _sentence.First;
        while (start < first && _text.IsName(start)) start++;
        return first == start && last < _sentence.FigureFirst && _sentence.FigureFirst - last <= SubjectReach;
    }

    /// <summary>Whether the word behind the figure is one of the label.</summary>
    private bool Does(NamedFact fact) =>
        _near.Sheet.Stemming.Of(_text.Span(_sentence.FigureEnd)) is var stem && stem != StemNumbers.None && fact.All.Contains(stem);

    /// <summary>Whether those who are counted did something else: "3,500 people came to a vigil for those killed".</summary>
    private bool DoesOtherwise()
    {
        var behind = _sentence.FigureEnd;
        if (_text[behind].Kind != TokenKind.Word || _text.IsIn(behind, FigureWords.Harm)) return false;
        return _text.IsIn(behind, Acts) || _text.Span(behind) is [_, _, .., 'e', 'd'];
    }

    private static readonly WordTable<bool> Acts = Vocabulary.Set(
        "came come went took sang saw fled live work met gather march attend watch sign protest join spoke stood held left lost found");

    /// <summary>Whether no verb of something else stands between the words of a label and a date.</summary>
    private bool IsVerbOf(NamedFact fact)
    {
        for (var i = _sentence.FigureEnd; i < _sentence.FigureEnd + Behind && _text[i].Kind == TokenKind.Word; i++)
            if (_near.Sheet.Stemming.Of(_text.Span(i)) is var near && near != StemNumbers.None && fact.Telling.Contains(near)) return true;
        for (var i = _sentence.FigureFirst - 1; i >= _own.First; i--)
        {
            if (_text[i].Kind != TokenKind.Word) continue;
            var stem = _near.Sheet.Stemming.Of(_text.Span(i));
            if (stem != StemNumbers.None && fact.All.Contains(stem)) return true;
            var isVerb = (!_text.IsCapital(i) && _text.Span(i) is [_, _, .., 'e', 'd']) || _text.IsIn(i, Verbs);
            if (isVerb && !_text.IsIn(i, Happened)) return false;
        }
        for (var i = _sentence.FigureEnd; i < Math.Min(_own.End, _sentence.FigureEnd + Reach); i++)
            if (_near.Sheet.Stemming.Of(_text.Span(i)) is var stem && stem != StemNumbers.None && fact.All.Contains(stem)) return true;
        return false;
    }

    /// <summary>Whether a word of the label is tied to the figure: "ten years of negotiations", "a cost of $5".</summary>
    public bool IsAdjacent(NamedFact fact)
    {
        var (before, behind) = (_sentence.FigureFirst - 1, _sentence.FigureEnd);
        var isBehind = _text.Is(behind, "of") && Tells(behind + 1);
        return isBehind || (_text.Is(before, "of") && Tells(before - 1));

        bool Tells(int i) =>
            _near.Sheet.Stemming.Of(_text.Span(i)) is var stem && stem != StemNumbers.None && fact.Telling.Contains(stem);
    }

    /// <summary>
    /// Whether the sentence names nobody and says nothing else, so that it can only be about the sheet: "At least 41 were hurt."
    /// </summary>
    private bool IsBare
    {
        get
        {
            for (var i = _sentence.First + 1; i < _sentence.End; i++)
                if (_text.IsName(i) && !_near.Sheet.IsKnown(_text, i)) return false;
            return _others.IsEmpty && _sentence.End - _sentence.First <= BareWords;
        }
    }

    /// <summary>How long a sentence is that says nothing else.</summary>
    private const int BareWords = 12;

    /// <summary>Whether the sentence has a word of the sheet's names.</summary>
    private bool IsAboutSheet()
    {
        for (var i = _sentence.First; i < _sentence.End; i++)
            if (_text[i].Kind == TokenKind.Word && _near.Sheet.IsOwn(_text, i)) return true;
        return false;
    }

    /// <summary>Whether the figure counts two nouns together that a label has: "162 passengers and crew".</summary>
    public bool JoinsNouns(NamedFact fact) => _text.Is(_sentence.FigureEnd, "and")
        && _near.Sheet.Stemming.Of(_text.Span(_sentence.FigureEnd + 1)) is var stem && stem != StemNumbers.None && fact.All.Contains(stem)
        && !_text.IsNumber(_sentence.FigureEnd + 1);

    /// <summary>Whether the words that are nearer to this figure than to another name the fact.</summary>
    private bool IsOwn(NamedFact fact)
    {
        if (_own.First <= _sentence.First && _own.End >= _sentence.End) return true;
        var (first, end) = (Math.Max(_own.First, _sentence.First), Math.Min(_own.End, _sentence.End));
        foreach (var stem in fact.Telling)
            if (_near.Stems.HasAll([stem], first, end)) return true;
        return false;
    }

    private (bool IsCounted, bool IsUnique) Counted(NamedFact fact)
    {
        if (fact.Fact.Value is not QuantityValue { Unit: { IsCount: true } unit })
            return (false, false);
        var isSame = CountedNoun.IsSame(_figure, unit);
        var isOther = !_figure.Nouns.IsEmpty
            && (CountedNoun.IsAnyone(unit) ? !CountedNoun.IsOfAnyone(_figure) && !CountsLabel(fact) : !_near.Stems.Has(fact.CountedStem));
        return (isSame || (!isOther && CountedNoun.Agrees(_figure, unit)), isSame && fact.IsOnlyCount && !CountedNoun.IsAnyone(unit));
    }

    /// <summary>Whether the figure counts what the label names: "10,000 participants".</summary>
    public bool CountsLabel(NamedFact fact) => !_figure.NounStems.IsEmpty
        && _near.Sheet.Stemming.Find(_figure.NounStems[0]) is var stem && stem != StemNumbers.None
        && fact.All.Contains(stem);

    private static bool IsOfAnyone(NamedFact fact) => fact.Fact.Value is QuantityValue { Unit: var unit } && CountedNoun.IsAnyone(unit);

    /// <summary>Whether the sheet has one value of that kind.</summary>
    private bool IsOnlyMeasure() =>
        _figure.Kind != FigureKind.Date && _near.Sheet.Index.Comparable(_figure).Count == 1;

    private bool HasAll(NamedFact fact)
    {
        var others = 0;
        foreach (var stem in fact.All)
        {
            if (stem == fact.CountedStem || fact.Generic.Contains(stem)) continue;
            if (!_near.Stems.Has(stem)) return false;
            if (!fact.Telling.Contains(stem)) others++;
        }
        return others > 0;
    }

    /// <summary>Whether the sentence says that the matter of the sheet itself happened then: "crashed on 12 March".</summary>
    private bool Happens(NamedFact fact)
    {
        if (_figure.Kind is not (FigureKind.Date or FigureKind.Time)) return false;
        for (var i = _sentence.FigureFirst - 1; i >= _own.First && i >= _sentence.FigureFirst - Reach; i--)
        {
            if (_text[i].Kind != TokenKind.Word) continue;
            if (_near.Sheet.Stemming.Of(_text.Span(i)) is not (var stem and not StemNumbers.None)) continue;
            if (!fact.All.Contains(stem) || fact.Generic.Contains(stem)) continue;
            if (!IsVerbOf(fact)) return false;
            var isVerb = _text.Span(i) is [.., 'e', 'd'] || _text.IsIn(i + 1, Happened);
            return isVerb && (IsNamed || _text.IsLower(i - 1, "the"));
        }
        return false;
    }

    private static readonly WordTable<bool> Verbs = Vocabulary.Set("met left built born won saw went took made became gave rose fell");

    /// <summary>How far behind a date what happened then is named: "the March 11 nuclear disaster".</summary>
    private const int Behind = 5;

    /// <summary>How far behind the subject of a sentence a date belongs to it.</summary>
    private const int SubjectReach = 12;

    /// <summary>How far before a date what happened then is looked for.</summary>
    private const int Reach = 9;

    private static readonly WordTable<bool> Happened = Vocabulary.Set("happened occurred held struck took came was began started of on at");
}
