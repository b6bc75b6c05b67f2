using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Incremental;

namespace Explainers.Scopes;

/// <summary>What an explainer has in common with others.</summary>
/// <param name="Article">The explainer.</param>
/// <param name="Sheets">The names of the sheets it rests on.</param>
/// <param name="Actors">The addresses of the people and organisations it names.</param>
/// <param name="Topics">The ids of its topics.</param>
internal sealed record Affinity(
    ArticleId Article,
    EquatableArray<string> Sheets,
    EquatableArray<string> Actors,
    EquatableArray<string> Topics);

/// <summary>
/// Which explainers belong together: those that rest on the same fact sheets, name the same people or organisations, or share topics.
/// </summary>
internal sealed class RelatedArticles
{
    private const int Most = 3;
    private const int SheetWeight = 3;
    private const int MostCandidates = 200;
    private readonly ImmutableArray<Affinity> _articles;
    private readonly FrozenDictionary<string, ImmutableArray<int>> _bySheet;
    private readonly FrozenDictionary<string, ImmutableArray<int>> _byActor;
    private readonly FrozenDictionary<string, ImmutableArray<int>> _byTopic;

    /// <summary>Takes what all explainers have in common, the newest first.</summary>
    public RelatedArticles(ImmutableArray<Affinity> articles)
    {
        _articles = articles;
        _bySheet = By(article => article.Sheets);
        _byActor = By(article => article.Actors);
        _byTopic = By(article => article.Topics);
    }

    /// <summary>The explainers closest to one, the closest first; of equally close ones the newest.</summary>
    public EquatableArray<ArticleId> To(Affinity article)
    {
        var closeness = new Dictionary<int, int>();
        Add(_bySheet, article.Sheets, SheetWeight);
        Add(_byActor, article.Actors, 1);
        if (closeness.Count <= Most) Add(_byTopic, article.Topics, 0);
        return closeness
            .Where(candidate => _articles[candidate.Key].Article != article.Article)
            .OrderByDescending(candidate => candidate.Value + article.Topics.Intersect(_articles[candidate.Key].Topics).Count())
            .ThenBy(candidate => candidate.Key)
            .Take(Most)
            .Select(candidate => _articles[candidate.Key].Article)
            .ToEquatable();

        void Add(FrozenDictionary<string, ImmutableArray<int>> articles, EquatableArray<string> shared, int weight)
        {
            foreach (var candidate in shared.SelectMany(key => articles.GetValueOrDefault(key, []).Take(MostCandidates)))
                closeness[candidate] = closeness.GetValueOrDefault(candidate) + weight;
        }
    }

    private FrozenDictionary<string, ImmutableArray<int>> By(Func<Affinity, EquatableArray<string>> keys) => _articles
        .SelectMany((article, place) => keys(article).Select(key => (key, place)))
        .GroupBy(entry => entry.key, entry => entry.place)
        .ToFrozenDictionary(places => places.Key, places => places.ToImmutableArray(), StringComparer.Ordinal);
}
