using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Proofreading;

/// <summary>The ids of a page's elements.</summary>
internal sealed class PageIds(EquatableArray<string> ids) : IEquatable<PageIds>
{
    /// <summary>All of them, in ordinal order.</summary>
    public EquatableArray<string> All => ids;

    /// <summary>Whether an element has an id.</summary>
    public bool Has(string id) => ids.Items.AsSpan().BinarySearch(id, StringComparer.Ordinal) >= 0;

    /// <inheritdoc />
    public bool Equals(PageIds? other) => other is not null && ids == other.All;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as PageIds);

    /// <inheritdoc />
    public override int GetHashCode() => ids.GetHashCode();
}

/// <summary>
/// Reads the finished pages as a browser would: every link must lead somewhere, every id be one element's, every image say what it shows.
/// </summary>
internal sealed class ProofQueries
{
    private readonly RenderingQueries _site;
    private readonly Func<Reads, OutputKey, PageNotes?> _notes;
    private readonly Query<OutputKey, OutputFile> _rendered;

    /// <summary>Defines the queries.</summary>
    /// <param name="engine">Remembers what they give.</param>
    /// <param name="site">The site.</param>
    /// <param name="places">Every address of the site, with the page that is there.</param>
    /// <param name="notes">What a page has and leads to, or null where it could not be rendered.</param>
    /// <param name="rendered">A page before it is minified.</param>
    public ProofQueries(
        Engine engine,
        RenderingQueries site,
        Query<SiteKey, Dictionary<string, OutputKey?>> places,
        Func<Reads, OutputKey, PageNotes?> notes,
        Query<OutputKey, OutputFile> rendered)
    {
        (_site, Places, _notes, _rendered) = (site, places, notes, rendered);
        Has = engine.Query<string, bool>(
            "known address", (reads, url) => Places.Get(reads, default).ContainsKey(url), new() { IsDirect = true });
        PageAt = engine.Query<string, OutputKey?>(
            "page at an address", (reads, url) => Places.Get(reads, default).GetValueOrDefault(url), new() { IsDirect = true });
        Ids = engine.Query<OutputKey, PageIds?>(
            "ids of a page",
            (reads, page) => notes(reads, page) is { } known ? new PageIds(known.Ids) : null,
            new() { IsDirect = true });
        Near = engine.Query<SiteKey, NearestIndex>(
            "addresses that can be meant",
            (reads, _) => new NearestIndex(Places.Get(reads, default).Keys));
        Longer = engine.Query<SiteKey, LongerNames>("addresses by words", (reads, _) => new LongerNames(Places.Get(reads, default).Keys));
        Proof = engine.Query<OutputKey, EquatableArray<Diagnostic>>("proof of a page", Read, new() { IsDirect = true });
    }

    /// <summary>Whether the site has an address.</summary>
    public Query<string, bool> Has { get; }

    /// <summary>The page at an address, or null.</summary>
    public Query<string, OutputKey?> PageAt { get; }

    /// <summary>The ids of a page's elements; null for one that could not be rendered.</summary>
    public Query<OutputKey, PageIds?> Ids { get; }

    /// <summary>The addresses that one can be meant to be.</summary>
    public Query<SiteKey, NearestIndex> Near { get; }

    /// <summary>The addresses by the words of their last part.</summary>
    public Query<SiteKey, LongerNames> Longer { get; }

    /// <summary>Every address of the site, with the page that is there.</summary>
    public Query<SiteKey, Dictionary<string, OutputKey?>> Places { get; }

    /// <summary>What is wrong with a page.</summary>
    public Query<OutputKey, EquatableArray<Diagnostic>> Proof { get; }

    private EquatableArray<Diagnostic> Read(Reads reads, OutputKey page)
    {
        if (_notes(reads, page) is not { } notes) return [];
        var addresses = new SiteAddresses(
            this, reads, new SiteLinks(_site.Published.Get(reads, default)), _site.Policy.Get(reads, default));
        if (!notes.IsFaulty && notes.Paths.All(addresses.Has) && notes.Anchors.All(addresses.HasPlace)) return [];
        return new PageProof(_rendered.Get(reads, page), addresses).Read();
    }
}

/// <summary>The addresses of a site, as one page that links to them sees them.</summary>
internal sealed class SiteAddresses(ProofQueries queries, Reads reads, SiteLinks links, SitePolicy policy)
{
    /// <summary>What pages may load from elsewhere.</summary>
    public SitePolicy Policy => policy;

    /// <summary>The addresses that one can be meant to be.</summary>
    public NearestIndex Near => queries.Near.Get(reads, default);

    /// <summary>The addresses by the words of their last part.</summary>
    public LongerNames Longer => queries.Longer.Get(reads, default);

    /// <summary>Where a link on a page leads, or null where it leads to another site.</summary>
    public Target? Follow(string page, string link) => links.Follow(page, link);

    /// <summary>Whether the site has an address.</summary>
    public bool Has(string url) => queries.Has.Get(reads, url);

    /// <summary>The ids of the page at an address, or null where there is none, or it could not be rendered.</summary>
    public PageIds? IdsOf(string url) => queries.PageAt.Get(reads, url) is { } page ? queries.Ids.Get(reads, page) : null;

    /// <summary>Whether a page has a place, as far as can be said.</summary>
    public bool HasPlace(Target target) => IdsOf(target.Path!)?.Has(target.Anchor) != false;
}
