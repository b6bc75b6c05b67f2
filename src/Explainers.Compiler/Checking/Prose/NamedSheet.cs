using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>A sheet as prose may name it: its title and aliases, and the labels of its facts.</summary>
internal sealed class NamedSheet
{
    private readonly (ImmutableArray<FactValue> Values, ValueIndex Index) _former;
    private readonly HashSet<string> _nouns;
    private readonly FirstLetters _begin = new();
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _own;

    /// <summary>Takes the names of a sheet, and its facts.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="facts">Its facts.</param>
    /// <param name="language">What language its labels are in.</param>
    public NamedSheet(FactSheet sheet, IEnumerable<Fact> facts, ProseLanguage language)
    {
        Names = NamesOf(sheet, language);
        foreach (var name in Names) _begin.Add(name[0]);
        var own = Names.SelectMany(words => words).Select(Stems.Of).ToHashSet(StringComparer.Ordinal);
        var all = facts.ToArray();
        var measured = all.Where(fact => fact.Value is not (ActorValue or PlaceValue or TermValue or TextValue)).ToArray();
        var labels = Array.ConvertAll(measured, fact => WordsOf(fact.Label, language));
        Stemming = new StemNumbers(labels.SelectMany(label => label).Select(Stems.Of).Where(stem => stem.Length > 0));
        var isOwn = own.Select(stem => Stemming.Find(stem)).ToHashSet();
        var nouns = measured.Select(NamedFact.NounOf).OfType<string>().CountBy(Stems.Of).ToDictionary(StringComparer.Ordinal);
        _nouns = [.. nouns.Keys];
        Facts =
        [
            .. measured.Select((fact, place) => new NamedFact(fact, place, labels[place], Stemming, isOwn)
            {
                IsOnlyCount = NamedFact.NounOf(fact) is { } noun && nouns[Stems.Of(noun)] == 1,
            }),
        ];
        Recurs = Names.Any(words => words.Any(IsYear));
        Years = [.. Names.SelectMany(words => words).Where(IsYear).Select(int.Parse), .. measured.SelectMany(YearsOf)];
        _own = own.GetAlternateLookup<ReadOnlySpan<char>>();
        var words = labels.SelectMany(label => label).Concat(all.SelectMany(NamesIn).SelectMany(name => WordsOf(name, language)));
        HashSet<string> known = [.. own, .. words.Select(Stems.Of)];
        _known = known.GetAlternateLookup<ReadOnlySpan<char>>();
        AgeStem = Stemming.Find("age");
        Index = new FigureIndex(Facts, Stemming.Count);
        _former = Former([.. Facts.SelectMany(fact => fact.Fact.Changes).Select(change => change.Was)]);
    }

    /// <summary>Its title and aliases, each in tokens.</summary>
    public ImmutableArray<ImmutableArray<string>> Names { get; }

    /// <summary>Whether a name has a year, so that there are others of its kind.</summary>
    public bool Recurs { get; }

    /// <summary>The years that it speaks of.</summary>
    public HashSet<int> Years { get; }

    /// <summary>Its facts by what they say.</summary>
    public FigureIndex Index { get; }

    /// <summary>The stems of its labels.</summary>
    public StemNumbers Stemming { get; }

    /// <summary>The stem of "age", if a label has it.</summary>
    public int AgeStem { get; }

    /// <summary>The title and aliases of a sheet, each in tokens.</summary>
    public static ImmutableArray<ImmutableArray<string>> NamesOf(FactSheet sheet, ProseLanguage language)
    {
        var title = sheet.Title.StartsWith("The ", StringComparison.Ordinal) ? sheet.Title[4..] : sheet.Title;
        return [.. sheet.Aliases.Append(title).Select(name => WordsOf(name, language)).Where(words => words.Length > 0)];
    }

    /// <summary>Those of its facts that a figure can agree or disagree with.</summary>
    public ImmutableArray<NamedFact> Facts { get; }

    /// <summary>Whether one of its facts may be what a small number or the year in a name says.</summary>
    public bool Counts(TypedFigure figure) => figure.Kind == FigureKind.Date || figure.NounStems.Any(_nouns.Contains);

    /// <summary>Whether a figure says what one of its facts said before a change.</summary>
    public bool SaidOnce(TypedFigure figure)
    {
        var (values, index) = _former;
        foreach (var former in index.Agreeing(figure))
            if (FigureMatch.Compare(figure, values[former]) >= Agreement.Rounded) return true;
        return false;
    }

    /// <summary>Whether a word stands in its names, labels or entries.</summary>
    public bool IsKnown(TokenText text, int word) => Has(_known, text.Span(word));

    private static bool Has(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> stems, ReadOnlySpan<char> word)
    {
        Span<char> space = word.Length <= Stems.UsualLength ? stackalloc char[Stems.UsualLength] : new char[word.Length];
        return Stems.Of(word, space) is { IsEmpty: false } stem && stems.Contains(stem);
    }

    /// <summary>Whether a word stands in its names.</summary>
    public bool IsOwn(TokenText text, int word) => Has(_own, text.Span(word));

    /// <summary>Whether a word is a year.</summary>
    public static bool IsYear(string word) => word.Length == 4 && int.TryParse(word, out var year) && year is >= 1000 and < 2200;

    private static IEnumerable<int> YearsOf(Fact fact)
    {
        if (fact.AsOf is { } asOf) yield return asOf.Year;
        foreach (var part in FigureMatch.Parts(fact.Value))
        {
            if (part is DateValue { Date.Year: var year }) yield return year;
            else if (part is MomentValue { Moment.Year: var moment }) yield return moment;
        }
    }

    private static IEnumerable<string> NamesIn(Fact fact) => fact.Value switch
    {
        ActorValue actor => [actor.Name],
        PlaceValue place => [place.Name],
        QuoteValue quote => [quote.Speaker],
        EventValue happening => [happening.Title],
        _ => [],
    };

    private static (ImmutableArray<FactValue> Values, ValueIndex Index) Former(ImmutableArray<FactValue> values) =>
        (values, new ValueIndex(values.SelectMany((value, i) => FigureMatch.Parts(value).Select(part => (part, i)))));

    /// <summary>Where a sentence names the sheet: the first and the last token of the name, or null.</summary>
    public (int First, int Last)? NamedIn(TokenText text, int first, int end)
    {
        var (best, at) = (Names.Length, -1);
        for (var i = first; i < end && best > 0; i++)
        {
            if (text[i].Kind == TokenKind.Sign || !_begin.MayHave(text.Span(i))) continue;
            for (var name = 0; name < best; name++)
            {
                if (i + Names[name].Length <= end && (Stands(text, i, Names[name]) || Owns(text, i, Names[name]))) (best, at) = (name, i);
            }
        }
        return at < 0 ? null : (at, at + Names[best].Length - 1);
    }

    private static bool Stands(TokenText text, int i, ImmutableArray<string> words)
    {
        for (var word = 0; word < words.Length; word++)
            if (!text.Is(i + word, words[word])) return false;
        return true;
    }

    /// <summary>
    /// Whether a name stands somewhere as the owner of what labels speak of: "Harwick's population", but not "Harwick's twin".
    /// </summary>
    private bool Owns(TokenText text, int i, ImmutableArray<string> words)
    {
        var last = i + words.Length - 1;
        if (!text.IsGenitive(last) || !text.Bare(last).Equals(words[^1], StringComparison.OrdinalIgnoreCase)) return false;
        for (var word = 0; word < words.Length - 1; word++)
            if (!text.Is(i + word, words[word])) return false;
        return Stemming.Of(text.Span(last + 1)) != StemNumbers.None;
    }

    /// <summary>The token at which some words stand in a row, or -1.</summary>
    public static int Find(TokenText text, int first, int end, ImmutableArray<string> words)
    {
        for (var i = first; i + words.Length <= end; i++)
            if (Stands(text, i, words)) return i;
        return -1;
    }

    private static ImmutableArray<string> WordsOf(string name, ProseLanguage language)
    {
        var text = new TokenText(name, language);
        return [.. Enumerable.Range(0, text.Count).Select(i => text.Span(i).ToString())];
    }
}

/// <summary>A fact as prose may name it.</summary>
internal sealed class NamedFact
{
    private static readonly string[] TimeWords = [Stems.Of("length"), Stems.Of("duration")];

    private static readonly string[] ChangeWords =
        [.. "rise fall increase decrease change growth gain loss cut decline reduction rate".Split(' ').Select(Stems.Of)];

    private static readonly string[] HarmWords = ["death", "injury", "arrest"];

    private static readonly string[] ScoreWords = [.. "vote score result".Split(' ').Select(Stems.Of)];

    private static readonly string[] GenericWords =
        [.. "number day date year time total amount figure count value".Split(' ').Select(Stems.Of)];

    /// <summary>Takes the label of a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="place">Which of its sheet's it is.</param>
    /// <param name="label">Its label in tokens.</param>
    /// <param name="stems">Numbers the stems of its sheet's labels.</param>
    /// <param name="own">The stems of its sheet's names, which say nothing of a single fact.</param>
    public NamedFact(Fact fact, int place, ImmutableArray<string> label, StemNumbers stems, HashSet<int> own)
    {
        (Fact, Place, Label) = (fact, place, label);
        Quoted = fact.Value is QuoteValue quote ? Quoting.Words(quote.Text) : [];
        var words = label.Where(word => char.IsLetter(word[0]));
        All = [.. words.Select(word => stems.Of(word)).Where(stem => stem != StemNumbers.None).Distinct()];
        var isTime = fact.Value is DurationValue or QuantityValue { Unit.IsTime: true };
        Generic =
        [
            .. GenericWords.Concat(isTime ? TimeWords : []).Select(stems.Find)
                .Where(stem => stem != StemNumbers.None && All.Contains(stem)),
        ];
        Subjects = [.. label.Skip(1).Where(word => char.IsUpper(word[0])).Select(word => stems.Of(word))
            .Where(stem => stem != StemNumbers.None).Distinct()];
        Names = [.. Subjects.Where(stem => !own.Contains(stem))];
        Year = label.Where(NamedSheet.IsYear).Select(int.Parse).LastOrDefault(fact.AsOf?.Year ?? 0);
        CountedStem = NounOf(fact) is { } noun ? stems.Of(noun) : StemNumbers.None;
        var isScore = FigureMatch.Parts(fact.Value).Any(part => part is VoteValue);
        ImmutableArray<int> telling = [.. All.Where(stem => !own.Contains(stem) && !Generic.Contains(stem))];
        ImmutableArray<int> scored = [.. telling.Where(stem => !ScoreWords.Any(word => stems.Find(word) == stem))];
        if (isScore && scored.Length > 1) telling = scored;
        Telling = telling.Length > 1 ? [.. telling.Where(stem => stem != CountedStem)] : telling;
        IsChange = ChangeWords.Any(word => stems.Find(word) is var stem && stem != StemNumbers.None && All.Contains(stem));
        IsHarm = Telling is [var only] && HarmWords.Any(word => stems.Find(word) == only);
        if (fact.Value is not QuantityValue { Unit: var unit }) return;
        IsCount = unit.Single is { Dimension: var dimension } && dimension.StartsWith(Units.Counted, StringComparison.Ordinal);
    }

    /// <summary>The words of a quotation; none of any other fact.</summary>
    public string[] Quoted { get; }

    /// <summary>What a fact counts, or null.</summary>
    public static string? NounOf(Fact fact) =>
        fact.Value is QuantityValue { Unit: { IsCount: true, Single.Symbol: var noun } } ? noun : null;

    /// <summary>The fact.</summary>
    public Fact Fact { get; }

    /// <summary>Which of its sheet's it is.</summary>
    public int Place { get; }

    /// <summary>Its label in tokens.</summary>
    public ImmutableArray<string> Label { get; }

    /// <summary>The stems of its label.</summary>
    public ImmutableArray<int> All { get; }

    /// <summary>Those of them that only say of what type the fact is.</summary>
    public ImmutableArray<int> Generic { get; }

    /// <summary>Those of them that neither its sheet's names nor its value have.</summary>
    public ImmutableArray<int> Telling { get; }

    /// <summary>The stem of what it counts, if its sheet has it in a label.</summary>
    public int CountedStem { get; } = StemNumbers.None;

    /// <summary>Whether its label says by how much something changed.</summary>
    public bool IsChange { get; }

    /// <summary>Whether its label says only that people came to harm, as in any news.</summary>
    public bool IsHarm { get; }

    /// <summary>Whether no other fact of its sheet counts the same.</summary>
    public bool IsOnlyCount { get; init; }

    /// <summary>The stems of the names in its label, the first word apart.</summary>
    public ImmutableArray<int> Subjects { get; }

    /// <summary>Those of them that its sheet's names do not have.</summary>
    public ImmutableArray<int> Names { get; }

    /// <summary>The year that it is about, by its label or its date; or 0.</summary>
    public int Year { get; }

    /// <summary>Whether it counts something.</summary>
    public bool IsCount { get; }
}
