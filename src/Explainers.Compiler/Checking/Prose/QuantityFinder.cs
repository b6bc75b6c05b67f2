using System.Collections.Frozen;
using Explainers.Facts;
using Explainers.Parsing.Text;

namespace Explainers.Checking.Prose;

/// <summary>Finds numbers, sums of money, quantities, votes, spans of time and single years.</summary>
internal sealed partial class QuantityFinder(TokenText text, Traps traps)
{
    /// <summary>The most words that the name of a unit has.</summary>
    private const int LongestUnit = 3;

    private static readonly FrozenDictionary<string, Unit>.AlternateLookup<ReadOnlySpan<char>> ByName = Units.Named
        .ToFrozenDictionary(named => named.Key, named => Unit.Of(named.Value), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The first words of units that have several, such as "square".</summary>
    private static readonly WordTable<bool> Compound = Vocabulary.Set(string.Join(' ', Units.Named.Select(named => named.Key)
        .Where(name => name.AsSpan().ContainsAny(" /-·")).Select(name => new string([.. name.TakeWhile(char.IsLetter)]).ToLowerInvariant())
        .Where(word => word.Length > 0)));

    private static readonly int LongestName = Units.Named.Max(named => named.Key.Length);

    /// <summary>Looks at one token, and adds what begins there.</summary>
    /// <returns>The token to look at next.</returns>
    public int At(int i, Func<(TypedFigure, int), int> add)
    {
        if (Signed(i) is { } signed) return add(signed);
        if (text[i].Kind == TokenKind.Sign) return i + 1;
        if (NumberReader.Read(text, i) is not { } number) return text.IsNumber(i) ? traps.Run(i) : i + 1;
        if (number.IsWord && (IsManner(i, number) || (traps.IsLabel(i - 1) && !IsPlural(text, number.Next)))) return number.Next;
        if (!number.IsWord && (traps.IsCalibre(number.Next) || text.Span(number.Next) is "Cent")) return number.Next + 1;
        if (traps.IsThrow(number.Next) || traps.IsRace(number.Next)) return number.Next + 1;
        var measured = Measured(i, number);
        if (number.IsWord)
        {
            var isSmall = number is { Scale: "", Unscaled: < 10 } && !SmallNumbers.IsFigure(text, i, number.Next);
            return measured is { } spoken ? add(spoken)
                : isSmall ? Small(i, number, add)
                : IsHyphened(number.Next) ? traps.Run(i)
                : add(Counted(i, number));
        }
        if (measured is null && Glued(i, number) is var (glued, end)) return glued is null ? end : add((glued, end));
        var isMeasured = measured is not null || number.Scale.Length > 0 || text.Span(i).Contains(',');
        if (traps.IsOrdinal(number.Next)) return number.Next + 1;
        if (traps.Telephone(i) is > 0 and var behind) return behind;
        if (measured is null && traps.IsEdition(i, number.Next) && Year(i) is var (edition, after))
            return add((edition with { IsSmall = true }, after));
        if (traps.Catches(i, number.Next, isMeasured)) return traps.Run(i);
        return add(measured ?? Year(i) ?? Counted(i, number));
    }

    /// <summary>Whether a word is one that counts behind a number: a unit, a letter for a scale, the s of a decade.</summary>
    public static bool IsUnitWord(TokenText text, int i) =>
        UnitAt(text, i, 1) is not null || text.IsIn(i, Vocabulary.Scales) || text.Span(i) is "k" or "m" or "b"
            || (text.Span(i) is "K" && Currencies.CodeOf(text.Sign(i - 2)) is not null)
            || text.IsLower(i, "am", "pm");

    /// <summary>A number with the short form of a unit right behind it, or the name of something by its calibre.</summary>
    private (TypedFigure? Figure, int Next)? Glued(int i, ProseNumber number)
    {
        var at = number.Next;
        if (text[at] is not { Kind: TokenKind.Word, IsSpaced: false } || !FigureWords.Glued.Contains(text.Span(at))) return null;
        if (!text[i].IsSpaced && i > 0 && (text[i - 1].Kind == TokenKind.Word || text.Sign(i - 1) is '-' or '‑')) return null;
        return (Figure(FigureKind.Quantity, i, at + 1, null), at + 1);
    }

    /// <summary>Whether a word can be what is counted.</summary>
    public static bool IsNoun(TokenText text, int i) =>
        text[i] is { Kind: TokenKind.Word, IsSpaced: true } && (!text.Language.IsEnglish || char.IsLower(text.Span(i)[0]))
            && !text.IsIn(i, Vocabulary.Functions) && text[i].Length > 1;

    /// <summary>Whether a word can be many of what is counted.</summary>
    public static bool IsPlural(TokenText text, int i) => IsNoun(text, i) && text.Span(i) is [.., 's'] or "people" or "men" or "women";

    /// <summary>A sign of a currency, or its code, before a number.</summary>
    private (TypedFigure, int)? Signed(int i)
    {
        var code = text[i] switch
        {
            { Kind: TokenKind.Sign, Length: 1 } => Currencies.CodeOf(text.Span(i)[0]),
            { Kind: TokenKind.Word, Length: 3 } when text[i + 1].IsSpaced && Currencies.IsKnown(text.Span(i)) =>
                text.Span(i).ToString(),
            _ => null,
        };
        if (code is null || NumberReader.Read(text, i + 1) is not { IsWord: false } number) return null;
        var first = i;
        if (text.Is(i, '$') && Dollars(i) is { } of) (code, first) = (of, i - 1);
        return (Figure(FigureKind.Money, first, number.Next, new MoneyValue(Of(number), code)), number.Next);
    }

    /// <summary>Whose dollars they are: "US$5m", "A$300".</summary>
    private string? Dollars(int i) => text[i].IsSpaced || text[i - 1].Kind != TokenKind.Word ? null : text.Span(i - 1) switch
    {
        "US" => "USD",
        "A" or "AU" => "AUD",
        "C" or "CA" => "CAD",
        "HK" => "HKD",
        "NZ" => "NZD",
        "S" => "SGD",
        "R" => "BRL",
        "NT" => "TWD",
        _ => null,
    };

    /// <summary>A number with what it measures.</summary>
    private (TypedFigure, int)? Measured(int i, ProseNumber number) =>
        Percentage(i, number) ?? Fraction(i, number) ?? Sum(i, number) ?? Measure(i, number) ?? Pair(i, number);

    private (TypedFigure, int)? Percentage(int i, ProseNumber number)
    {
        var at = Hyphen(number.Next);
        var isWord = text.Is(at, '%') || text.Is(at, "percent") || text.Is(at, "percentage") || text.Is(at, "percentagepoints");
        var last = isWord ? at : text.Is(at, "per") && text.Is(at + 1, "cent") ? at + 1 : -1;
        if (last < 0) return null;
        var behind = text.Is(last + 1, '-') && !text[last + 1].IsSpaced ? last + 2 : last + 1;
        var isWhole = text.Is(at, "percentagepoints");
        var isPoints = isWhole || text.IsLower(behind, "point", "points");
        if (text.Is(at, "percentage") && !isPoints) return null;
        if (isPoints && !isWhole) last = behind;
        return (Figure(FigureKind.Quantity, i, last + 1, new QuantityValue(Of(number), isPoints ? Unit.Points : Unit.Percent)), last + 1);
    }

    private (TypedFigure, int)? Fraction(int i, ProseNumber number)
    {
        var at = Hyphen(number.Next);
        if (!text.IsIn(at, Vocabulary.Fractions) || number.Unscaled is < 2 or > 9) return null;
        return (Figure(FigureKind.Quantity, i, at + 1, null), at + 1);
    }

    private (TypedFigure, int)? Sum(int i, ProseNumber number)
    {
        var isNation = text.Is(number.Next, "US") || text.Is(number.Next, "Swiss") || text.Is(number.Next, "Russian")
            || text.Is(number.Next, "British");
        var at = !isNation ? Hyphen(number.Next) : text.Is(number.Next + 1, '-') ? number.Next + 2 : number.Next + 1;
        if (text[at].Kind != TokenKind.Word || (text.IsName(at) && text.IsName(at + 1) && text.IsName(i - 1))) return null;
        var isCode = Currencies.IsKnown(text.Span(at));
        if (!Vocabulary.Currencies.TryGet(text.Span(at), out var code) && !isCode) return null;
        if (text.IsLower(at, "pound", "pounds") && Weighs(i))
            return (Figure(FigureKind.Quantity, i, at + 1, new QuantityValue(Of(number), Unit.Of(Units.Atom("lb")!))), at + 1);
        if (isCode) code = text.Span(at).ToString();
        FactValue value = Currencies.IsKnown(code)
            ? new MoneyValue(Of(number), code)
            : new QuantityValue(Of(number), Unit.Of(Units.Atom(code)!));
        return (Figure(FigureKind.Money, i, at + 1, value), at + 1);
    }

    /// <summary>Whether the words before a number weigh something, so that pounds are no money.</summary>
    private bool Weighs(int i)
    {
        for (var before = i - 1; before >= i - WeighingReach; before--)
            if (text.IsIn(before, Weighing)) return true;
        return false;
    }

    /// <summary>How far before pounds a word weighs them.</summary>
    private const int WeighingReach = 4;

    private static readonly WordTable<bool> Weighing = Vocabulary.Set("weigh weighs weighed weighing weight heavy");

    private (TypedFigure, int)? Measure(int i, ProseNumber number)
    {
        if (UnitBehind(number.Next) is not var (unit, next)) return null;
        if (text.Is(i, "one") && unit.Single?.Key == "day") return null;
        var part = new QuantityValue(Of(number), unit);
        if (unit.Single?.Symbol == "ft" && Inches(number, next) is var (height, behind))
            return (Figure(FigureKind.Quantity, i, behind, height), behind);
        if (!unit.IsTime || Smaller(next, unit) is not var (rest, end)) return (Figure(FigureKind.Quantity, i, next, part), next);
        return (Figure(FigureKind.Quantity, i, end, new DurationValue([part, rest], Approximation.Exact)), end);
    }

    /// <summary>The minutes behind hours: "2 hours 45 minutes", "2 hours and 45 minutes".</summary>
    private (QuantityValue, int)? Smaller(int i, Unit larger)
    {
        var at = text.Is(i, "and") ? i + 1 : i;
        if (NumberReader.Read(text, at) is not { } number || UnitBehind(number.Next) is not var (unit, next)) return null;
        return unit.IsTime && unit.Dimensions == larger.Dimensions && unit.Factor < larger.Factor
            ? (new QuantityValue(Of(number), unit), next)
            : null;
    }

    /// <summary>The inches behind feet: "5ft 9ins".</summary>
    private (QuantityValue, int)? Inches(ProseNumber feet, int i)
    {
        if (!text.IsNumber(i) || NumberReader.Read(text, i) is not { } inches) return null;
        if (!text.IsLower(inches.Next, "in", "ins") && !text.IsLower(inches.Next, "inch", "inches")) return null;
        var total = (feet.Unscaled * 12) + inches.Unscaled;
        return (new QuantityValue(Facts.Figure.Of(total), Unit.Of(Units.Atom("in")!)), inches.Next + 1);
    }

    private (Unit, int)? UnitBehind(int i)
    {
        var at = Hyphen(i);
        for (var words = LongestUnit; words > 0; words--)
        {
            if (UnitAt(text, at, words) is not { } unit) continue;
            var next = at + words;
            if (text.Is(next, '/') && !text[next].IsSpaced && UnitAt(text, next + 1, 1) is { } below)
                return (unit.Times(below, -1), next + 2);
            return (unit, next);
        }
        return null;
    }

    /// <summary>A unit of some words; letters that are words of their own, such as "in", are not taken for one.</summary>
    private static Unit? UnitAt(TokenText text, int i, int words)
    {
        if (i >= text.Count || i + words > text.Count) return null;
        if (words > 1 && text[i].Kind == TokenKind.Word && !text.IsIn(i, Compound)) return null;
        var name = words == 1 ? text.Span(i) : text.Text.AsSpan(text[i].Start..text[i + words - 1].End);
        if (name.Length > LongestName || name is "in" or "s" or "d" or "l" or "L" or "K" or "second" or "pound" or "pounds" or "%"
            or "W" or "J" or "N" or "°" or "Mt" or "TB" or "PB" or "bar" or "bit" or "bits" or "bp")
            return null;
        if (ByName.TryGetValue(name, out var unit)) return unit;
        if (name.Length <= 3) return null;
        Span<char> lower = stackalloc char[name.Length];
        WordTable<Unit>.ToLower(name, lower);
        return ByName.TryGetValue(lower, out unit) ? unit : null;
    }

    private (TypedFigure, int)? Year(int i)
    {
        if (!DateFinder.IsYear(text, i) || text.Span(i).Contains(',')) return null;
        var isBefore = text.IsIn(i - 1, Vocabulary.BeforeYears) || (text.Language.IsEnglish && text.IsIn(i - 1, Vocabulary.Articles));
        if (!isBefore && IsNoun(text, i + 1)) return null;
        var year = int.Parse(text.Span(i));
        return (Figure(FigureKind.Date, i, i + 1, new DateValue(new PartialDate(year, 0, 0))), i + 1);
    }

    private int Small(int i, ProseNumber number, Func<(TypedFigure, int), int> add)
    {
        var (figure, next) = Counted(i, number);
        var isCount = figure.Value is QuantityValue || NamesMany(number.Next);
        if (isCount && !text.Is(i, "one")) return add((figure with { IsSmall = true }, next));
        return IsHyphened(number.Next) ? traps.Run(i) : number.Next;
    }

    /// <summary>Whether names end in what is counted: "seven Air Force planes", "three other members".</summary>
    private bool NamesMany(int i)
    {
        while (text.IsName(i) || text.IsIn(i, CountedNoun.Passed)) i++;
        return IsPlural(text, i);
    }

    private (TypedFigure, int) Counted(int i, ProseNumber number)
    {
        var at = Hyphen(number.Next);
        var isHyphened = at > number.Next;
        var isAlone = isHyphened ? text[at].Kind != TokenKind.Word : !IsNoun(text, at) || CountedNoun.IsVerb(text, at);
        if (isAlone)
            return (Figure(FigureKind.Quantity, i, number.Next, new NumberValue(Of(number))), number.Next);
        return (Figure(FigureKind.Quantity, i, at + 1, new QuantityValue(Of(number), Unit.Of(Units.Noun(text.Lower(at))))), at + 1);
    }

    /// <summary>"a thousand thanks", "one in a million", "Group of Twenty".</summary>
    private bool IsManner(int i, ProseNumber number)
    {
        if (text.IsName(i) && !text.BeginsSentence(i)) return true;
        if (text.Is(i - 1, "top")) return true;
        if (text.Is(i, "a") && text.Is(i - 1, "in") && text.Is(i - 2, "one")) return true;
        return text.Is(i, "a") && text.IsIn(number.Next, Vocabulary.Idioms);
    }

    /// <summary>Whether a word in a compound follows: "twenty-first", "fifty-fifty".</summary>
    private bool IsHyphened(int i) => text.Is(i, '-') && !text[i].IsSpaced;

    /// <summary>The token behind a hyphen that joins a number to what it counts, or the same token where there is none.</summary>
    private int Hyphen(int i) =>
        text.Sign(i) is '-' or '‑' && !text[i].IsSpaced && text[i + 1] is { Kind: TokenKind.Word, IsSpaced: false } ? i + 1 : i;

    private static Figure Of(ProseNumber number) => new(number.Digits, number.Scale, Approximation.Exact);

    private TypedFigure Figure(FigureKind kind, int first, int next, FactValue? value)
    {
        // A minus belongs to the figure where it stands before it and behind white space.
        var start = first > 0 && text.Sign(first - 1) is '-' or '−' && text[first - 1].IsSpaced && !text[first].IsSpaced
            ? text[first - 1].Start
            : text[first].Start;
        return new TypedFigure(kind, start, text[next - 1].End, value);
    }
}
