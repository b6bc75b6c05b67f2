using System.Collections.Immutable;
using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>
/// Finds the fact that a figure states, so that the writer can be told to refer to it. Many figures are alike by chance, so that the same
/// value is not enough. A figure that says little (a year, an hour, "three days") also needs words of the fact's label in its sentence, and
/// a rounded one the name of the sheet.
/// </summary>
internal static class FactSuggestion
{
    /// <summary>How many digits a number has to have to say by itself what it is the number of.</summary>
    private const int TellingDigits = 3;

    /// <summary>From how many of them on a number of something says by itself what it is the number of: "7,400 people".</summary>
    private const int TellingCount = 50;

    /// <summary>
    /// The fact that a figure states, or null where none does for certain. Of several, it is one that says the very same; of those, the one
    /// whose label says most of the sentence.
    /// </summary>
    public static Fact? Of(ImmutableArray<Evidence> near)
    {
        Match? best = null;
        foreach (var sheet in near)
        {
            if (sheet.Agreeing.Count == 0) continue;
            foreach (var match in In(sheet))
                if (best is null || match.IsBetterThan(best.Value)) best = match;
        }
        return best?.Fact.Fact;
    }

    /// <summary>How many facts with the value of a figure are named.</summary>
    private const int MostAlike = 3;

    /// <summary>The facts that have the value of a figure and that it may not be meant for, as what they are; or nothing.</summary>
    public static string Alike(ImmutableArray<Evidence> near)
    {
        var names = new List<string>();
        foreach (var sheet in near)
        {
            foreach (var place in sheet.Agreeing)
            {
                var fact = sheet.Near.Sheet.Index[place];
                if (FigureMatch.Compare(sheet.Figure, fact.Fact.Value) != Agreement.Same) continue;
                if (names.Count == MostAlike) return string.Join(", ", names);
                names.Add($"'{fact.Fact.Name.Name}' ({fact.Fact.Label})");
            }
        }
        return string.Join(", ", names);
    }

    private static List<Match> In(Evidence evidence)
    {
        var (figure, text, sentence, near) = (evidence.Figure, evidence.Text, evidence.Sentence, evidence.Near);
        var matches = new List<Match>();
        if (evidence.IsFurther) return matches;
        foreach (var place in evidence.Agreeing)
        {
            var fact = near.Sheet.Index[place];
            var agreement = FigureMatch.Compare(figure, fact.Fact.Value);
            var share = Shared(fact, near, figure);
            var isMeant = near.Name is not null || share >= 0.5;
            if (agreement == Agreement.Same || (agreement == Agreement.Rounded && IsClose(figure, text, sentence, fact, isMeant)))
                matches.Add(new Match(fact, agreement, share));
        }
        matches.RemoveAll(match => IsAnothers(match, figure, near) || IsSaid(match, evidence)
            || (evidence.IsChange && !match.Fact.IsChange && match.Fact.Fact.Value is QuantityValue { Unit.IsCount: false })
            || (IsCoarser(figure, match.Fact.Fact.Value) && evidence.IsYearOf(match.Fact, isOther: true)));
        // What is said of the sheet by its name is said of its fact, where no other could be meant.
        if (matches.Count == 1 && near.Name is { } name && IsSpokenOf(text, sentence, name)
            && (figure.Value is not DateValue { Date.Month: 0 } || matches[0].Share > 0 || sentence.IsAttached(text, name))) return matches;
        var wanted = near.Name is not null ? 0.5 : Wanted(figure);
        var isNamed = near.Name is not null;
        matches.RemoveAll(match => !IsTelling(figure, match.Fact.Fact.Value, isNamed || match.Share > 0 || IsLarge(evidence))
            && !IsOnly(figure, match.Fact, near.Sheet)
            && !(figure.Kind != FigureKind.Date && (NamesIt(match.Fact, near) || evidence.IsAdjacent(match.Fact)))
            && !evidence.IsYearOf(match.Fact, isOther: false)
            && !SaysHead(match, evidence)
            && (match.Share < (near.Name is null && IsCoarser(figure, match.Fact.Fact.Value) ? 1 : wanted)
                || (near.Name is null && evidence.IsAboutOther())));
        return matches;
    }

    /// <summary>
    /// Whether the sentence has the first word of a label, which says what the fact is, and the same number of the same, and speaks of
    /// nothing else.
    /// </summary>
    private static bool SaysHead(Match match, Evidence evidence)
    {
        if (match.Agreement != Agreement.Same || match.Fact.Telling.IsEmpty) return false;
        if (!evidence.Near.Stems.Has(match.Fact.Telling[0])) return false;
        var digits = (evidence.Figure.Value, match.Fact.Fact.Value) switch
        {
            (QuantityValue { Figure: { Number: >= 10 } typed }, QuantityValue) => Digits(typed),
            (MoneyValue { Figure: var typed }, MoneyValue) => Digits(typed),
            _ => 0,
        };
        return digits > 1 && !evidence.IsElsewhere(match.Fact);
    }

    /// <summary>Whether another date of the sentence says more exactly what a year says.</summary>
    private static bool IsSaid(Match match, Evidence evidence) => evidence.Figure.Value is DateValue { Date.Month: 0 }
        && evidence.Others.Any(other => other.Value is DateValue { Date.Day: > 0 }
            && FigureMatch.Compare(other, match.Fact.Fact.Value) == Agreement.Same);

    /// <summary>Whether the sentence has a name of the fact that no other fact of the sheet has.</summary>
    private static bool NamesIt(NamedFact fact, NearSheet near) => fact.Names.Any(stem => near.Stems.Has(stem)
        && near.Sheet.Facts.Count(other => other.Names.Contains(stem)) == 1);

    /// <summary>Whether a year is a part of what a fact says: of a day, or of a span of years.</summary>
    private static bool IsCoarser(TypedFigure figure, FactValue value) => figure.Value is DateValue { Date.Month: 0 }
        && value is DateValue { Date.Month: > 0 } or MomentValue or EventValue or RangeValue;

    /// <summary>Whether the sentence has words of another fact that counts the same, and fewer of this one.</summary>
    private static bool IsAnothers(Match match, TypedFigure figure, NearSheet near)
    {
        if (!match.Fact.IsCount) return false;
        if (match.Share > 0 && Digits(((QuantityValue)match.Fact.Fact.Value).Figure) >= TellingDigits) return false;
        foreach (var place in near.Sheet.Index.Comparable(figure))
        {
            var other = near.Sheet.Index[place];
            if (place == match.Fact.Place || Shared(other, near, figure) <= match.Share) continue;
            var unit = ((QuantityValue)other.Fact.Value).Unit;
            if ((other.IsHarm && CountedNoun.IsAnyone(unit)) || CountedNoun.IsSame(figure, unit)) return true;
        }
        return false;
    }

    /// <summary>Whether a rounded figure is close enough to a fact to state it: not "a hundred" for 116.</summary>
    private static bool IsClose(TypedFigure figure, TokenText text, Sentence sentence, NamedFact fact, bool isMeant)
    {
        if (!isMeant || FigureMatch.Numbers(figure, fact.Fact.Value) is not var (typed, known)) return isMeant;
        return typed.Digits.Trim('0', '.').Length > 1 || Math.Abs(typed.Number - known) <= Math.Abs(known) * Coarsest
            || (text.IsIn(sentence.FigureFirst - 1, Vocabulary.About) && Math.Abs(typed.Number - known) <= Math.Abs(known) * Coarse);
    }

    /// <summary>How far a figure of one digit may be off.</summary>
    private const decimal Coarsest = 0.05m;

    /// <summary>How far it may be off behind "about".</summary>
    private const decimal Coarse = 0.1m;

    /// <summary>Whether no other fact of the sheet counts the same noun, or has the same unit.</summary>
    private static bool IsOnly(TypedFigure figure, NamedFact fact, NamedSheet sheet) => fact.Fact.Value switch
    {
        QuantityValue { Unit: { IsCount: true } unit } =>
            fact.IsOnlyCount && CountedNoun.IsSame(figure, unit) && !CountedNoun.IsAnyone(unit),
        QuantityValue { Unit: { IsTime: false, IsPercent: false } } => figure.Value is QuantityValue { Figure: var typed }
            && Digits(typed) > 1 && sheet.Index.Comparable(figure).Count == 1,
        _ => false,
    };

    /// <summary>
    /// How much of a label has to be in the sentence where the sheet is not named: all for a year, which many facts have.
    /// </summary>
    private static double Wanted(TypedFigure figure) => figure.Value switch
    {
        DateValue { Date.Month: 0 } => 0.5,
        NumberValue { Figure.Number: < 100 } when figure.Nouns.IsEmpty => 0.6,
        _ => 0.5,
    };

    /// <summary>
    /// Whether a name is in the figure's part of the sentence, or before the comma in front of that, without a preposition.
    /// </summary>
    private static bool IsSpokenOf(TokenText text, Sentence sentence, (int First, int Last) name)
    {
        if (sentence.IsAttached(text, name)) return true;
        var isInPart = name.First >= sentence.PartFirst && name.Last < sentence.PartEnd;
        if (!isInPart && name.Last + 2 != sentence.PartFirst) return false;
        var before = name.First - 1;
        if (Contradiction.IsArticle(text, before)) before--;
        return before < sentence.First || !Contradiction.IsPreposition(text, before);
    }

    /// <summary>How much of a fact's label is in a sentence, from 0 to 1; the noun that is counted is in the figure already.</summary>
    private static double Shared(NamedFact fact, NearSheet near, TypedFigure figure)
    {
        var (shared, all) = (0, 0);
        foreach (var stem in fact.Telling.IsEmpty ? fact.All : fact.Telling)
        {
            if (stem == fact.CountedStem && fact.Telling.Length != 1) continue;
            all++;
            if (near.Stems.Has(stem) || (figure.IsAge && stem == near.Sheet.AgeStem)) shared++;
        }
        return all == 0 ? 0 : shared / (double)all;
    }

    /// <summary>Whether a figure says enough by itself: a day, an hour with minutes, a sum, a quotation, many digits of the unit.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="value">What the fact says.</param>
    /// <param name="isTold">Whether the sentence has a word of the fact.</param>
    private static bool IsTelling(TypedFigure figure, FactValue value, bool isTold) => figure.Value switch
    {
        null => figure.DayOfYear.Day > 0,
        DateValue { Date.Day: > 0 } or RangeValue => true,
        TimeValue { Time.Minute: > 0 } => true,
        VoteValue vote => vote.For >= 10,
        MoneyValue money => Digits(money.Figure) > (isTold ? 1 : 2),
        NumberValue number => Digits(number.Figure) >= TellingDigits && value is not QuantityValue && !IsYear(number.Figure),
        QuantityValue { Unit.IsCount: true } count when value is QuantityValue { Unit.IsCount: true } =>
            count.Figure.Number >= TellingCount && (isTold || Digits(count.Figure) > 1),
        QuantityValue quantity => Digits(quantity.Figure) >= TellingDigits && value is not NumberValue,
        DurationValue => true,
        _ => false,
    };

    /// <summary>Whether it is a sum of millions, of nobody else.</summary>
    private static bool IsLarge(Evidence evidence) => evidence.Figure.Value is MoneyValue { Figure.Number: >= 1_000_000 }
        && evidence.Text.Language.IsEnglish && !OtherName.Stands(evidence.Text, evidence.Sentence, evidence.Near.Sheet);

    private static int Digits(Figure figure) => figure.Digits.Replace(".", "", StringComparison.Ordinal).Trim('0', '-').Length;

    private static bool IsYear(Figure figure) => figure is { Scale: "", Digits.Length: 4 };

    /// <summary>A fact that a figure may state.</summary>
    /// <param name="Fact">The fact.</param>
    /// <param name="Agreement">How well they agree.</param>
    /// <param name="Share">How much of the fact's label is in the sentence.</param>
    private readonly record struct Match(NamedFact Fact, Agreement Agreement, double Share)
    {
        public bool IsBetterThan(Match other) =>
            Agreement > other.Agreement || (Agreement == other.Agreement && Share > other.Share);
    }
}
