using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>Fingerprints of what whole lists and indexes of a site follow from.</summary>
internal sealed class SiteFingerprints
{
    /// <summary>Works them out.</summary>
    public SiteFingerprints(BoundSite site)
    {
        Sheets = FactFingerprints.Of(site.Sheets);
        Names = FactFingerprints.NamesOf(site.Sheets);
        (States, Company) = (Fingerprint.Of("states"), Fingerprint.Of("people").With(site.Facts.Where(fact => fact.Value is PersonValue).Select(FactFingerprints.Named)));
        foreach (var article in site.Articles.Concat(site.Pages))
        {
            var own = ArticleReading.Of(article);
            (States, Company) = (States.With(own.States), Company.With(own.Company));
        }
    }

    /// <summary>All sheets with everything in them.</summary>
    public Fingerprint Sheets { get; }

    /// <summary>What all sheets and facts are called.</summary>
    public Fingerprint Names { get; }

    /// <summary>Which articles and pages there are, in their order, and which facts each states.</summary>
    public Fingerprint States { get; }

    /// <summary>What articles are related by.</summary>
    public Fingerprint Company { get; }
}
