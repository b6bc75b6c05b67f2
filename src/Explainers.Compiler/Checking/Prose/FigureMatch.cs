using Explainers.Facts;
using Explainers.Parsing.Text;

namespace Explainers.Checking.Prose;

/// <summary>How a figure in prose stands to a value of a sheet.</summary>
internal enum Agreement
{
    /// <summary>They are of different kinds, or cannot be told apart.</summary>
    Unrelated,

    /// <summary>They are of one kind and differ.</summary>
    Different,

    /// <summary>The figure is the value, rounded.</summary>
    Rounded,

    /// <summary>They say the same.</summary>
    Same,
}

/// <summary>Compares figures in prose with values of sheets, whatever their spelling.</summary>
internal static class FigureMatch
{
    /// <summary>
    /// How a figure stands to a fact: to its value, to each version of what is disputed, to both ends of a range and to each cell.
    /// </summary>
    public static Agreement Compare(TypedFigure figure, FactValue value)
    {
        if (figure.Value is RangeValue span) return value is RangeValue known ? Range(span, known) : Agreement.Unrelated;
        if (value is not (DisputedValue or RangeValue or EventValue or TableValue)) return Single(figure, value);
        var best = Agreement.Unrelated;
        foreach (var part in Parts(value))
            if (Single(figure, part) is var agreement && agreement > best) best = agreement;
        return best;
    }

    /// <summary>Two spans of years agree where both ends do.</summary>
    private static Agreement Range(RangeValue typed, RangeValue known) => (typed.Low, typed.High, known.Low, known.High) switch
    {
        (DateValue low, DateValue high, DateValue first, DateValue last) =>
            (Agreement)Math.Min((int)Date(low.Date, first.Date), (int)Date(high.Date, last.Date)),
        _ => Agreement.Unrelated,
    };

    /// <summary>The single values that a value is made of.</summary>
    public static IEnumerable<FactValue> Parts(FactValue value) => value switch
    {
        DisputedValue disputed => disputed.Versions.SelectMany(version => Parts(version.Value)),
        RangeValue { Low: NumberValue low, High: NumberValue high } => [low, high, .. Score(low.Figure.Number, high.Figure.Number)],
        RangeValue range => [range.Low, range.High],
        EventValue happening => [happening.When],
        TableValue table => table.Rows.SelectMany(row => row).SelectMany(Parts),
        _ => [value],
    };

    /// <summary>Two whole numbers, which a sheet reads as a range, are the score of a game where prose says so: "13–19".</summary>
    private static IEnumerable<FactValue> Score(decimal low, decimal high)
    {
        if (low == decimal.Truncate(low) && high == decimal.Truncate(high) && low >= 0 && high < ScoreEnd)
            yield return new VoteValue((int)low, (int)high);
    }

    /// <summary>No score has so many.</summary>
    private const decimal ScoreEnd = 1000;

    private static Agreement Single(TypedFigure figure, FactValue value) => (figure.Value, value) switch
    {
        (DateValue typed, DateValue known) => Date(typed.Date, known.Date),
        (DateValue typed, MomentValue known) => Date(typed.Date, Day(known)),
        (null, DateValue known) when figure.DayOfYear.Day > 0 => DayOfYear(figure.DayOfYear, known.Date),
        (null, MomentValue known) when figure.DayOfYear.Day > 0 => DayOfYear(figure.DayOfYear, Day(known)),
        (TimeValue typed, TimeValue known) => typed.Time == known.Time ? Agreement.Same : Agreement.Different,
        (TimeValue typed, MomentValue known) => typed.Time == known.Moment.TimeOfDay ? Agreement.Same : Agreement.Unrelated,
        (VoteValue typed, VoteValue known) => typed == known ? Agreement.Same
            : figure.IsScore && typed.For == known.Against && typed.Against == known.For ? Agreement.Unrelated
            : Agreement.Different,
        (NumberValue typed, NumberValue known) => Number(typed.Figure, known.Figure.Number),
        (NumberValue typed, QuantityValue { Unit.IsCount: true } known) =>
            !figure.IsAge && CountedNoun.Agrees(figure, known.Unit) ? Number(typed.Figure, known.Figure.Number) : Agreement.Unrelated,
        (NumberValue typed, QuantityValue { Unit.IsTime: true } known) when figure.IsAge => Number(typed.Figure, known.Figure.Number),
        (NumberValue typed, QuantityValue known) => OnlySame(Number(typed.Figure, known.Figure.Number)),
        (QuantityValue { Unit.IsCount: true } typed, QuantityValue { Unit.IsCount: true } known) when typed.Unit != known.Unit =>
            CountedNoun.Agrees(figure, known.Unit) ? Number(typed.Figure, known.Figure.Number) : Quantity(typed, known),
        (MoneyValue typed, MoneyValue known) when typed.Currency == known.Currency => Number(typed.Figure, known.Figure.Number),
        (QuantityValue typed, QuantityValue known) => Quantity(typed, known),
        (QuantityValue { Unit.IsCount: true } typed, NumberValue known) when CountedNoun.IsSingle(figure) =>
            Number(typed.Figure, known.Figure.Number),
        (QuantityValue { Unit.IsCount: true, Figure.Number: < 10 }, NumberValue) => Agreement.Unrelated,
        (QuantityValue typed, NumberValue known) => OnlySame(Number(typed.Figure, known.Figure.Number)),
        (DurationValue typed, DurationValue known) => Duration(typed.Total, known.Total),
        (QuantityValue typed, DurationValue known) => Quantity(typed, known.Total),
        _ => Agreement.Unrelated,
    };

    private static Agreement Duration(QuantityValue typed, QuantityValue known)
    {
        if (typed.Unit.Dimensions != known.Unit.Dimensions) return Agreement.Unrelated;
        return Math.Round(typed.Figure.Number - InUnit(typed, known), DurationPlaces) == 0 ? Agreement.Same : Agreement.Different;
    }

    /// <summary>To how many places spans of time are compared, since a minute is no whole part of an hour.</summary>
    private const int DurationPlaces = 6;

    private static PartialDate Day(MomentValue moment) => new(moment.Moment.Year, moment.Moment.Month, moment.Moment.Day);

    /// <summary>
    /// A typed date may be coarser than the fact; where it is finer and agrees as far as the fact goes, nothing can be said.
    /// </summary>
    private static Agreement Date(PartialDate typed, PartialDate known)
    {
        var agrees = typed.Year == known.Year && (typed.Month == 0 || known.Month == 0 || typed.Month == known.Month)
            && (typed.Day == 0 || known.Day == 0 || typed.Day == known.Day);
        if (!agrees) return Agreement.Different;
        return typed.Precision <= known.Precision ? Agreement.Same : Agreement.Unrelated;
    }

    private static Agreement DayOfYear((int Month, int Day) typed, PartialDate known) =>
        typed == (known.Month, known.Day) ? Agreement.Same : Agreement.Unrelated;

    private static Agreement Quantity(QuantityValue typed, QuantityValue known)
    {
        if ((typed.Unit.IsPercent && known.Unit.IsPoints) || (typed.Unit.IsPoints && known.Unit.IsPercent)) return Points(typed, known);
        if (known.Unit.IsPoints && typed.Unit.Single?.Dimension == PlainPoints) return OnlySame(Number(typed.Figure, known.Figure.Number));
        if (typed.Unit.IsPercent != known.Unit.IsPercent || typed.Unit.Dimensions != known.Unit.Dimensions
            || (known.Unit.Single?.Offset is not (null or 0) && typed.Unit != known.Unit))
            return Agreement.Unrelated;
        if (typed.Unit == known.Unit) return Number(typed.Figure, known.Figure.Number);
        if (Measures.Number(known.Figure.Number, known.Unit, typed.Unit) is not { } converted) return Agreement.Unrelated;
        var isSame = converted == known.Figure.Number;
        return Number(typed.Figure, isSame ? converted : Rounding.ToDigits(converted, known.Figure.SignificantDigits));
    }

    /// <summary>What "10 points" counts, which in the right sentence is percentage points.</summary>
    private static readonly string PlainPoints = Units.Noun("points").Dimension;

    /// <summary>A percentage with the number of a difference of percentages, or the other way round, is one taken for the other.</summary>
    private static Agreement Points(QuantityValue typed, QuantityValue known) =>
        typed.Figure.Number == known.Figure.Number ? Agreement.Different : Agreement.Unrelated;

    private static Agreement Number(Figure typed, decimal known)
    {
        if (typed.Number == known) return Agreement.Same;
        if (typed.Number == 0 || Math.Sign(typed.Number) != Math.Sign(known)) return Agreement.Different;
        var isRounded = Rounding.ToPlace(known, Place(typed)) == typed.Number
            && Math.Abs(typed.Number - known) <= Math.Abs(known) * Coarsest;
        return isRounded ? Agreement.Rounded : Agreement.Different;
    }

    /// <summary>By how much a rounded number is off at most: "ten" is not twelve.</summary>
    private const decimal Coarsest = 0.15m;

    /// <summary>The place that a typed figure is rounded to: zeros at its end count as rounding.</summary>
    public static int Place(Figure figure)
    {
        var digits = figure.Digits;
        return figure.LastPlace + (digits.Contains('.', StringComparison.Ordinal) ? 0 : digits.Length - digits.TrimEnd('0').Length);
    }

    private static Agreement OnlySame(Agreement agreement) => agreement == Agreement.Same ? agreement : Agreement.Unrelated;

    /// <summary>A typed figure, and the number of a value in its unit, where both are numbers.</summary>
    public static (Figure Typed, decimal Known)? Numbers(TypedFigure figure, FactValue value) => (figure.Value, value) switch
    {
        (NumberValue typed, NumberValue known) => (typed.Figure, known.Figure.Number),
        (NumberValue typed, QuantityValue known) => (typed.Figure, known.Figure.Number),
        (MoneyValue typed, MoneyValue known) => (typed.Figure, known.Figure.Number),
        (QuantityValue typed, QuantityValue known) => (typed.Figure, InUnit(typed, known)),
        _ => null,
    };

    private static decimal InUnit(QuantityValue typed, QuantityValue known) =>
        typed.Unit == known.Unit ? known.Figure.Number
            : Measures.Number(known.Figure.Number, known.Unit, typed.Unit) ?? known.Figure.Number;

    /// <summary>The words of a quotation without its punctuation.</summary>
    public static string Plain(string text)
    {
        var letters = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        var count = 0;
        foreach (var letter in text)
            if (char.IsLetterOrDigit(letter) || letter == ' ') letters[count++] = char.ToLowerInvariant(letter);
        return letters[..count].Trim(' ').ToString();
    }
}
