using Explainers.Binding;
using Explainers.Incremental;
using Explainers.Parsing.Text;
using Explainers.Rendering;

namespace Explainers.Scopes;

/// <summary>The address that a site is published at.</summary>
/// <param name="Uri">The address.</param>
internal sealed record SiteAddress(Uri Uri)
{
    /// <summary>Its path without a slash at its end, which stands before every path of the site.</summary>
    public string Prefix { get; } = Uri.AbsolutePath.TrimEnd('/');

    /// <summary>Scheme, host and port.</summary>
    public string Origin { get; } = WebAddress.Origin(Uri);
}

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
        Published = engine.Query<SiteKey, SiteAddress>("address with its parts", (reads, _) =>
            new SiteAddress(Address.Get(reads, default) ?? new Uri(binding.Publication.Settings(reads).BaseUrl)));
        Indexing = engine.Input<SiteKey, Indexing>("indexing", hash: indexing => Hash128.Of(indexing.ToString()));
        Policy = engine.Query<SiteKey, SitePolicy>(
            "what pages may load from elsewhere", (reads, _) => SitePolicy.Of(binding.Publication.Settings(reads)));
        Services = engine.Query<SiteKey, EquatableArray<SiteService>>(
            "services that pages talk to", (reads, _) => SiteService.All(new BoundSite(binding, reads)).ToEquatable());
        Theme = new ThemeQueries(engine, binding);
        Indexes = new IndexQueries(engine, binding);
        Images = new ImageQueries(engine, this);
        Menu = engine.Query<string, Menu?>("menu", (reads, name) => Menus.Of(new SiteScope(this, reads), name).Value);
        Alphabet = engine.Query<SiteKey, Alphabet>("alphabet", (reads, _) => Scopes.Alphabet.Of(new SiteScope(this, reads)));
    }

    /// <summary>The address that the site is published at, where it is not the one in site.yaml.</summary>
    public Input<SiteKey, Uri?> Address { get; }

    /// <summary>The address that the site is published at.</summary>
    public Query<SiteKey, SiteAddress> Published { get; }

    /// <summary>Whether search engines may list the site.</summary>
    public Input<SiteKey, Indexing> Indexing { get; }

    /// <summary>What pages may load from elsewhere, by what site.yaml says.</summary>
    public Query<SiteKey, SitePolicy> Policy { get; }

    /// <summary>The services of others that pages talk to.</summary>
    public Query<SiteKey, EquatableArray<SiteService>> Services { get; }

    /// <summary>What is bound.</summary>
    public BindingQueries Binding { get; }

    /// <summary>The theme.</summary>
    public ThemeQueries Theme { get; }

    /// <summary>Indexes of the whole site.</summary>
    public IndexQueries Indexes { get; }

    /// <summary>Cards and photographs.</summary>
    public ImageQueries Images { get; }

    /// <summary>A menu of site.yaml by its name, or null.</summary>
    public Query<string, Menu?> Menu { get; }

    /// <summary>What the site has from A to Z.</summary>
    public Query<SiteKey, Alphabet> Alphabet { get; }
}
