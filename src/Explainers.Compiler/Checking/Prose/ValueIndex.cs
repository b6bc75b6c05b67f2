using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>Values by what they say, so that a figure is compared only with those that it can agree with.</summary>
internal sealed class ValueIndex
{
    /// <summary>How many values a figure is compared with; what agrees with more of them tells nothing.</summary>
    public const int Most = 200;

    /// <summary>How many words in a row quotations have in common, unless one is shorter.</summary>
    private const int SharedWords = 3;

    /// <summary>By how much a figure that is rounded and then converted can be off.</summary>
    private const double Slack = 0.06;

    private readonly Dictionary<Said, List<int>> _equals = [];
    private readonly (double Number, int Owner)[] _numbers;

    /// <summary>How many words in a row there are of quotations, as bits.</summary>
    private readonly int _rows;

    /// <summary>Takes single values, each with the number of what it belongs to, which do not fall.</summary>
    public ValueIndex(IEnumerable<(FactValue Value, int Owner)> values)
    {
        var numbers = new List<(double, int)>();
        foreach (var (value, owner) in values)
        {
            foreach (var key in SaidBy(value)) Add(key, owner);
            if (value is QuoteValue { Text: var text }) _rows |= 1 << Math.Min(SharedWords, Words(text).Length);
            if (Measured(value) is not var (figure, unit)) continue;
            numbers.Add(((double)figure.Number, owner));
            if (Base(figure, unit) is { } whole) numbers.Add((whole, owner));
        }
        _numbers = [.. numbers.OrderBy(entry => entry.Item1)];
    }

    /// <summary>What a figure can agree with, in order; some of it may not agree.</summary>
    public List<int> Agreeing(TypedFigure figure)
    {
        var found = new List<int>();
        foreach (var key in Asked(figure))
            if (_equals.TryGetValue(key, out var known)) found.AddRange(known);
        if (Measured(figure.Value) is var (typed, unit))
        {
            var (number, half) = ((double)typed.Number, 0.5 * Math.Pow(10, FigureMatch.Place(typed)));
            Within(number - half, number + half, found);
            if (Base(typed, unit) is { } whole && number != 0)
            {
                var reach = (half * Math.Abs(whole / number)) + (Slack * Math.Abs(whole));
                Within(whole - reach, whole + reach, found);
            }
        }
        Order(found);
        return found;
    }

    /// <summary>Puts numbers in order, each once.</summary>
    public static void Order(List<int> numbers)
    {
        numbers.Sort();
        if (numbers.Count < 2) return;
        var count = 1;
        for (var i = 1; i < numbers.Count; i++)
            if (numbers[i] != numbers[count - 1]) numbers[count++] = numbers[i];
        numbers.RemoveRange(count, numbers.Count - count);
    }

    private void Add(Said key, int owner)
    {
        if (!_equals.TryGetValue(key, out var known)) _equals[key] = known = [];
        if (known.Count < Most && (known.Count == 0 || known[^1] != owner)) known.Add(owner);
    }

    /// <summary>What a value says that is no number: a day also says its month and its year.</summary>
    private static IEnumerable<Said> SaidBy(FactValue value) => value switch
    {
        DateValue { Date: var date } => Days(date.Year, date.Month, date.Day),
        MomentValue { Moment: var at } => Days(at.Year, at.Month, at.Day).Append(Said.Time(at.Hour, at.Minute)),
        QuoteValue { Text: var text } => Rows(Words(text), SharedWords),
        _ => Other(value),
    };

    /// <summary>What a figure asks for: a month agrees with its days, and a day with itself alone.</summary>
    private IEnumerable<Said> Asked(TypedFigure figure) => figure switch
    {
        { DayOfYear: { Day: > 0 } day } => [Said.DayOfYear(day.Month, day.Day)],
        { Value: DateValue { Date: var date } } => [Said.Date(date.Year, date.Month, date.Day)],
        { Value: RangeValue { Low: DateValue { Date: var date } } } => [Said.Date(date.Year, date.Month, date.Day)],
        { Value: TextValue { Text: var text } } => UpTo(text),
        { Value: { } value } => Other(value),
        _ => [],
    };

    private static Said[] Other(FactValue value) => value switch
    {
        TimeValue { Time: var time } => [Said.Time(time.Hour, time.Minute)],
        VoteValue vote => [new Said(SaidKind.Vote, vote.For, vote.Against)],
        _ => [],
    };

    private static string[] Words(string text) => FigureMatch.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private IEnumerable<Said> UpTo(string text)
    {
        if (_rows == 0) return [];
        var words = Words(text);
        return Enumerable.Range(1, SharedWords).Where(length => (_rows & (1 << length)) != 0).SelectMany(length => Rows(words, length));
    }

    /// <summary>So many words in a row, from each word on; all of them where there are fewer.</summary>
    private static Said[] Rows(string[] words, int length)
    {
        var hashes = Array.ConvertAll(words, Hash);
        var rows = new Said[Math.Max(1, words.Length - length + 1)];
        for (var first = 0; first < rows.Length; first++)
            rows[first] = new Said(SaidKind.Words, At(first), length > 1 ? At(first + 1) : 0, length > 2 ? At(first + 2) : 0);
        return rows;

        int At(int i) => i < hashes.Length ? hashes[i] : 0;
    }

    /// <summary>A number for a word; two words may share one, since what is found is compared word by word.</summary>
    private static int Hash(string word)
    {
        var hash = 2166136261u;
        foreach (var letter in word) hash = (hash ^ letter) * 16777619u;
        return (int)hash;
    }

    private static IEnumerable<Said> Days(int year, int month, int day)
    {
        yield return Said.Date(year, 0, 0);
        if (month > 0) yield return Said.Date(year, month, 0);
        if (day == 0) yield break;
        yield return Said.Date(year, month, day);
        yield return Said.DayOfYear(month, day);
    }

    private static (Figure Figure, Unit Unit)? Measured(FactValue? value) => value switch
    {
        NumberValue number => (number.Figure, Unit.None),
        MoneyValue money => (money.Figure, Unit.None),
        QuantityValue quantity => (quantity.Figure, quantity.Unit),
        DurationValue duration => (duration.Total.Figure, duration.Total.Unit),
        _ => null,
    };

    private static double? Base(Figure figure, Unit unit) => (double?)Measures.Number(figure.Number, unit, Unit.None);

    private void Within(double low, double high, List<int> found)
    {
        var (first, end) = (0, _numbers.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (_numbers[middle].Number < low) first = middle + 1;
            else end = middle;
        }
        for (var i = first; i < _numbers.Length && i < first + Most && _numbers[i].Number <= high; i++) found.Add(_numbers[i].Owner);
    }

    private enum SaidKind
    {
        Date,
        DayOfYear,
        Time,
        Vote,
        Words,
    }

    /// <summary>Something that is said exactly.</summary>
    private readonly record struct Said(SaidKind Kind, int First, int Second, int Third = 0)
    {
        public static Said Date(int year, int month, int day) => new(SaidKind.Date, year, month, day);

        public static Said DayOfYear(int month, int day) => new(SaidKind.DayOfYear, month, day);

        public static Said Time(int hour, int minute) => new(SaidKind.Time, hour, minute);
    }
}
