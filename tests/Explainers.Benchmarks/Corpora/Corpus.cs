using System.Collections.Immutable;
using System.Globalization;

namespace Explainers.Benchmarks.Corpora;

/// <summary>A seeded corpus: so many articles, and one fact sheet for every ten of them.</summary>
/// <param name="articleCount">How many articles.</param>
/// <param name="seed">Whatever makes this corpus another one.</param>
/// <param name="lexicon">Rare words for its text, or null for frequent ones alone.</param>
internal sealed class Corpus(int articleCount, ulong seed = 20261123, Lexicon? lexicon = null)
{
    /// <summary>The topics that the articles are filed under.</summary>
    public static readonly ImmutableArray<Topic> Topics =
    [
        new("diplomacy", "Diplomacy"), new("energy", "Energy"), new("harbors", "Harbors"), new("history", "History"),
        new("housing", "Housing"), new("law", "Law"), new("markets", "Markets"), new("schools", "Schools"),
        new("transport", "Transport"), new("water", "Water"),
    ];

    private static readonly string[] _questions =
    [
        "Why did {0} rebuild its {1}?", "Who pays for the {1} of {0}?", "How does the {1} of {0} work?",
        "What changes for {0} and its {1}?", "Is the {1} of {0} safe?",
    ];

    private static readonly string[] _subjects = ["harbor", "bridge", "waterworks", "railway", "market", "canal"];

    /// <summary>How many articles the corpus has.</summary>
    public int ArticleCount => articleCount;

    /// <summary>How many fact sheets the corpus has.</summary>
    public int SheetCount => (articleCount + 9) / 10;

    /// <summary>Makes the fact sheets, one at a time.</summary>
    public IEnumerable<Sheet> Sheets() => Enumerable.Range(0, SheetCount).Select(i => SheetMaker.Make(seed, i));

    /// <summary>Makes the articles, one at a time and without their text.</summary>
    public IEnumerable<Article> Articles()
    {
        var sheets = Enumerable.Range(0, SheetCount).Select(i => SheetMaker.NameOf(seed, i)).ToImmutableArray();
        return Enumerable.Range(0, articleCount).Select(i => MakeArticle(i, sheets));
    }

    /// <summary>Makes the text of an article in the dialect of one tool; the words are the same in every dialect.</summary>
    public string Body(Article article, Dialect dialect) =>
        new ArticleText(new Prng(RandomSeed(article.Index) ^ 0xB0D7), article, dialect, lexicon).Write();

    private Article MakeArticle(int index, ImmutableArray<(string Id, string Title)> sheets)
    {
        var random = new Prng(RandomSeed(index));
        var (sheet, title) = sheets[index / 10];
        var half = index % 2 * 5;
        var (place, subject) = (Names.Of(index), Subject(index));
        return new Article(
            index,
            Slug(index),
            place,
            string.Format(CultureInfo.InvariantCulture, random.Pick(_questions), place, subject),
            $"The {subject} of {place} was rebuilt because the old one no longer served the people who depend on it.",
            new DateOnly(2016, 1, 1).AddDays((int)(index * 37L % 3_900)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [Topics[index % 10].Id, Topics[(index % 10 + 1 + index / 10 % 9) % 10].Id],
            sheet,
            title,
            [.. Own(5 - half)],
            InlineFacts(),
            [Slug(random.Below(articleCount)), Slug(random.Below(articleCount))]);

        IEnumerable<FactName> Own(int first) =>
            Enumerable.Range(first, 5).Select(i => new FactName(sheet, SheetMaker.FactIds[i]));

        // The first two articles of a sheet use every fact of it; the others also cite two facts of another sheet.
        ImmutableArray<FactName> InlineFacts() => index % 10 < 2
            ? [.. Own(half)]
            : [.. Own(half).Take(3), Foreign(), Foreign()];

        FactName Foreign() => new(random.Pick(sheets).Id, random.Pick(SheetMaker.FactIds));
    }

    private static string Slug(int index) => $"{Names.Of(index).ToLowerInvariant()}-{Subject(index)}";

    private static string Subject(int index) => _subjects[index % _subjects.Length];

    private ulong RandomSeed(int index) => seed ^ ((ulong)index << 24);
}
