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
        var measured = facts.Where(fact => fact.Value is not (PersonValue or PlaceValue or TermValue or TextValue));
        Facts = [.. measured.Select((fact, place) => new NamedFact(fact, place, WordsOf(fact.Label), own))];
        Index = new FigureIndex(Facts);
        _former = Former([.. Facts.SelectMany(fact => fact.Fact.Changes).Select(change => change.Was)]);
    }

    /// <summary>Its title and aliases, each in tokens.</summary>
    public ImmutableArray<ImmutableArray<string>> Names { get; }

    /// <summary>Its facts by what they say.</summary>
    public FigureIndex Index { get; }

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
        return index.Agreeing(figure).Any(former => FigureMatch.Compare(figure, values[former]) >= Agreement.Rounded);
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
    /// <param name="own">The stems of its sheet's names, which say nothing of a single fact.</param>
    public NamedFact(Fact fact, int place, ImmutableArray<string> label, HashSet<string> own)
    {
        (Fact, Place, Label) = (fact, place, label);
        All = [.. label.Select(Stems.Of).Where(stem => stem.Length > 0).Distinct()];
        Telling = [.. All.Where(stem => !own.Contains(stem) && !(fact.Value is VoteValue && stem == "vote"))];
    }

    /// <summary>The fact.</summary>
    public Fact Fact { get; }

    /// <summary>Which of its sheet's it is.</summary>
    public int Place { get; }

    /// <summary>Its label in tokens.</summary>
    public ImmutableArray<string> Label { get; }

    /// <summary>The stems of its label.</summary>
    public ImmutableArray<string> All { get; }

    /// <summary>Those of them that its sheet's names do not have.</summary>
    public ImmutableArray<string> Telling { get; }

    /// <summary>The stem of what it counts, or null.</summary>
    public string? CountedStem => Fact.Value is QuantityValue { Unit: { IsCount: true, Single.Symbol: var noun } } ? Stems.Of(noun) : null;

    /// <summary>What it counts, or null.</summary>
    public string? Noun =>
        Fact.Value is QuantityValue { Unit.Single.Dimension: var dimension } && dimension.StartsWith("number of ", StringComparison.Ordinal)
            ? dimension
            : null;
}
