using System.Collections.Immutable;
using Explainers.Binding.Values;

namespace Explainers.Checking.Prose;

/// <summary>
/// The facts of a sheet by what they say and by the words of their labels, so that a figure is compared only with those that it can
/// agree or disagree with.
/// </summary>
internal sealed class FigureIndex
{
    /// <summary>By how much a figure that is rounded and then converted can be off.</summary>
    private const double Slack = 0.06;

    private readonly ImmutableArray<NamedFact> _facts;
    private readonly Dictionary<string, List<int>> _equals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _labels = new(StringComparer.Ordinal);
    private readonly (double Number, int Fact)[] _numbers;

    /// <summary>Takes the facts of a sheet.</summary>
    public FigureIndex(ImmutableArray<NamedFact> facts)
    {
        _facts = facts;
        var numbers = new List<(double, int)>();
        var uses = facts.SelectMany(fact => fact.All).CountBy(stem => stem, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        for (var i = 0; i < facts.Length; i++)
        {
            foreach (var part in FigureMatch.Parts(facts[i].Fact.Value)) Add(part, i, numbers);
            var words = facts[i].Telling.IsEmpty ? facts[i].All : facts[i].Telling;
            Add(_labels, words.IsEmpty ? "" : words.MinBy(stem => uses[stem])!, i);
        }
        _numbers = [.. numbers.OrderBy(entry => entry.Item1)];
    }

    /// <summary>The facts that a figure can be the value of, in order; some of them may not be.</summary>
    public IEnumerable<NamedFact> Agreeing(TypedFigure figure)
    {
        var found = new SortedSet<int>();
        foreach (var key in Keys(figure.Value)) found.UnionWith(_equals.GetValueOrDefault(key, []));
        if (figure.DayOfYear.Day > 0) found.UnionWith(_equals.GetValueOrDefault(DayKey(figure.DayOfYear), []));
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
        return found.Select(fact => _facts[fact]);
    }

    /// <summary>The facts that say something of the kind that a figure is, in order.</summary>
    public IEnumerable<NamedFact> Comparable(TypedFigure figure) =>
        figure.Value is { } value ? _kinds.GetValueOrDefault(Kind(value), []).Select(fact => _facts[fact]) : [];

    /// <summary>The facts whose labels may stand among some words, given by their stems, in order.</summary>
    public IEnumerable<NamedFact> Labelled(HashSet<string> stems) =>
        stems.Append("").SelectMany(stem => _labels.GetValueOrDefault(stem, [])).Order().Select(fact => _facts[fact]);

    private void Add(FactValue part, int fact, List<(double, int)> numbers)
    {
        Add(_kinds, Kind(part), fact);
        if (part is MomentValue) Add(_kinds, "date", fact);
        if (part is DurationValue duration) Add(_kinds, Kind(duration.Total), fact);
        foreach (var key in Keys(part)) Add(_equals, key, fact);
        if (part is DateValue { Date: { Day: > 0 } date }) Add(_equals, DayKey((date.Month, date.Day)), fact);
        if (part is MomentValue { Moment: var moment }) Add(_equals, DayKey((moment.Month, moment.Day)), fact);
        if (Measured(part) is not var (figure, unit)) return;
        numbers.Add(((double)figure.Number, fact));
        if (Base(figure, unit) is { } whole) numbers.Add((whole, fact));
    }

    private static void Add(Dictionary<string, List<int>> facts, string key, int fact)
    {
        if (!facts.TryGetValue(key, out var known)) facts[key] = known = [];
        if (known.Count == 0 || known[^1] != fact) known.Add(fact);
    }

    /// <summary>What two values have in common that are the same and no numbers; dates agree at least in their year.</summary>
    private static IEnumerable<string> Keys(FactValue? value)
    {
        if (value is DateValue date) yield return $"year {date.Date.Year}";
        if (value is MomentValue moment) yield return $"year {moment.Moment.Year}";
        if (value is MomentValue { Moment: var at }) yield return $"time {at.Hour}:{at.Minute}";
        if (value is TimeValue { Time: var time }) yield return $"time {time.Hour}:{time.Minute}";
        if (value is VoteValue vote) yield return $"vote {vote.For}:{vote.Against}";
        if (value is QuoteValue or TextValue) yield return "quotation";
    }

    private static string DayKey((int Month, int Day) day) => $"day {day.Month}-{day.Day}";

    /// <summary>What kind of value it is: two of one kind that are not the same disagree.</summary>
    private static string Kind(FactValue value) => value switch
    {
        NumberValue => "number",
        MoneyValue money => money.Currency,
        QuantityValue quantity => $"quantity {quantity.Unit.IsPercent} {quantity.Unit.Dimensions}",
        DateValue => "date",
        _ => value.GetType().Name,
    };

    private static (Figure Figure, Unit Unit)? Measured(FactValue? value) => value switch
    {
        NumberValue number => (number.Figure, Unit.None),
        MoneyValue money => (money.Figure, Unit.None),
        QuantityValue quantity => (quantity.Figure, quantity.Unit),
        DurationValue duration => (duration.Total.Figure, duration.Total.Unit),
        _ => null,
    };

    private static double? Base(Figure figure, Unit unit) => (double?)Measures.Number(figure.Number, unit, Unit.None);

    private void Within(double low, double high, SortedSet<int> found)
    {
        var (first, end) = (0, _numbers.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (_numbers[middle].Number < low) first = middle + 1;
            else end = middle;
        }
        for (var i = first; i < _numbers.Length && _numbers[i].Number <= high; i++) found.Add(_numbers[i].Fact);
    }
}
