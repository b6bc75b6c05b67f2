using System.Collections.Immutable;
using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>
/// Finds the fact that a figure is plainly meant to state and does not: the same attribute of the same subject, with another value. It says
/// nothing of another year, place or subject, nor of what is compared.
/// </summary>
internal static class Contradiction
{
    /// <summary>The fact of a sheet that a figure contradicts, or null.</summary>
    public static Fact? Of(
        TypedFigure figure, TokenText text, Sentence sentence, NearSheet near, ImmutableArray<TypedFigure> others)
    {
        var (sheet, name, _, _) = near;
        var evidence = new Evidence(figure, text, sentence, near, others);
        if (Agrees(figure, sheet, evidence)) return null;
        if (name is { } named && sentence.IsAttached(text, named))
        {
            return Rivals(figure, sheet).FirstOrDefault(fact => (!fact.IsCount || CountsSame(figure, fact))
                && (!sheet.Recurs || Slip.Of(figure, fact.Fact.Value) == Likeness.Strong))?.Fact;
        }
        NamedFact? best = null;
        var told = -1;
        foreach (var fact in Candidates(figure, near))
        {
            var likeness = Slip.Of(figure, fact.Fact.Value);
            if (!(Differs(figure, fact) || likeness > Likeness.None)) continue;
            if (!(CountsSame(figure, fact) || evidence.JoinsNouns(fact))) continue;
            if (!(Differs(figure, fact) && evidence.Means(fact)) && !evidence.IsSlipOf(fact, likeness)) continue;
            if (evidence.IsElsewhere(fact)) continue;
            if (name is null && !IsNear(figure.Value, fact.Fact.Value)) continue;
            var isOnly = (fact.IsOnlyCount && IsSameNoun(figure, fact)) || likeness > Likeness.None;
            if (name is { } at && !isOnly && !fact.Telling.IsEmpty && at.First >= sentence.PartFirst
                && !IsHead(text, sentence, at, sheet, fact, others)) continue;
            var count = evidence.Told(fact) + (IsSameNoun(figure, fact) ? Nouns : 0) + (evidence.JoinsNouns(fact) ? 2 * Nouns : 0)
                + (int)likeness;
            if (count > told) (best, told) = (fact, count);
        }
        if (best is not null)
            return IsOnlyOne(best, figure, near, evidence) || Slip.Of(figure, best.Fact.Value) == Likeness.Strong ? best.Fact : null;
        var isMeasure = figure.Kind is FigureKind.Money or FigureKind.Quantity;
        if (!isMeasure || name is not { } subject || !IsSubject(text, sentence, subject) || Relates(text, sentence, subject)) return null;
        return Rivals(figure, sheet).Take(2).ToArray() is [{ IsCount: false } only] && !Percent(only) && !evidence.IsElsewhere(only)
            ? only.Fact
            : null;
    }

    private static readonly WordTable<bool> Times = Vocabulary.Set("time times day days eve year years start end");

    /// <summary>How much more the same noun says than a word of the label.</summary>
    private const int Nouns = 10;

    /// <summary>
    /// The facts whose labels have a word in the sentence, those of the figure's kind, and those with its number.
    /// </summary>
    private static IEnumerable<NamedFact> Candidates(TypedFigure figure, NearSheet near)
    {
        var index = near.Sheet.Index;
        return index.Meant(near.Stems).Concat(index.Comparable(figure)).Concat(index.Agreeing(figure)).Distinct();
    }

    private static bool IsSameNoun(TypedFigure figure, NamedFact fact) =>
        fact.Fact.Value is QuantityValue { Unit: { IsCount: true } unit } && CountedNoun.IsSame(figure, unit);

    /// <summary>Whether no other fact that counts the same has words in the sentence that this one lacks.</summary>
    public static bool IsOnlyOne(NamedFact best, TypedFigure figure, NearSheet near, Evidence evidence)
    {
        if (!IsSameNoun(figure, best) || evidence.JoinsNouns(best)) return true;
        foreach (var other in near.Sheet.Index.Comparable(figure))
        {
            if (other.Place == best.Place || !IsSameNoun(figure, other)) continue;
            foreach (var stem in other.Telling)
                if (near.Stems.Has(stem) && !best.All.Contains(stem)) return false;
        }
        return true;
    }

    /// <summary>
    /// Whether something else is said between a name and the figure: "The eruption is the subject of a film that cost …".
    /// </summary>
    private static bool Relates(TokenText text, Sentence sentence, (int First, int Last) name)
    {
        for (var i = name.Last + 1; i < sentence.FigureFirst; i++)
            if (text.IsLower(i, "that", "which") || text.IsLower(i, "who", "whose")) return true;
        return false;
    }

    /// <summary>Whether a figure says what some fact of the sheet says that its sentence may be about, and so is no slip.</summary>
    private static bool Agrees(TypedFigure figure, NamedSheet sheet, Evidence evidence)
    {
        if (figure.Value is NumberValue { Figure.Number: < 10 } or QuantityValue { Unit.IsCount: true, Figure.Number: < 10 }) return false;
        foreach (var fact in sheet.Index.Agreeing(figure))
        {
            var isLike = FigureMatch.Compare(figure, fact.Fact.Value) >= Agreement.Rounded;
            if (isLike && (!fact.IsCount || evidence.Told(fact) > 0)) return true;
        }
        return false;
    }

    private static IEnumerable<NamedFact> Rivals(TypedFigure figure, NamedSheet sheet) =>
        sheet.Index.Comparable(figure).Where(fact => Differs(figure, fact));

    private static bool Differs(TypedFigure figure, NamedFact fact) =>
        FigureMatch.Compare(figure, fact.Fact.Value) == Agreement.Different;

    /// <summary>Whether a figure and a fact count the same, where one of them counts.</summary>
    private static bool CountsSame(TypedFigure figure, NamedFact fact)
    {
        if (fact.Fact.Value is not QuantityValue { Unit: { IsCount: true } unit }) return true;
        return CountedNoun.IsSame(figure, unit) || CountedNoun.IsOfAnyone(figure);
    }

    private static bool Percent(NamedFact fact) => fact.Fact.Value is QuantityValue { Unit.IsPercent: true };

    /// <summary>Whether a date can be a mistake for another, where only the label connects them: two digits of the years agree.</summary>
    private static bool IsNear(FactValue? typed, FactValue known)
    {
        if (typed is not DateValue { Date.Year: var year }) return true;
        var when = known is EventValue happening ? happening.When : known;
        var other = when switch { DateValue date => date.Date.Year, MomentValue moment => moment.Moment.Year, _ => year };
        return year.ToString("0000").Zip(other.ToString("0000")).Count(digits => digits.First == digits.Second) >= 2;
    }

    /// <summary>Whether something is said of the sheet or of the fact, and not of a book on it: "Repairs to the bridge cost …".</summary>
    private static bool IsHead(TokenText text, Sentence sentence, (int First, int Last) name, NamedSheet sheet, NamedFact fact,
        ImmutableArray<TypedFigure> others)
    {
        var before = name.First - 1;
        if (IsArticle(text, before)) before--;
        if (before <= sentence.First || !IsPreposition(text, before)) return true;
        var head = before - 1;
        if (head < sentence.FigureEnd && head >= sentence.FigureFirst) return true;
        if (sheet.IsOwn(text, head) || text.IsIn(head, Times)) return true;
        foreach (var other in others)
            if (other.Start < text[head].End && text[head].Start < other.End) return true;
        return sheet.Stemming.Of(text.Span(head)) is var stem && stem != StemNumbers.None && fact.All.Contains(stem);
    }

    private static bool IsSubject(TokenText text, Sentence sentence, (int First, int Last) name)
    {
        var first = text.Is(sentence.First, "the") ? sentence.First + 1 : sentence.First;
        return name.First == first && sentence.PartFirst <= name.First && sentence.FigureFirst > name.Last;
    }

    /// <summary>Whether a word begins a name without being a part of it.</summary>
    public static bool IsArticle(TokenText text, int word) => text.IsIn(word, Vocabulary.Articles);

    /// <summary>Whether a word leads to what follows it.</summary>
    public static bool IsPreposition(TokenText text, int word) => text.IsIn(word, Vocabulary.Prepositions);
}
