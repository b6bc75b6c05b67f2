using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Parsing.Photographs;
using Explainers.Parsing.Text;
using Explainers.Sources;

namespace Explainers.Checking;

/// <summary>No date contradicts another, and what has happened does not lie in the future.</summary>
internal static class DatesAgree
{
    private const string OfChange = "write the day of the change";

    /// <summary>Checks a published article.</summary>
    public static IEnumerable<Diagnostic> Check(Article article, DateOnly today) =>
    [
        .. Order(article.Dates),
        .. article.Head.UnpublishedOn(today) is null ? Future(article.Dates, today) : [],
    ];

    /// <summary>Checks an article that is not published, whose other dates may still come.</summary>
    public static IEnumerable<Diagnostic> Check(ArticleDates dates) => Order(dates);

    /// <summary>Checks a fact.</summary>
    public static IEnumerable<Diagnostic> Check(BoundFact fact, DateOnly today) => Order(fact).Concat(Future(fact, today));

    /// <summary>Checks the sources of a sheet.</summary>
    public static IEnumerable<Diagnostic> Check(SheetEntries sheet, DateOnly today) =>
        sheet.Sources.All.SelectMany(citation => Check(citation, today));

    /// <summary>Checks the credits of photographs.</summary>
    public static IEnumerable<Diagnostic> Check(IEnumerable<CreditSyntax> credits, DateOnly today) => credits
        .Where(credit => IsFuture(credit.Date, today))
        .Select(credit => Catalog.FutureDate(FileSpan.StartOf(credit.File), $"'date' is {credit.Date}", today, "write when it was taken"));

    private static IEnumerable<Diagnostic> Order(ArticleDates dates)
    {
        if (dates.Published is not { } published) yield break;
        if (dates.Updated is { } updated && updated.IsBefore(published))
            yield return Catalog.DatesOutOfOrder(dates.UpdatedAt, $"'updated' is {updated}, before 'published', {published}");
        if (dates.Expires is { } end && end.LastDay < published.Day)
            yield return Catalog.DatesOutOfOrder(dates.ExpiresAt, $"'expires' is {end}, before 'published', {published}");
    }

    private static IEnumerable<Diagnostic> Future(ArticleDates dates, DateOnly today)
    {
        if (dates.Updated is { } updated && updated.Day > today)
            yield return Catalog.FutureDate(dates.UpdatedAt, $"'updated' is {updated}", today, OfChange);
        foreach (var (date, at) in dates.Parts.Where(part => IsFuture(part.Date, today)))
            yield return Catalog.FutureDate(at, $"this was done on {date}", today, "write the day on which it was done");
    }

    private static IEnumerable<Diagnostic> Order(BoundFact bound)
    {
        var fact = bound.Fact;
        if (fact.AsOf is not { } held) yield break;
        if (fact.ReviewBy is { } review && review.LastDay < held.FirstDay)
            yield return Catalog.DatesOutOfOrder(bound.Span, $"'review_by' of '{fact.Name}' is {review}, before 'as_of', {held}");
        if (fact.Expires is { } end && end.LastDay < held.FirstDay)
            yield return Catalog.DatesOutOfOrder(bound.Span, $"'expires' of '{fact.Name}' is {end}, before 'as_of', {held}");
    }

    private static IEnumerable<Diagnostic> Future(BoundFact bound, DateOnly today)
    {
        var fact = bound.Fact;
        var key = fact.Value is QuoteValue ? "date" : "as_of";
        var versions = fact.Value is DisputedValue disputed ? disputed.Versions.Select(version => version.AsOf) : [];
        foreach (var held in versions.Prepend(fact.AsOf))
        {
            if (!IsFuture(held, today)) continue;
            yield return Catalog.FutureDate(bound.Span, $"'{key}' of '{fact.Name}' is {held}", today, "write the day when it held");
        }
        foreach (var change in fact.Changes.Where(change => IsFuture(change.Date, today)))
            yield return Catalog.FutureDate(bound.Span, $"a change of '{fact.Name}' is of {change.Date}", today, OfChange);
    }

    private static IEnumerable<Diagnostic> Check(SheetCitation citation, DateOnly today)
    {
        if (citation.Citation is { Accessed: { } read, Date: { } published } && read.LastDay < published.FirstDay)
            yield return Catalog.DatesOutOfOrder(
                citation.Span, $"'accessed' of '{citation.Id}' is {read}, before its 'date', {published}");
        if (citation.Citation.Accessed is { } accessed && IsFuture(accessed, today))
            yield return Catalog.FutureDate(
                citation.Span,
                $"'accessed' of '{citation.Id}' is {accessed}",
                today,
                "write the day when it was read");
    }

    private static bool IsFuture(PartialDate? date, DateOnly today) => date is { } day && day.FirstDay > today;
}
