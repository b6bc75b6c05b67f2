using Explainers.Binding;
using Explainers.Incremental;
using Explainers.Parsing.Pictures;
using Explainers.Rendering.Images;
using Explainers.Sources;

namespace Explainers.Scopes;

/// <summary>The pictures that a site needs beside the files that it is given: cards, and photographs in several sizes.</summary>
internal sealed class ImageQueries
{
    private readonly RenderingQueries _site;

    /// <summary>Defines the queries.</summary>
    public ImageQueries(Engine engine, RenderingQueries site)
    {
        _site = site;
        Imaging = engine.Input<SiteKey, IImaging?>("imaging", hash: imaging => Hash128.Of(imaging is null ? "none" : "some"));
        Shown = engine.Query<SiteKey, EquatableArray<ShownImage>>("photographs", (reads, _) => ShownOf(reads));
        Photograph = engine.Query<string, PhotographFiles?>("photograph", (reads, path) =>
        {
            if (site.Binding.Site.Image.Get(reads, path) is not { } file) return null;
            return Photographs.Of(file, Content(reads, path), Imaging.Get(reads, default));
        });
        Drawing = engine.Query<SiteKey, CardLayout?>("layout of cards", (reads, _) => CardLayout.Of(
            site.Binding.Publication.Settings(reads), site.Binding.Syntax.Theme.Get(reads, default).Value.Card,
            Imaging.Get(reads, default)));
        SiteCard = engine.Query<SiteKey, SocialCard?>("card of the site", (reads, _) =>
            Drawing.Get(reads, default) is { } layout ? SocialCards.OfSite(new SiteScope(site, reads), layout) : null);
        ArticleCard = engine.Query<ArticleId, SocialCard?>("card of an article", (reads, article) =>
            Drawing.Get(reads, default) is { } layout ? SocialCards.Of(article, new SiteScope(site, reads), layout) : null);
    }

    /// <summary>Draws cards and scales photographs; null for a site without.</summary>
    public Input<SiteKey, IImaging?> Imaging { get; }

    /// <summary>The photographs that articles show, and those of authors, each at the first place that names it.</summary>
    public Query<SiteKey, EquatableArray<ShownImage>> Shown { get; }

    /// <summary>A photograph with its sizes, by its path.</summary>
    public Query<string, PhotographFiles?> Photograph { get; }

    /// <summary>How cards are drawn, or null where none are.</summary>
    public Query<SiteKey, CardLayout?> Drawing { get; }

    /// <summary>The card of pages that have none of their own, or null.</summary>
    public Query<SiteKey, SocialCard?> SiteCard { get; }

    /// <summary>The card of an explainer, or null.</summary>
    public Query<ArticleId, SocialCard?> ArticleCard { get; }

    /// <summary>The picture that networks show beside links to a page, or null.</summary>
    public SocialCard? Card(Reads reads, string url) =>
        _site.Binding.Articles.At.Get(reads, url) is { } article && SourceKinds.Of(article.Path) == SourceKind.Article
            ? ArticleCard.Get(reads, article)
            : SiteCard.Get(reads, default);

    /// <summary>What is published of a picture, or null where it may not be.</summary>
    public PictureContent? Content(Reads reads, string path) => _site.Binding.Syntax.Picture.Get(reads, path).Value.Content;

    private EquatableArray<ShownImage> ShownOf(Reads reads) => _site.Binding.Publication.Published.Get(reads, default).Images.IsEmpty ? []
        : new BoundSite(_site.Binding, reads).All
            .SelectMany(article => _site.Binding.Articles.Images.Get(reads, article))
            .Where(image => image.IsPhotograph)
            .Concat(_site.Indexes.Work.Authors.Get(reads, default)
                .Select(author => _site.Binding.Authors.Portrait.Get(reads, author)).OfType<ShownImage>())
            .DistinctBy(image => image.Path, StringComparer.Ordinal)
            .ToEquatable();
}
