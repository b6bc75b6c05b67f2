using System.Collections.Frozen;

namespace Explainers.Checking.Prose;

/// <summary>Reduces words to what their forms have in common, so that "Senators" and "Senate", or "cost" and "price", meet.</summary>
internal static class Stems
{
    /// <summary>How long a word may be whose stem is made without memory of its own.</summary>
    public const int UsualLength = 64;

    private static readonly string[] Endings =
    [
        "ations", "ation", "ated", "ating", "ators", "ator", "ates", "ate", "ions", "ion", "ures", "ure", "ances", "ance", "ences", "ence",
        "ments", "ment", "ities", "ity", "ings", "ing", "en", "als", "al", "ors", "ers", "or", "er", "ed", "es", "s", "e",
    ];

    /// <summary>Words that say the same, each group behind the one that stands for it.</summary>
    private const string Groups = """
        price: cost costs paid pay pays spent spend spends spending
        length: long
        height: tall high highest altitude elevation
        width: wide broad
        depth: deep
        weight: heavy weighs weighed
        area: size
        vote: voted votes
        speed: fast
        begin: began begun begins start started starts beginning
        death: died dead die dies dying deaths kill killed kills killing killings perished toll drown drowned drowns drowning drownings
        injury: injured injuring injuries wounded wounding wounds hurt
        come: came comes coming
        age: aged old
        fine: fined fines
        rule: ruled rules ruling
        marriage: married marries marry
        leave: left leaves
        birth: born
        sale: sold sell sells selling
        purchase: bought buy buys buying
        sink: sank sunk sinks sinking sinkings
        fall: fell fallen falls falling drop drops dropped
        rise: rose risen rises rising
        win: won wins winning victory victories
        loss: lost lose loses losing losses
        build: built builds building
        lead: led leads leading
        hold: held holds holding
        meeting: met meet meets meetings
        write: wrote written writes writing
        strike: struck strikes striking stricken
        shooting: shot shoot shoots shootings
        theft: stole stolen steal steals thefts
        break: broke broken breaks breaking
        choice: chose chosen choose chooses choices
        growth: grew grown grow grows growing
        flight: flew flown fly flies flying flights
        fight: fought fights fighting
        closing: closed close closes closure
        end: ended ends ending
        ban: banned bans banning
        run: ran runs running
        plan: plans planned planning
        add: added adds adding
        hit: hits hitting
        sentence: sentences sentenced sentencing
        """;

    private static readonly WordTable<string> Same = new(Vocabulary.Grouped(Groups));

    private static readonly WordTable<bool> Empty = new(FrozenDictionary.ToFrozenDictionary(
        [
            "the", "a", "an", "of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or", "as", "is", "was", "its", "their",
            "his", "her", "that", "this", "under", "per", "who", "which", "until", "into", "during", "between", "than", "been", "be",
            "were", "are", "he", "she", "it", "they", "any",
        ],
        word => word,
        _ => true,
        StringComparer.Ordinal));

    /// <summary>The words that have a stem without beginning like it.</summary>
    public static IEnumerable<string> Alike(string stem) => ByStem.TryGetValue(stem, out var words) ? words : [];

    private static readonly FrozenDictionary<string, string[]> ByStem = Vocabulary.Grouped(Groups)
        .GroupBy(pair => Of(pair.Value), pair => pair.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The stem of a word; empty for words that say nothing of their own.</summary>
    public static string Of(string word) => Of(word, new char[word.Length]).ToString();

    /// <summary>The stem of a word; empty for words that say nothing of their own.</summary>
    /// <param name="word">The word.</param>
    /// <param name="space">Where to make the stem: as long as the word.</param>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word, Span<char> space)
    {
        WordTable<string>.ToLower(word, space);
        space[..word.Length].Replace('’', '\'');
        ReadOnlySpan<char> lower = space[..word.Length];
        if (lower.EndsWith("'s", StringComparison.Ordinal)) lower = lower[..^2];
        if (Empty.Has(lower)) return [];
        if (Same.TryGet(lower, out var same)) lower = same;
        if (lower.Length < 5 || lower[^1] is not ('s' or 'n' or 'g' or 'r' or 'd' or 'e' or 't' or 'l' or 'y')) return lower;
        if (lower.Length > 8 && lower.EndsWith("ional", StringComparison.Ordinal)) lower = lower[..^2];
        foreach (var ending in Endings)
        {
            if (lower.Length - ending.Length >= 4 && lower.EndsWith(ending, StringComparison.Ordinal))
                return lower[..^ending.Length].TrimEnd('e');
        }
        return lower;
    }
}

/// <summary>The stems of the labels of a sheet, by number.</summary>
internal sealed class StemNumbers
{
    /// <summary>What stands for a word whose stem no label has.</summary>
    public const int None = -1;

    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _found;

    /// <summary>How the words begin whose stems these are.</summary>
    private readonly FirstLetters _begin = new();

    /// <summary>Takes the stems.</summary>
    public StemNumbers(IEnumerable<string> stems)
    {
        foreach (var stem in stems)
        {
            if (!_stems.TryAdd(stem, _stems.Count)) continue;
            foreach (var word in Stems.Alike(stem).Append(stem)) _begin.Add(word);
        }
        _found = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many there are.</summary>
    public int Count => _stems.Count;

    /// <summary>The number of a word's stem.</summary>
    public int Of(ReadOnlySpan<char> word)
    {
        if (!_begin.MayHave(word)) return None;
        Span<char> space = word.Length <= Stems.UsualLength ? stackalloc char[Stems.UsualLength] : new char[word.Length];
        return Stems.Of(word, space) is { IsEmpty: false } stem && _found.TryGetValue(stem, out var number) ? number : None;
    }

    /// <summary>The number of a stem.</summary>
    public int Find(string stem) => _stems.GetValueOrDefault(stem, None);

    /// <summary>The stems of the tokens of a sentence.</summary>
    public SentenceStems In(TokenText text, Sentence sentence)
    {
        var numbers = new int[sentence.End - sentence.First];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = text[sentence.First + i].Kind == TokenKind.Word ? Of(text.Span(sentence.First + i)) : None;
        return new SentenceStems(numbers, sentence.First);
    }
}

/// <summary>The stems of the tokens of a sentence, as the numbers that a sheet has for them.</summary>
internal readonly struct SentenceStems(int[] numbers, int first)
{
    /// <summary>All of them, with gaps.</summary>
    public ReadOnlySpan<int> All => numbers;

    /// <summary>Whether the sentence has a stem.</summary>
    public bool Has(int stem) => numbers.AsSpan().Contains(stem);

    /// <summary>Whether a part of the sentence has all of some stems.</summary>
    public bool HasAll(ReadOnlySpan<int> stems, int partFirst, int partEnd)
    {
        var part = numbers.AsSpan(partFirst - first, partEnd - partFirst);
        foreach (var stem in stems)
            if (!part.Contains(stem)) return false;
        return true;
    }
}
