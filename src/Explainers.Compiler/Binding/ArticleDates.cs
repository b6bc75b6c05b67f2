using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Text;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>The dates in an article's front matter.</summary>
/// <param name="Published">The first publication, or null.</param>
/// <param name="Updated">The last change in substance, or null.</param>
/// <param name="Expires">The last day on which it is shown, or null.</param>
internal sealed record ArticleDates(PublicationDate? Published, PublicationDate? Updated, PartialDate? Expires)
{
    /// <summary>Where 'updated' is written.</summary>
    internal FileSpan UpdatedAt { get; init; }

    /// <summary>Where 'expires' is written.</summary>
    internal FileSpan ExpiresAt { get; init; }

    /// <summary>When others had a part in it, each with the name that this is written at.</summary>
    internal EquatableArray<(PartialDate Date, FileSpan At)> Parts { get; init; } = [];

    /// <summary>Reads the dates of an article. A date that cannot be read is reported, and counts as not given.</summary>
    internal static ArticleDates Of(ArticleSyntax article, ImmutableArray<Diagnostic>.Builder findings) =>
        new(
        PublicationDate.Bind(article.Published, findings),
        PublicationDate.Bind(article.Updated, findings),
        article.Expires is { } expires && PartialDate.TryParse(expires.Text, out var end) ? end : null)
        {
            UpdatedAt = article.Updated?.Span ?? FileSpan.None,
            ExpiresAt = article.Expires?.Span ?? FileSpan.None,
            Parts = article.Contributions.Where(part => part.Date is not null).Select(part => (part.Date!.Value, part.Author.Span))
                .ToEquatable(),
        };

    /// <summary>
    /// The date whose names and roles an article gives: the one that it names, or the last change, or the publication; null for the latest.
    /// </summary>
    internal static PartialDate? AsOf(ArticleSyntax article)
    {
        if (article.AsOf is { } named) return named;
        var dates = Of(article, ImmutableArray.CreateBuilder<Diagnostic>());
        return (dates.Updated ?? dates.Published) is { } date ? PartialDate.Of(date.Day) : null;
    }

    /// <summary>Why these dates keep an article out of the site on a day, or null where they do not.</summary>
    /// <param name="day">The day.</param>
    /// <param name="isEarly">Whether the hour of publication is still to come, or null where nobody knows the hour that it is.</param>
    internal UnpublishedReason? ReasonOn(DateOnly day, bool? isEarly = null) =>
        Published is { } published && (published.HasHour && isEarly is { } early ? early : published.Day > day)
            ? UnpublishedReason.Embargoed
        : Expires is { } end && end.LastDay < day ? UnpublishedReason.Expired
        : null;
}
