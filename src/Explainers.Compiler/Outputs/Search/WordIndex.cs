using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Explainers.Outputs.Search;

/// <summary>A word, and the entries in which it stands.</summary>
/// <param name="Text">The word, folded.</param>
/// <param name="Postings">The entries in order of number, and where in each the word stands.</param>
/// <param name="IsThinned">Whether there are entries with the word in their body that are left out.</param>
internal sealed record IndexedWord(string Text, ImmutableArray<(int Entry, Field Field)> Postings, bool IsThinned);

/// <summary>
/// Every word of every entry. Of large sites, only the words of a body that tell most are kept: those which stand in the fewest entries.
/// Readers of such a site look for what sets a page apart, and the index stays small (document-centric pruning, after Büttcher and Clarke,
/// 2006).
/// </summary>
internal static class WordIndex
{
    /// <summary>How many postings of bodies a site keeps.</summary>
    private const int MostPostings = 600_000;

    /// <summary>How many words of a body are kept in any case.</summary>
    private const int FewestWords = 48;

    /// <summary>Gathers the words of all entries.</summary>
    /// <returns>The words in ordinal order.</returns>
    public static ImmutableArray<IndexedWord> Of(ImmutableArray<SearchEntry> entries)
    {
        var (words, postings) = Numbered(entries);
        var (spread, bodies) = (new int[words.Length], 0);
        foreach (var posting in postings.SelectMany(own => own))
        {
            spread[posting.Word]++;
            if (posting.Field <= Field.Often) bodies++;
        }
        var most = bodies <= MostPostings ? int.MaxValue : Math.Max(FewestWords, MostPostings / entries.Length);
        var (kept, thinned) = (new List<(int Entry, Field Field)>[words.Length], new bool[words.Length]);
        for (var entry = 0; entry < postings.Length; entry++)
        {
            Order(postings[entry], most, spread);
            var ofBody = 0;
            foreach (var posting in postings[entry])
            {
                if (posting.Field > Field.Often || ofBody++ < most) (kept[posting.Word] ??= []).Add((entry, posting.Field));
                else thinned[posting.Word] = true;
            }
        }
        return
        [
            .. Enumerable.Range(0, words.Length).Where(word => kept[word] is not null)
                .Select(word => new IndexedWord(words[word], [.. kept[word]], thinned[word])),
        ];
    }

    /// <summary>All words in ordinal order, and the words of each entry by their numbers among them.</summary>
    private static (string[] Words, Posting[][] Postings) Numbered(ImmutableArray<SearchEntry> entries)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var byLetters = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var postings = new Posting[entries.Length][];
        var own = new List<Posting>();
        for (var entry = 0; entry < entries.Length; entry++)
        {
            own.Clear();
            EntryWords.Read(entries[entry].Words, (word, field) =>
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(byLetters, word, out var isKnown);
                if (!isKnown) number = known.Count - 1;
                own.Add(new Posting(number, field));
            });
            postings[entry] = [.. own];
        }
        var words = known.Keys.ToArray();
        Array.Sort(words, StringComparer.Ordinal);
        var numbers = new int[words.Length];
        for (var i = 0; i < words.Length; i++) numbers[known[words[i]]] = i;
        foreach (var some in postings)
            foreach (ref var posting in some.AsSpan()) posting = new Posting(numbers[posting.Word], posting.Field);
        return (words, postings);
    }

    /// <summary>Puts words of a body that tell most first, if there are more words than are kept.</summary>
    private static void Order(Posting[] postings, int most, int[] spread)
    {
        if (postings.Length <= most) return;
        Array.Sort(postings, (one, other) =>
            (one.Field > Field.Often ? 0 : spread[one.Word], one.Word)
                .CompareTo((other.Field > Field.Often ? 0 : spread[other.Word], other.Word)));
    }

    /// <summary>A word of an entry, in four bytes.</summary>
    private readonly struct Posting(int word, Field field)
    {
        private readonly int _packed = (word << 3) | (int)field;

        public int Word => _packed >> 3;

        public Field Field => (Field)(_packed & 7);
    }
}
