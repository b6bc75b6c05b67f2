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
    public static Fact? Of(Evidence evidence)
    {
        var (figure, text, sentence, near) = (evidence.Figure, evidence.Text, evidence.Sentence, evidence.Near);
        var (sheet, name, _, _) = near;
        var agrees = Agrees(evidence);
        if (agrees == Likeness.Strong) return null;
        if (agrees == Likeness.None && name is { } named && sentence.IsAttached(text, named))
        {
            var rival = Rivals(figure, sheet).Find(fact => (!fact.IsCount || CountsSame(figure, fact))
                && (!sheet.Recurs || Slip.Of(figure, fact.Fact.Value) == Likeness.Strong))?.Fact;
            if (rival is not null || figure.DayOfYear.Day == 0) return rival;
        }
        var best = Best(evidence);
        // What is another fact by chance is no slip of this one, unless the sentence has every word of its label.
        if (agrees != Likeness.None && (best is null || !evidence.IsFully(best))) return null;
        if (best is not null)
            return IsOnlyOne(best, evidence) || Slip.Of(figure, best.Fact.Value) == Likeness.Strong ? best.Fact : null;
        var isMeasure = figure.Kind is FigureKind.Money or FigureKind.Quantity;
        if (!isMeasure || name is not { } subject || !IsSubject(text, sentence, subject) || Relates(text, sentence, subject)) return null;
        return Rivals(figure, sheet) is [{ IsCount: false } only] && !Percent(only) && !evidence.IsElsewhere(only)
            ? only.Fact
            : null;
    }

    /// <summary>The fact that a figure is most likely meant for, of those that it does not state.</summary>
    private static NamedFact? Best(Evidence evidence)
    {
        var (figure, sheet) = (evidence.Figure, evidence.Near.Sheet);
        NamedFact? best = null;
        var most = -1;
        foreach (var place in Candidates(evidence))
        {
            var fact = sheet.Index[place];
            if (!evidence.MaySpeakOf(fact)) continue;
            var joins = evidence.JoinsNouns(fact);
            if (!joins && !CountsSame(figure, fact) && !(fact.IsCount && evidence.CountsLabel(fact))) continue;
            var differs = Differs(figure, fact);
            if (IsWithin(figure, fact)) continue;
            var likeness = evidence.MayBeSlipOf(fact) ? Slip.Of(figure, fact.Fact.Value) : Likeness.None;
            if (!evidence.IsSlipOf(fact, likeness) && !(differs && evidence.Means(fact))) continue;
            if (evidence.IsElsewhere(fact, likeness)) continue;
            if (!evidence.IsNamed && !IsNear(figure.Value, fact.Fact.Value)) continue;
            var isSame = IsSameNoun(figure, fact);
            if (likeness == Likeness.None && !(fact.IsOnlyCount && isSame) && IsOfAnother(evidence, fact)) continue;
            var told = evidence.Told(fact) + (isSame ? Nouns : 0) + (joins ? 2 * Nouns : 0) + (int)likeness;
            if (told > most) (best, most) = (fact, told);
        }
        return best;
    }

    /// <summary>Whether a figure is a little above what a fact says it is at least: 346 and "more than 345".</summary>
    private static bool IsWithin(TypedFigure figure, NamedFact fact) =>
        fact.Fact.Value is QuantityValue { Figure.Approximation: Approximation.AtLeast or Approximation.MoreThan }
            && FigureMatch.Numbers(figure, fact.Fact.Value) is var (typed, known) && typed.Number > known && typed.Number <= known * Above;

    /// <summary>How far above its lower bound a figure still agrees with it.</summary>
    private const decimal Above = 1.1m;

    /// <summary>Whether the figure is about something else, which the sentence only names beside the subject of the sheet.</summary>
    private static bool IsOfAnother(Evidence evidence, NamedFact fact) =>
        evidence.Near.Name is { } at && !fact.Telling.IsEmpty && at.First >= evidence.Sentence.PartFirst
            && !IsHead(evidence.Text, evidence.Sentence, at, evidence.Near.Sheet, fact, evidence.Others);

    private static readonly WordTable<bool> Times = Vocabulary.Set("time times day days eve year years start end");

    /// <summary>How much more the same noun says than a word of the label.</summary>
    private const int Nouns = 10;

    /// <summary>
    /// The places of the facts whose labels have a word in the sentence, of those of the figure's kind, and of those with its number.
    /// </summary>
    private static List<int> Candidates(Evidence evidence)
    {
        var index = evidence.Near.Sheet.Index;
        var found = new List<int>(evidence.Agreeing);
        index.Meant(evidence.Near.Stems, found);
        found.AddRange(index.Comparable(evidence.Figure));
        if (evidence.Figure is { Value: NumberValue, NounStems.IsEmpty: false }) found.AddRange(index.Counts);
        ValueIndex.Order(found);
        return found;
    }

    private static bool IsSameNoun(TypedFigure figure, NamedFact fact) =>
        fact.Fact.Value is QuantityValue { Unit: { IsCount: true } unit } && CountedNoun.IsSame(figure, unit);

    /// <summary>Whether no other fact that counts the same has words in the sentence that this one lacks.</summary>
    private static bool IsOnlyOne(NamedFact best, Evidence evidence)
    {
        var (figure, near) = (evidence.Figure, evidence.Near);
        if (!IsSameNoun(figure, best) || evidence.JoinsNouns(best)) return true;
        foreach (var place in near.Sheet.Index.Comparable(figure))
        {
            var other = near.Sheet.Index[place];
            if (place == best.Place || !IsSameNoun(figure, other)) continue;
            if (evidence.Told(other) > evidence.Told(best) && other.Telling.Any(stem => near.Stems.Has(stem) && !best.All.Contains(stem)))
                return false;
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

    /// <summary>How surely a figure says what some fact of the sheet says that its sentence may be about, and so is no slip.</summary>
    private static Likeness Agrees(Evidence evidence)
    {
        var figure = evidence.Figure;
        if (figure.Value is NumberValue { Figure.Number: < 10 } or QuantityValue { Unit.IsCount: true, Figure.Number: < 10 })
            return Likeness.None;
        var agrees = Likeness.None;
        foreach (var place in evidence.Agreeing)
        {
            var fact = evidence.Near.Sheet.Index[place];
            var agreement = FigureMatch.Compare(figure, fact.Fact.Value);
            if (agreement < Agreement.Rounded) continue;
            if (evidence.Told(fact) > 0 || (!fact.IsCount && fact.Telling.IsEmpty)) return Likeness.Strong;
            if (!fact.IsCount && agreement == Agreement.Same) agrees = Likeness.Some;
        }
        return agrees;
    }

    private static List<NamedFact> Rivals(TypedFigure figure, NamedSheet sheet)
    {
        var rivals = new List<NamedFact>();
        foreach (var place in sheet.Index.Comparable(figure))
            if (Differs(figure, sheet.Index[place])) rivals.Add(sheet.Index[place]);
        return rivals;
    }

    private static bool Differs(TypedFigure figure, NamedFact fact) =>
        FigureMatch.Compare(figure, fact.Fact.Value) == Agreement.Different || IsOtherDay(figure, fact.Fact.Value);

    /// <summary>Whether a day without a year is another of the same month.</summary>
    private static bool IsOtherDay(TypedFigure figure, FactValue value)
    {
        var (month, day) = figure.DayOfYear;
        var when = value is EventValue happening ? happening.When : value;
        return day > 0 && when is DateValue { Date: { Day: > 0 } known } && known.Month == month && known.Day != day;
    }

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
