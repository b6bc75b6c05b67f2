using Explainers.Binding;
using Explainers.Rendering.Formatting;
using Explainers.Rendering.Pages;
using Explainers.Rendering.Search;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>The plans of articles' pages, whose titles and descriptions are the same while the article and the words of its language are; and the alphabet of the site.</summary>
internal sealed class PlanMemory
{
    private Dictionary<Article, (Fingerprint Words, PagePlan Plan)> _before = [];
    private Dictionary<Article, (Fingerprint Words, PagePlan Plan)> _now = [];
    private Fingerprint _basis;

    /// <summary>Begins a compile: what is not asked for in it is forgotten with the next.</summary>
    public void Begin() => (_before, _now) = (_now, new(_now.Count));

    /// <summary>The plan of an article's page.</summary>
    public PagePlan Plan(Article article, Words words, Func<PagePlan> make)
    {
        var plan = _before.TryGetValue(article, out var known) && known.Words == words.Content ? known.Plan : make();
        _now[article] = (words.Content, plan);
        return plan;
    }

    /// <summary>What the site of the last compile with a search page has from A to Z, or null where there was none.</summary>
    public Alphabet? Alphabet { get; private set; }

    /// <summary>What a site has from A to Z: while its articles are called what they were, and its sheets are the same, so is that.</summary>
    public Alphabet Order(SiteScope site)
    {
        var basis = Fingerprint.Of("alphabet")
            .With(site.Site.Articles.Concat(site.Site.Pages).Where(article => article.IsSearched).Select(article => _now[article].Plan.Title.With(_now[article].Plan.Head.States.Select(fact => fact.Name))))
            .With(site.Fingerprints.Sheets);
        if (Alphabet is null || _basis != basis) (_basis, Alphabet) = (basis, Search.Alphabet.Of(site));
        return Alphabet;
    }
}
