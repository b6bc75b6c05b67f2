using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>Finds the fact that a figure is plainly meant to state and does not.</summary>
internal static class Contradiction
{
    /// <summary>The fact of a sheet that a figure contradicts, or null.</summary>
    public static Fact? Of(TypedFigure figure, TokenText text, Sentence sentence, NearSheet near)
    {
        var (sheet, name, _) = near;
        if (name is { } named && sentence.IsAttached(text, named))
        {
            foreach (var fact in sheet.Index.Agreeing(figure))
                if (FigureMatch.Compare(figure, fact.Fact.Value) >= Agreement.Rounded) return null;
            return Rivals(figure, sheet).FirstOrDefault()?.Fact;
        }
        if (Labelled(figure, text, sentence, near) is { } labelled) return labelled;
        var isMeasure = figure.Kind is FigureKind.Money or FigureKind.Quantity;
        if (!isMeasure || name is not { } subject || !IsSubject(text, sentence, subject)) return null;
        return Rivals(figure, sheet).Take(2).ToArray() is [{ IsCount: false } only] && !Percent(only) ? only.Fact : null;
    }

    /// <summary>The fact whose label the sentence has, the longest label first.</summary>
    private static Fact? Labelled(TypedFigure figure, TokenText text, Sentence sentence, NearSheet near)
    {
        var (sheet, name, stems) = near;
        var labelled = sheet.Index.Labelled(stems);
        if (name is not null && figure.Value is QuantityValue { Unit.IsCount: true })
            labelled.AddRange(Rivals(figure, sheet).Where(fact => fact.IsCount).Take(1));
        labelled.Sort(ByLabel);
        foreach (var fact in labelled)
        {
            if (name is null && !IsNear(figure.Value, fact.Fact.Value)) continue;
            if (IsMeant(figure, text, sentence, near, fact) && Differs(figure, fact)) return fact.Fact;
        }
        return null;
    }

    private static bool IsMeant(TypedFigure figure, TokenText text, Sentence sentence, NearSheet near, NamedFact fact)
    {
        var (_, name, stems) = near;
        var isCounted = fact.IsCount && figure.Kind == FigureKind.Quantity;
        if (isCounted && name is not null) return true;
        var isInPart = fact.All.Length > 0 && stems.HasAll(fact.All.AsSpan(), sentence.PartFirst, sentence.PartEnd);
        var hasLabel = (fact.All.Length > 1 && isInPart) || NamedSheet.Find(text, sentence.First, sentence.End, fact.Label) >= 0;
        if (isCounted && hasLabel) return true;
        if (name is not { } at) return hasLabel;
        var isTold = fact.Telling.Length > 0 && stems.HasAll(fact.Telling.AsSpan(), sentence.PartFirst, sentence.PartEnd);
        return (hasLabel || isTold) && IsHead(text, sentence, at, near.Sheet, fact);
    }

    private static IEnumerable<NamedFact> Rivals(TypedFigure figure, NamedSheet sheet) =>
        sheet.Index.Comparable(figure).Where(fact => Differs(figure, fact));

    private static bool Differs(TypedFigure figure, NamedFact fact) =>
        FigureMatch.Compare(figure, fact.Fact.Value) == Agreement.Different;

    private static int ByLabel(NamedFact one, NamedFact other) =>
        one.All.Length == other.All.Length ? one.Place.CompareTo(other.Place) : other.All.Length.CompareTo(one.All.Length);

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
    private static bool IsHead(TokenText text, Sentence sentence, (int First, int Last) name, NamedSheet sheet, NamedFact fact)
    {
        var before = name.First - 1;
        if (IsArticle(text, before)) before--;
        if (before <= sentence.First || !IsPreposition(text, before)) return true;
        var head = before - 1;
        if (head < sentence.FigureEnd && head >= sentence.FigureFirst) return true;
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
