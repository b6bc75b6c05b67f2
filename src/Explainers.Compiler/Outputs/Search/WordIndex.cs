using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Explainers.Scopes;

namespace Explainers.Outputs.Search;

/// <summary>A word, and the entries in which it stands.</summary>
/// <param name="Text">The word, folded.</param>
/// <param name="Postings">The entries in order of number, and where in each the word stands.</param>
/// <param name="IsThinned">Whether there are entries with the word in their body that are left out.</param>
internal sealed record IndexedWord(string Text, ImmutableArray<(int Entry, Field Field)> Postings, bool IsThinned);

/// <summary>
/// Every word of every entry. Of large sites, only the words of a body that tell most are kept: those which stand in the fewest entries.
/// Readers of
/// such a site look for what sets a page apart, and the index stays small (document-centric pruning, after Büttcher and Clarke, 2006).
/// </summary>
internal static class WordIndex
{
    /// <summary>How many postings of bodies a site keeps.</summary>
    private const int MostPostings = 600_000;

    /// <summary>How many words of a body are kept in any case.</summary>
    private const int FewestWords = 48;

    /// <summary>
    /// How many parts the entries are read in; not the number of processors, so that the result depends on the site alone.
    /// </summary>
    private const int Parts = 32;

    /// <summary>Reads all entries.</summary>
    /// <returns>The words in ordinal order.</returns>
    public static ImmutableArray<IndexedWord> Of(ImmutableArray<SearchEntry> entries, SiteScope site)
    {
        var counters = new WordCounter[Parts];
        for (var part = 0; part < Parts; part++)
        {
            // Entries with long bodies come first; dealing them out in turn gives every part as much to do.
            counters[part] = new WordCounter();
            for (var i = part; i < entries.Length; i += Parts) counters[part].Read(entries[i], i, site);
        }
        var (words, numbers) = Numbered(counters);
        var spread = new int[words.Length];
        for (var part = 0; part < Parts; part++)
            foreach (var posting in counters[part].Postings) spread[numbers[part][posting.Word]]++;
        var thinned = new bool[words.Length];
        var kept = Kept(counters, numbers, spread, entries.Length, thinned);
        return Gathered(words, kept, thinned);
    }

    /// <summary>All words in ordinal order, and for each part the numbers of its words among them.</summary>
    private static (string[] Words, int[][] Numbers) Numbered(WordCounter[] counters)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var counter in counters) all.UnionWith(counter.Words);
        var words = all.ToArray();
        Array.Sort(words, StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++) numbers.Add(words[i], i);
        var byPart = new int[counters.Length][];
        for (var part = 0; part < counters.Length; part++) byPart[part] = [.. counters[part].Words.Select(word => numbers[word])];
        return (words, byPart);
    }

    /// <summary>The postings of each part that stay, with the numbers of all words.</summary>
    private static Posting[][] Kept(WordCounter[] counters, int[][] numbers, int[] spread, int entries, bool[] thinned)
    {
        var bodies = counters.Sum(counter => counter.Postings.Count(posting => posting.Field <= Field.Often));
        var most = bodies <= MostPostings ? int.MaxValue : Math.Max(FewestWords, MostPostings / entries);
        var kept = new Posting[counters.Length][];
        for (var part = 0; part < counters.Length; part++)
        {
            var postings = CollectionsMarshal.AsSpan(counters[part].Postings);
            foreach (ref var posting in postings) posting.Word = numbers[part][posting.Word];
            var list = new List<Posting>(postings.Length);
            for (int start = 0, end; start < postings.Length; start = end)
            {
                for (end = start; end < postings.Length && postings[end].Entry == postings[start].Entry;) end++;
                Thin(postings[start..end], most, spread, thinned, list);
            }
            kept[part] = [.. list];
        }
        return kept;
    }

    private static void Thin(Span<Posting> postings, int most, int[] spread, bool[] thinned, List<Posting> kept)
    {
        if (postings.Length > most)
            postings.Sort((one, other) =>
                (one.Field > Field.Often ? 0 : spread[one.Word], one.Word)
                    .CompareTo((other.Field > Field.Often ? 0 : spread[other.Word], other.Word)));
        var ofBody = 0;
        foreach (var posting in postings)
        {
            if (posting.Field > Field.Often || ofBody++ < most) kept.Add(posting);
            else thinned[posting.Word] = true;
        }
    }

    private static ImmutableArray<IndexedWord> Gathered(string[] words, Posting[][] kept, bool[] thinned)
    {
        var lists = new List<(int Entry, Field Field)>[words.Length];
        foreach (var part in kept)
            foreach (var posting in part) (lists[posting.Word] ??= []).Add((posting.Entry, posting.Field));
        var indexed = new IndexedWord?[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (lists[i] is not { } postings) continue;
            postings.Sort();
            indexed[i] = new IndexedWord(words[i], [.. postings], thinned[i]);
        }
        return [.. indexed.OfType<IndexedWord>()];
    }
}
