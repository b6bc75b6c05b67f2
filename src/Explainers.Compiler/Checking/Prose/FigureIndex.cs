using System.Collections.Immutable;
using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>
/// The facts of a sheet by what they say and by the words of their labels, so that a figure is compared only with those that it can
/// agree or disagree with.
/// </summary>
internal sealed class FigureIndex
{
    private readonly ImmutableArray<NamedFact> _facts;
    private readonly ValueIndex _values;
    private readonly Dictionary<string, List<int>> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _labels = new(StringComparer.Ordinal);

    /// <summary>Takes the facts of a sheet.</summary>
    public FigureIndex(ImmutableArray<NamedFact> facts)
    {
        _facts = facts;
        _values = new ValueIndex(facts.SelectMany((fact, i) => FigureMatch.Parts(fact.Fact.Value).Select(part => (part, i))));
        var uses = facts.SelectMany(fact => fact.All).CountBy(stem => stem, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        for (var i = 0; i < facts.Length; i++)
        {
            foreach (var part in FigureMatch.Parts(facts[i].Fact.Value))
                foreach (var kind in Kinds(part)) Add(_kinds, kind, i);
            var words = facts[i].Telling.IsEmpty ? facts[i].All : facts[i].Telling;
            Add(_labels, words.IsEmpty ? "" : words.MinBy(stem => uses[stem])!, i);
        }
    }

    /// <summary>The facts that a figure can be the value of, in order; some of them may not be.</summary>
    public IEnumerable<NamedFact> Agreeing(TypedFigure figure) => _values.Agreeing(figure).Select(fact => _facts[fact]);

    /// <summary>The facts that say something of the kind that a figure is, in order.</summary>
    public IEnumerable<NamedFact> Comparable(TypedFigure figure) =>
        figure.Value is { } value ? _kinds.GetValueOrDefault(Kind(value), []).Select(fact => _facts[fact]) : [];

    /// <summary>The facts whose labels may stand among some words, given by their stems, in order.</summary>
    public IEnumerable<NamedFact> Labelled(HashSet<string> stems) =>
        stems.Append("").SelectMany(stem => _labels.GetValueOrDefault(stem, [])).Order().Select(fact => _facts[fact]);

    private static void Add(Dictionary<string, List<int>> facts, string key, int fact)
    {
        if (!facts.TryGetValue(key, out var known)) facts[key] = known = [];
        if (known.Count < ValueIndex.Most && (known.Count == 0 || known[^1] != fact)) known.Add(fact);
    }

    /// <summary>What kinds of figures can disagree with a value.</summary>
    private static IEnumerable<string> Kinds(FactValue value) => value switch
    {
        MomentValue => [Kind(value), "date"],
        DurationValue duration => [Kind(value), Kind(duration.Total)],
        _ => [Kind(value)],
    };

    /// <summary>What kind of value it is: two of one kind that are not the same disagree.</summary>
    private static string Kind(FactValue value) => value switch
    {
        NumberValue => "number",
        MoneyValue money => money.Currency,
        QuantityValue quantity => $"quantity {quantity.Unit.IsPercent} {quantity.Unit.Dimensions}",
        DateValue => "date",
        _ => value.GetType().Name,
    };
}
