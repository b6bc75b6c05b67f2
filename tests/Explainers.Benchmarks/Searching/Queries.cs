using System.Collections.Immutable;
using Explainers.Benchmarks.Corpora;

namespace Explainers.Benchmarks.Searching;

/// <summary>Something that a reader types, and the page that he means.</summary>
internal sealed record Query(string Text, string Page);

/// <summary>Makes queries from the titles of a corpus.</summary>
internal static class Queries
{
    /// <summary>How many queries have a typing error.</summary>
    public const int Mistyped = 50;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Queries without an error: the two words of a title that tell its page from all others, one query for a page.</summary>
    public static ImmutableArray<Query> Right(Corpus corpus, int count)
    {
        var random = new Prng(4242);
        var articles = corpus.Articles().ToArray();
        return [.. Enumerable.Range(0, count).Select(_ => random.Pick(articles))
            .Select(article => new Query($"{article.Place} {article.Slug.Split('-')[1]}".ToLowerInvariant(), $"/{article.Slug}/"))];
    }

    /// <summary>
    /// The same kind of query with one error in the name, which is what tells the page from others: a letter changed, left out, added, or
    /// swapped with the next, anywhere in it.
    /// </summary>
    public static ImmutableArray<Query> Wrong(Corpus corpus)
    {
        var random = new Prng(777);
        return [.. Right(corpus, Mistyped)
            .Select((query, i) =>
            query with { Text = Spoiled(query.Text, query.Text.IndexOf(' ', StringComparison.Ordinal), i % 4, random) })];
    }

    private static string Spoiled(string text, int length, int kind, Prng random)
    {
        while (true)
        {
            var at = random.Below(kind == 3 ? length - 1 : length);
            var letter = Letters[random.Below(Letters.Length)];
            var spoiled = kind switch
            {
                0 => $"{text[..at]}{letter}{text[(at + 1)..]}",
                1 => $"{text[..at]}{text[(at + 1)..]}",
                2 => $"{text[..at]}{letter}{text[at..]}",
                _ => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
            };
            if (spoiled != text) return spoiled;
        }
    }
}
