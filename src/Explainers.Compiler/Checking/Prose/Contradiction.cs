using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>Finds the fact that a figure is plainly meant to state and does not.</summary>
internal static class Contradiction
{
    /// <summary>The fact of a sheet that a figure contradicts, or null.</summary>
    public static Fact? Of(TypedFigure figure, TokenText text, Sentence sentence, HashSet<string> stems, NearSheet near)
    {
        var (sheet, name) = near;
        var rivals = sheet.Index.Comparable(figure).Where(Differs);
        if (name is { } named && sentence.IsAttached(text, named))
        {
            var isBorneOut = sheet.Index.Agreeing(figure).Any(fact => FigureMatch.Compare(figure, fact.Fact.Value) >= Agreement.Rounded);
            return isBorneOut ? null : rivals.FirstOrDefault()?.Fact;
        }
        var part = Stems.In(text, sentence.PartFirst, sentence.PartEnd);
        var isCount = name is not null && figure.Value is QuantityValue { Unit.IsCount: true };
        var counted = isCount ? rivals.Where(fact => fact.Noun is not null).Take(1) : [];
        var labelled = counted.Concat(sheet.Index.Labelled(stems).Where(Differs));
        foreach (var fact in labelled.OrderByDescending(fact => fact.All.Length).ThenBy(fact => fact.Place))
        {
            var hasLabel = NamedSheet.Find(text, sentence.First, sentence.End, fact.Label) >= 0
                || (fact.All.Length > 1 && fact.All.All(part.Contains));
            if (name is null && !IsNear(figure.Value, fact.Fact.Value)) continue;
            if (fact.Noun is not null && figure.Kind == FigureKind.Quantity && (name is not null || hasLabel)) return fact.Fact;
            if (hasLabel && (name is null || IsHead(text, sentence, name.Value, fact))) return fact.Fact;
            var isTold = fact.Telling.Length > 0 && fact.Telling.All(part.Contains);
            if (name is { } at && isTold && IsHead(text, sentence, at, fact)) return fact.Fact;
        }
        var isMeasure = figure.Kind is FigureKind.Money or FigureKind.Quantity;
        var isOnly = isMeasure && rivals.Take(2).ToArray() is [{ Noun: null } only] && !Percent(only);
        return isOnly && name is { } subject && IsSubject(text, sentence, subject) ? rivals.First().Fact : null;

        bool Differs(NamedFact fact) => FigureMatch.Compare(figure, fact.Fact.Value) == Agreement.Different;
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
    private static bool IsHead(TokenText text, Sentence sentence, (int First, int Last) name, NamedFact fact)
    {
        var before = name.First - 1;
        if (text.Lower(before) is "the" or "a" or "an" or "this") before--;
        if (before <= sentence.First || !IsPreposition(text.Lower(before))) return true;
        var head = before - 1;
        return head < sentence.FigureEnd && head >= sentence.FigureFirst || fact.All.Contains(Stems.Of(text.Span(head).ToString()));
    }

    private static bool IsSubject(TokenText text, Sentence sentence, (int First, int Last) name)
    {
        var first = text.Is(sentence.First, "the") ? sentence.First + 1 : sentence.First;
        return name.First == first && sentence.PartFirst <= name.First && sentence.FigureFirst > name.Last;
    }

    /// <summary>Whether a word leads to what follows it.</summary>
    public static bool IsPreposition(string word) =>
        word is "of" or "for" or "on" or "in" or "at" or "to" or "near" or "against" or "behind" or "by" or "with" or "about" or "from"
            or "over" or "before" or "after" or "since" or "across" or "under";
}
