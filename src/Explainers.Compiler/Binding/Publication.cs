using Explainers.Incremental;
using Explainers.Parsing.Text;

namespace Explainers.Binding;

/// <summary>What of an article decides whether it is published, and where: the rest of it may change.</summary>
/// <param name="Path">The path of its file below the input folder.</param>
/// <param name="DisplayPath">The path as messages show it.</param>
/// <param name="Slug">Its address without the slashes at its ends.</param>
/// <param name="IsDraft">Whether it is marked as a draft.</param>
/// <param name="Published">The first publication, or null.</param>
/// <param name="Updated">The last change in substance, or null.</param>
/// <param name="Expires">The last day on which it is shown, or null.</param>
/// <param name="Aliases">Old addresses that lead to it.</param>
internal sealed record ArticleStatus(
    string Path,
    string DisplayPath,
    string Slug,
    bool IsDraft,
    PublicationDate? Published,
    PublicationDate? Updated,
    PartialDate? Expires,
    EquatableArray<string> Aliases)
{
    /// <summary>The article with the reason why it is not published on a day, or null.</summary>
    /// <param name="day">The day.</param>
    /// <param name="isEarly">Whether its hour is still to come, or null where nobody knows the hour that it is.</param>
    public UnpublishedArticle? UnpublishedOn(DateOnly day, bool? isEarly)
    {
        var dates = new ArticleDates(Published, Updated, Expires);
        return (IsDraft ? UnpublishedReason.Draft : dates.ReasonOn(day, isEarly)) is { } reason
            ? new UnpublishedArticle(Path, Slug, reason, dates)
            : null;
    }
}

/// <summary>What of a site is published on a day. Only references decide; see <see cref="ReferenceGraph"/>.</summary>
/// <param name="Articles">The paths of the published articles and pages.</param>
/// <param name="Sheets">The paths of the published sheets.</param>
/// <param name="Images">The paths of the published files of <c>images/</c>.</param>
/// <param name="Unpublished">The other articles and pages.</param>
/// <param name="Waiting">Everything that the other articles and pages refer to, published or not.</param>
internal sealed record Publication(
    EquatableArray<string> Articles,
    EquatableArray<string> Sheets,
    EquatableArray<string> Images,
    EquatableArray<UnpublishedArticle> Unpublished,
    References Waiting);

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
/// <param name="Path">The path of its file below the input folder.</param>
/// <param name="Slug">Its address without the slashes at its ends.</param>
/// <param name="Reason">Why it is not.</param>
/// <param name="Dates">Its dates, without their places.</param>
internal sealed record UnpublishedArticle(string Path, string Slug, UnpublishedReason Reason, ArticleDates Dates)
{
    /// <summary>The reason in the words of a message.</summary>
    internal string Why => Reason switch
    {
        UnpublishedReason.Draft => "is a draft",
        UnpublishedReason.Embargoed => $"is embargoed until {Dates.Published}",
        _ => $"expired on {Dates.Expires}",
    };
}
