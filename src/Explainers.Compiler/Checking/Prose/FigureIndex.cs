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
    private readonly Dictionary<Kind, List<int>> _kinds = [];
    private readonly List<int>?[] _labels;
    private readonly List<int> _unlabelled = [];

    /// <summary>Takes the facts of a sheet.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="stems">How many stems their labels have.</param>
    public FigureIndex(ImmutableArray<NamedFact> facts, int stems)
    {
        _facts = facts;
        _values = new ValueIndex(facts.SelectMany((fact, i) => FigureMatch.Parts(fact.Fact.Value).Select(part => (part, i))));
        _labels = new List<int>?[stems];
        for (var i = 0; i < facts.Length; i++)
        {
            foreach (var part in FigureMatch.Parts(facts[i].Fact.Value))
                foreach (var kind in Kinds(part)) Add(OfKind(kind), i);
            if (facts[i].Fact.Value is RangeValue) Add(OfKind(KindOf(facts[i].Fact.Value)), i);
            foreach (var stem in facts[i].Telling) Add(_labels[stem] ??= [], i);
            if (facts[i].Telling.IsEmpty) Add(_unlabelled, i);
        }
    }

    /// <summary>The facts that a figure can be the value of, in order; some of them may not be.</summary>
    public List<int> Agreeing(TypedFigure figure) => _values.Agreeing(figure);

    /// <summary>The fact at a place.</summary>
    public NamedFact this[int place] => _facts[place];

    /// <summary>The facts that say something of the kind that a figure is, in order.</summary>
    public List<int> Comparable(TypedFigure figure) =>
        figure.Value is not null && _kinds.TryGetValue(KindOf(figure.Value), out var known) ? known : None;

    private static readonly List<int> None = [];

    /// <summary>The places of the facts that count something.</summary>
    public List<int> Counts => _kinds.TryGetValue(Kind.Counted, out var known) ? known : None;

    /// <summary>Adds the facts whose labels have a word in a sentence, and those whose labels say nothing.</summary>
    public void Meant(SentenceStems stems, List<int> found)
    {
        found.AddRange(_unlabelled);
        for (var i = 0; i < stems.All.Length; i++)
        {
            var stem = stems.All[i];
            if (stem == StemNumbers.None || _labels[stem] is not { } labelled || stems.All[..i].Contains(stem)) continue;
            found.AddRange(labelled);
        }
    }

    private List<int> OfKind(Kind kind) => _kinds.TryGetValue(kind, out var known) ? known : _kinds[kind] = [];

    private static void Add(List<int> facts, int fact)
    {
        if (facts.Count < ValueIndex.Most && (facts.Count == 0 || facts[^1] != fact)) facts.Add(fact);
    }

    /// <summary>What kinds of figures can disagree with a value.</summary>
    private static IEnumerable<Kind> Kinds(FactValue value) => value switch
    {
        MomentValue => [KindOf(value), Kind.Date],
        DurationValue duration => [KindOf(value), KindOf(duration.Total)],
        _ => [KindOf(value)],
    };

    private static Kind KindOf(FactValue value) => value switch
    {
        MoneyValue money => new(typeof(MoneyValue), money.Currency, false),
        QuantityValue { Unit.IsCount: true } => new(typeof(QuantityValue), Units.Counted, false),
        QuantityValue quantity => new(typeof(QuantityValue), quantity.Unit.Dimensions, quantity.Unit.IsPercent),
        _ => new(value.GetType(), "", false),
    };

    /// <summary>What kind of value it is: two of one kind that are not the same disagree.</summary>
    private readonly record struct Kind(Type Type, string Measured, bool IsPercent)
    {
        public static Kind Counted { get; } = new(typeof(QuantityValue), Units.Counted, false);

        public static Kind Date { get; } = new(typeof(DateValue), "", false);
    }
}
