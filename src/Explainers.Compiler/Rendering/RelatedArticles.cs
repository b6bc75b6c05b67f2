using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Binding;

namespace Explainers.Rendering;

/// <summary>Which explainers belong together: those that rest on the same fact sheets, name the same people, or share topics.</summary>
internal sealed class RelatedArticles
{
    private const int Most = 3;
    private const int SheetWeight = 3;
    private const int MostCandidates = 200;
    private static readonly ImmutableArray<Article> None = [];
    private readonly FrozenDictionary<FactSheet, ImmutableArray<Article>> _bySheet;
    private readonly FrozenDictionary<Person, ImmutableArray<Article>> _byPerson;
    private readonly FrozenDictionary<Topic, ImmutableArray<Article>> _byTopic;
    private readonly FrozenDictionary<Article, int> _order;
    private readonly Func<Fact, Person?> _personOf;

    /// <summary>Reads which sheets, people and topics the articles have.</summary>
    /// <param name="site">The site.</param>
    /// <param name="personOf">The person of an entry.</param>
    public RelatedArticles(BoundSite site, Func<Fact, Person?> personOf)
    {
        _personOf = personOf;
        _bySheet = By(site, article => article.About);
        _byPerson = By(site, People);
        _byTopic = By(site, article => article.Topics);
        _order = site.Articles.Index().ToFrozenDictionary(entry => entry.Item, entry => entry.Index);
    }

    /// <summary>The explainers closest to one, the closest first; of equally close ones the newest.</summary>
    public ImmutableArray<Article> To(Article article)
    {
        var closeness = new Dictionary<Article, int>();
        Add(_bySheet, article.About, SheetWeight);
        Add(_byPerson, People(article), 1);
        if (closeness.Count <= Most) Add(_byTopic, article.Topics, 0);
        closeness.Remove(article);
        return [.. closeness
            .OrderByDescending(candidate => candidate.Value + article.Topics.Intersect(candidate.Key.Topics).Count())
            .ThenBy(candidate => _order[candidate.Key])
            .Take(Most)
            .Select(candidate => candidate.Key)];

        void Add<T>(FrozenDictionary<T, ImmutableArray<Article>> articles, IEnumerable<T> shared, int weight)
            where T : class
        {
            foreach (var candidate in shared.SelectMany(key => articles.GetValueOrDefault(key, None).Take(MostCandidates)))
                closeness[candidate] = closeness.GetValueOrDefault(candidate) + weight;
        }
    }

    private IEnumerable<Person> People(Article article) => article.States.Select(_personOf).OfType<Person>().Distinct();

    private static FrozenDictionary<T, ImmutableArray<Article>> By<T>(BoundSite site, Func<Article, IEnumerable<T>> keys)
        where T : class => site.Articles
        .SelectMany(article => keys(article).Select(key => (Key: key, Article: article)))
        .GroupBy(entry => entry.Key, entry => entry.Article)
        .ToFrozenDictionary(articles => articles.Key, articles => articles.ToImmutableArray());
}
