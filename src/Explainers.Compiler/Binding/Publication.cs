using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>What of a site is published on a day. Only references decide; see <see cref="ReferenceGraph"/>.</summary>
/// <param name="Articles">The published articles and pages.</param>
/// <param name="Sheets">The published sheets.</param>
/// <param name="Images">The published files of <c>images/</c>.</param>
/// <param name="Unpublished">The other articles and pages.</param>
/// <param name="Waiting">Everything that the other articles and pages refer to, published or not.</param>
internal sealed record Publication(
    ImmutableArray<ArticleSyntax> Articles,
    ImmutableArray<FactSheetSyntax> Sheets,
    ImmutableArray<SourceFile> Images,
    ImmutableArray<UnpublishedArticle> Unpublished,
    ReferenceGraph Waiting)
{
    /// <summary>
    /// Decides what is published. Drafts, embargoed and expired articles are not. A sheet or image that such an article refers to
    /// waits with it, unless something published refers to it too. What no article refers to is published.
    /// </summary>
    /// <param name="site">What is written.</param>
    /// <param name="drafts">Whether everything is published regardless.</param>
    /// <param name="today">The day.</param>
    public static Publication Of(ParsedSite site, Drafts drafts, DateOnly today)
    {
        var waiting = new ReferenceGraph(site);
        var published = ImmutableArray.CreateBuilder<ArticleSyntax>(site.Articles.Length);
        var unpublished = ImmutableArray.CreateBuilder<UnpublishedArticle>();
        foreach (var article in site.Articles)
        {
            if (drafts == Drafts.Included || ReasonFor(article, today) is not { } reason)
            {
                published.Add(article);
                continue;
            }
            unpublished.Add(reason);
            waiting.Follow(article);
        }
        if (unpublished.Count == 0) return new Publication(site.Articles, site.Sheets, site.Images, [], waiting);
        var needed = new ReferenceGraph(site);
        foreach (var article in published) needed.Follow(article);
        foreach (var sheet in site.Sheets.Where(sheet => !waiting.Sheets.Contains(sheet.Name))) needed.Follow(sheet);
        needed.Follow(site.Theme);
        return new Publication(
            published.ToImmutable(),
            [.. site.Sheets.Where(sheet => !waiting.Sheets.Contains(sheet.Name) || needed.Sheets.Contains(sheet.Name))],
            [.. site.Images.Where(image => !waiting.Images.Contains(image.Path) || needed.Images.Contains(image.Path))],
            unpublished.ToImmutable(),
            waiting);
    }

    /// <summary>
    /// The article with the reason why it is not published, or null. Dates that cannot be read are reported when it is bound,
    /// and keep nothing back.
    /// </summary>
    private static UnpublishedArticle? ReasonFor(ArticleSyntax article, DateOnly today)
    {
        var dates = ArticleDates.Of(article, ImmutableArray.CreateBuilder<Diagnostic>());
        return (article.IsDraft ? UnpublishedReason.Draft : dates.ReasonOn(today)) is { } reason
            ? new UnpublishedArticle(article.File, article.Slug, reason, dates)
            : null;
    }

    /// <summary>
    /// The unpublished articles by the paths of their files, and by their addresses where nothing published has the same one.
    /// </summary>
    public Dictionary<string, UnpublishedArticle> ByPlace()
    {
        var places = new Dictionary<string, UnpublishedArticle>(StringComparer.Ordinal);
        if (Unpublished.IsEmpty) return places;
        var taken = Articles.Select(article => article.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var article in Unpublished)
        {
            places[article.File.Path] = article;
            if (!taken.Contains(article.Slug)) places[Routes.Article(article.Slug)] = article;
        }
        return places;
    }
}

/// <summary>Why an article is not published.</summary>
internal enum UnpublishedReason
{
    /// <summary>It is marked as a draft.</summary>
    Draft,

    /// <summary>Its day of publication has not come.</summary>
    Embargoed,

    /// <summary>Its last day is over.</summary>
    Expired,
}

/// <summary>An article or page that is not published.</summary>
/// <param name="File">Its file.</param>
/// <param name="Slug">Its address without the slashes at its ends.</param>
/// <param name="Reason">Why it is not.</param>
/// <param name="Dates">Its dates.</param>
internal sealed record UnpublishedArticle(SourceFile File, string Slug, UnpublishedReason Reason, ArticleDates Dates)
{
    /// <summary>The reason in the words of a message.</summary>
    internal string Why => Reason switch
    {
        UnpublishedReason.Draft => "is a draft",
        UnpublishedReason.Embargoed => $"is embargoed until {Dates.Published}",
        _ => $"expired on {Dates.Expires}",
    };
}
