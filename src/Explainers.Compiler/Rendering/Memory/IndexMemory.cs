using System.Collections.Concurrent;
using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>Indexes of a site by names and addresses, which are good for the next compile where what they follow from is the same.</summary>
internal sealed class IndexMemory
{
    private ConcurrentDictionary<string, string[]> _related = new(StringComparer.Ordinal);
    private Dictionary<string, List<string>> _statedBy = [];
    private readonly Lock _lock = new();
    private ImmutableArray<Article> _articles = [];
    private Dictionary<string, int> _positions = [];
    private Dictionary<string, ImmutableArray<int>> _topics = [];
    private SheetIndex? _sheets;
    private Fingerprint _listed;
    private Fingerprint _company;
    private Fingerprint _states;

    /// <summary>What the sheets have.</summary>
    public SheetIndex Sheets(BoundSite site)
    {
        if (_sheets?.IsOf(site.Sheets) != true) _sheets = new SheetIndex(site);
        return _sheets;
    }

    /// <summary>The positions of articles and pages by their addresses.</summary>
    public Dictionary<string, int> Positions(ImmutableArray<Article> articles)
    {
        var isSame = articles.Length == _articles.Length;
        for (var i = 0; isSame && i < articles.Length; i++) isSame = articles[i].Url == _articles[i].Url;
        if (!isSame) _positions = articles.Index().ToDictionary(article => article.Item.Url, article => article.Index, StringComparer.Ordinal);
        _articles = articles;
        return _positions;
    }

    /// <summary>The positions of the explainers of each topic, the newest first.</summary>
    /// <param name="company">What articles are listed by.</param>
    /// <param name="articles">The explainers.</param>
    public Dictionary<string, ImmutableArray<int>> Topics(Fingerprint company, ImmutableArray<Article> articles)
    {
        if (_listed == company) return _topics;
        _listed = company;
        return _topics = articles.Index()
            .SelectMany(article => article.Item.Topics.Select(topic => (topic.Id, article.Index)))
            .GroupBy(entry => entry.Id, entry => entry.Index, StringComparer.Ordinal)
            .ToDictionary(topic => topic.Key, topic => topic.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The addresses of the articles closest to each, as far as somebody has asked.</summary>
    /// <param name="company">What articles are related by.</param>
    public ConcurrentDictionary<string, string[]> Related(Fingerprint company)
    {
        if (_company != company) (_company, _related) = (company, new(StringComparer.Ordinal));
        return _related;
    }

    /// <summary>The addresses of the articles and pages that state a fact, by its name.</summary>
    /// <param name="states">Which facts each states.</param>
    /// <param name="make">Makes the index.</param>
    public Dictionary<string, List<string>> StatedBy(Fingerprint states, Func<Dictionary<string, List<string>>> make)
    {
        // Files that are made later ask from other threads, on behalf of compiles that are over.
        lock (_lock)
        {
            if (_states != states) (_states, _statedBy) = (states, make());
            return _statedBy;
        }
    }
}
