using Explainers.Binding;
using Explainers.Incremental;
using Explainers.Rendering;

namespace Explainers.Scopes;

/// <summary>
/// What pages and files are made from, beside what binding knows: the theme, indexes of the whole site, its pictures, its address.
/// </summary>
internal sealed class RenderingQueries
{
    /// <summary>Defines the queries.</summary>
    public RenderingQueries(Engine engine, BindingQueries binding)
    {
        Binding = binding;
        Address = engine.Input<SiteKey, Uri?>("address", hash: address => Hash128.Of(address?.AbsoluteUri ?? ""));
        Indexing = engine.Input<SiteKey, Indexing>("indexing", hash: indexing => Hash128.Of(indexing.ToString()));
        Theme = new ThemeQueries(engine, binding);
        Indexes = new IndexQueries(engine, binding);
        Images = new ImageQueries(engine, this);
        Alphabet = engine.Query<SiteKey, Alphabet>("alphabet", (reads, _) => Scopes.Alphabet.Of(new SiteScope(this, reads)));
    }

    /// <summary>The address that the site is published at, where it is not the one in site.yaml.</summary>
    public Input<SiteKey, Uri?> Address { get; }

    /// <summary>Whether search engines may list the site.</summary>
    public Input<SiteKey, Indexing> Indexing { get; }

    /// <summary>What is bound.</summary>
    public BindingQueries Binding { get; }

    /// <summary>The theme.</summary>
    public ThemeQueries Theme { get; }

    /// <summary>Indexes of the whole site.</summary>
    public IndexQueries Indexes { get; }

    /// <summary>Cards and photographs.</summary>
    public ImageQueries Images { get; }

    /// <summary>What the site has from A to Z.</summary>
    public Query<SiteKey, Alphabet> Alphabet { get; }
}
