using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Rendering.Pages;
using Explainers.Rendering.Search;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>The plans of articles' pages, whose titles and descriptions are the same while the article and the words of its language are; and the alphabet of the site.</summary>
internal sealed class PlanMemory
{
    private readonly Recollection<Article, Planned> _planned = new();
    private Fingerprint _basis;

    /// <summary>The plans of all articles and pages, in their order.</summary>
    public ImmutableArray<PagePlan> Articles { get; private set; } = [];

    /// <summary>What the site of the last compile with a search page has from A to Z, or null where there was none.</summary>
    public Alphabet? Alphabet { get; private set; }

    /// <summary>Plans the pages of all articles.</summary>
    /// <param name="scope">The site.</param>
    /// <param name="make">Makes the plan of one that is not what it was.</param>
    public void Plan(SiteScope scope, Func<Article, PagePlan> make)
    {
        var articles = scope.Site.All;
        var planned = _planned.Recall(articles);
        Parallel.For(0, articles.Length, i =>
        {
            var words = scope.Words(articles[i].Language).Content;
            if (planned[i]?.Words != words) planned[i] = new Planned(words, make(articles[i]));
        });
        _planned.Keep(articles, planned);
        Articles = [.. planned.Select(one => one!.Plan)];
    }

    /// <summary>What a site has from A to Z: while its articles and all that is in its sheets are called what they were, so is that.</summary>
    public Alphabet Order(SiteScope site)
    {
        var basis = site.Sheets.Fingerprints.Names.With(site.Words(site.Site.Language).Content);
        for (var i = 0; i < Articles.Length; i++)
            if (site.Site.All[i].IsSearched) basis = basis.With(Articles[i].Titled);
        if (Alphabet is null || _basis != basis) (_basis, Alphabet) = (basis, Search.Alphabet.Of(site));
        return Alphabet;
    }

    /// <summary>The plan of an article's page, and a fingerprint of the words that it was made with.</summary>
    private sealed record Planned(Fingerprint Words, PagePlan Plan);
}
