using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>Fingerprints of what lists of articles follow from.</summary>
internal sealed class SiteFingerprints
{
    /// <summary>Works them out.</summary>
    /// <param name="articles">The articles and pages, in order.</param>
    /// <param name="people">A fingerprint of the people whom the sheets list.</param>
    public SiteFingerprints(ImmutableArray<Article> articles, Fingerprint people)
    {
        (States, Company) = (Fingerprint.Of("states"), people);
        foreach (var article in articles)
        {
            var own = ArticleReading.Of(article);
            (States, Company) = (States.With(own.States), Company.With(own.Company));
        }
    }

    /// <summary>Which articles and pages there are, in their order, and which facts each states.</summary>
    public Fingerprint States { get; }

    /// <summary>What articles are listed and related by: their order, topics, sheets and people.</summary>
    public Fingerprint Company { get; }
}

/// <summary>Fingerprints of what lists and indexes of facts follow from.</summary>
internal sealed class SheetFingerprints
{
    /// <summary>Works them out.</summary>
    /// <param name="sheets">The sheets, in order.</param>
    /// <param name="entries">Their people, and any other entries.</param>
    public SheetFingerprints(ImmutableArray<FactSheet> sheets, IEnumerable<Fact> entries)
    {
        (Sheets, Names, Sources) = (Fingerprint.Of("sheets"), Fingerprint.Of("names"), Fingerprint.Of("sources"));
        foreach (var sheet in sheets)
        {
            var own = sheet.Own ??= new SheetMarks(FactFingerprints.All(sheet), FactFingerprints.Names(sheet), FactFingerprints.Sources(sheet));
            (Sheets, Names, Sources) = (Sheets.With(own.All), Names.With(own.Names), Sources.With(own.Sources));
        }
        People = Fingerprint.Of("people").With(entries.Where(fact => fact.Value is PersonValue).Select(FactFingerprints.Named));
    }

    /// <summary>All sheets with everything in them.</summary>
    public Fingerprint Sheets { get; }

    /// <summary>What all sheets and facts are called, which events are where, and quotations whose.</summary>
    public Fingerprint Names { get; }

    /// <summary>Which facts rest on which sources.</summary>
    public Fingerprint Sources { get; }

    /// <summary>The people whom the sheets list.</summary>
    public Fingerprint People { get; }
}
