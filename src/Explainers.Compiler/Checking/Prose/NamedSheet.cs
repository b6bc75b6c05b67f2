using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>A sheet as prose may name it: its title and aliases, and the labels of its facts.</summary>
internal sealed class NamedSheet
{
    private readonly (ImmutableArray<FactValue> Values, ValueIndex Index) _former;

    /// <summary>Takes the names of a sheet, and its facts.</summary>
    public NamedSheet(FactSheet sheet, IEnumerable<Fact> facts)
    {
        Names = NamesOf(sheet);
        var own = Names.SelectMany(words => words).Select(Stems.Of).ToHashSet(StringComparer.Ordinal);
        var measured = facts.Where(fact => fact.Value is not (ActorValue or PlaceValue or TermValue or TextValue)).ToArray();
        var labels = Array.ConvertAll(measured, fact => WordsOf(fact.Label));
        Stemming = new StemNumbers(labels.SelectMany(label => label).Select(Stems.Of).Where(stem => stem.Length > 0));
        var isOwn = own.Select(stem => Stemming.Find(stem)).ToHashSet();
        Facts = [.. measured.Select((fact, place) => new NamedFact(fact, place, labels[place], Stemming, isOwn))];
        Index = new FigureIndex(Facts, Stemming.Count);
        _former = Former([.. Facts.SelectMany(fact => fact.Fact.Changes).Select(change => change.Was)]);
    }

    /// <summary>Its title and aliases, each in tokens.</summary>
    public ImmutableArray<ImmutableArray<string>> Names { get; }

    /// <summary>Its facts by what they say.</summary>
    public FigureIndex Index { get; }

    /// <summary>The stems of its labels.</summary>
    public StemNumbers Stemming { get; }

    /// <summary>The title and aliases of a sheet, each in tokens.</summary>
    public static ImmutableArray<ImmutableArray<string>> NamesOf(FactSheet sheet)
    {
        var title = sheet.Title.StartsWith("The ", StringComparison.Ordinal) ? sheet.Title[4..] : sheet.Title;
        return [.. sheet.Aliases.Append(title).Select(WordsOf).Where(words => words.Length > 0)];
    }

    /// <summary>Those of its facts that a figure can agree or disagree with.</summary>
    public ImmutableArray<NamedFact> Facts { get; }

    /// <summary>Whether a figure says what one of its facts said before a change.</summary>
    public bool SaidOnce(TypedFigure figure)
    {
        var (values, index) = _former;
        foreach (var former in index.Agreeing(figure))
            if (FigureMatch.Compare(figure, values[former]) >= Agreement.Rounded) return true;
        return false;
    }

    private static (ImmutableArray<FactValue> Values, ValueIndex Index) Former(ImmutableArray<FactValue> values) =>
        (values, new ValueIndex(values.SelectMany((value, i) => FigureMatch.Parts(value).Select(part => (part, i)))));

    /// <summary>Where a sentence names the sheet: the first and the last token of the name, or null.</summary>
    public (int First, int Last)? NamedIn(TokenText text, int first, int end)
    {
        foreach (var name in Names)
        {
            if (Find(text, first, end, name) is >= 0 and var at) return (at, at + name.Length - 1);
        }
        return null;
    }

    /// <summary>The token at which some words stand in a row, or -1.</summary>
    public static int Find(TokenText text, int first, int end, ImmutableArray<string> words)
    {
        for (var i = first; i + words.Length <= end; i++)
        {
            var length = 0;
            while (length < words.Length && text.Is(i + length, words[length])) length++;
            if (length == words.Length) return i;
        }
        return -1;
    }

    private static ImmutableArray<string> WordsOf(string name)
    {
        var text = new TokenText(name);
        return [.. Enumerable.Range(0, text.Count).Select(i => text.Span(i).ToString())];
    }
}

/// <summary>A fact as prose may name it.</summary>
internal sealed class NamedFact
{
    /// <summary>Takes the label of a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="place">Which of its sheet's it is.</param>
    /// <param name="label">Its label in tokens.</param>
    /// <param name="stems">Numbers the stems of its sheet's labels.</param>
    /// <param name="own">The stems of its sheet's names, which say nothing of a single fact.</param>
    public NamedFact(Fact fact, int place, ImmutableArray<string> label, StemNumbers stems, HashSet<int> own)
    {
        (Fact, Place, Label) = (fact, place, label);
        All = [.. label.Select(word => stems.Of(word)).Where(stem => stem != StemNumbers.None).Distinct()];
        var vote = fact.Value is VoteValue ? stems.Find("vote") : StemNumbers.None;
        Telling = [.. All.Where(stem => !own.Contains(stem) && stem != vote)];
        if (fact.Value is not QuantityValue { Unit: var unit }) return;
        CountedStem = unit is { IsCount: true, Single.Symbol: var noun } ? stems.Of(noun) : StemNumbers.None;
        IsCount = unit.Single is { Dimension: var dimension } && dimension.StartsWith(Units.Counted, StringComparison.Ordinal);
    }

    /// <summary>The fact.</summary>
    public Fact Fact { get; }

    /// <summary>Which of its sheet's it is.</summary>
    public int Place { get; }

    /// <summary>Its label in tokens.</summary>
    public ImmutableArray<string> Label { get; }

    /// <summary>The stems of its label.</summary>
    public ImmutableArray<int> All { get; }

    /// <summary>Those of them that its sheet's names do not have.</summary>
    public ImmutableArray<int> Telling { get; }

    /// <summary>The stem of what it counts, if its sheet has it in a label.</summary>
    public int CountedStem { get; } = StemNumbers.None;

    /// <summary>Whether it counts something.</summary>
    public bool IsCount { get; }
}
