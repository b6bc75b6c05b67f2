using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Parsing;
using Explainers.Parsing.Facts;
using Explainers.Rendering.Formatting;
using Explainers.Rendering.Pages;

namespace Explainers.Rendering.Feeds;

/// <summary>The feeds of a site: its explainers, those of each topic, and what was corrected.</summary>
internal static class SiteFeeds
{
    /// <summary>Writes every feed in both formats.</summary>
    /// <param name="site">The site.</param>
    /// <param name="today">The day, which dates the feeds of a site whose content has no dates.</param>
    public static IEnumerable<OutputFile> Write(SiteScope site, DateOnly today)
    {
        foreach (var source in All(site, new Lazy<string>(() => LastChange(site, today))))
        {
            var feed = new Lazy<Feed>(source.Make);
            yield return OutputFile.Deferred(Routes.File(source.Atom), () => AtomFeed.Write(site, feed.Value));
            yield return OutputFile.Deferred(Routes.File(source.Json), () => JsonFeed.Write(site, feed.Value));
        }
    }

    private static IEnumerable<(string Atom, string Json, Func<Feed> Make)> All(SiteScope site, Lazy<string> lastChange)
    {
        var settings = site.Site.Settings;
        yield return (Routes.Feed, Routes.JsonFeed, () => Articles(
            site, site.Site.Articles, Routes.Feed, Routes.JsonFeed, Routes.Home, settings.Title, settings.Description, lastChange));
        foreach (var topic in site.Site.Topics)
        {
            yield return (Routes.TopicFeed(topic.Id), Routes.TopicJsonFeed(topic.Id), () => Articles(
                site, site.ArticlesOf(topic.Id), Routes.TopicFeed(topic.Id), Routes.TopicJsonFeed(topic.Id), topic.Url,
                $"{settings.Title} – {topic.Title}", topic.Summary ?? topic.Title, lastChange));
        }
        yield return (Routes.CorrectionsFeed, Routes.CorrectionsJsonFeed, () => Corrections(site, lastChange));
    }

    /// <summary>When the content last changed, which dates a feed without entries.</summary>
    private static string LastChange(SiteScope site, DateOnly today)
    {
        var article = site.Site.All.Select(article => article.Changed).OfType<PublicationDate>().MaxBy(changed => changed.Instant);
        return article?.Timestamp ?? Midnight(site.Sheets.Changes.Select(changed => changed.Change.Date.FirstDay).DefaultIfEmpty(today).First());
    }

    private static string Midnight(DateOnly day) => $"{PartialDate.Of(day)}T00:00:00Z";

    /// <summary>New and changed explainers. Those without a date are no news, and are left out.</summary>
    private static Feed Articles(
        SiteScope site,
        IEnumerable<Article> articles,
        string atom,
        string json,
        string page,
        string title,
        string description,
        Lazy<string> lastChange)
    {
        var stated = new HashSet<Fact>();
        var newest = articles
            .Where(article => article.Changed is not null)
            .OrderByDescending(article => article.Changed!.Instant)
            .ThenBy(article => article.Url, StringComparer.Ordinal)
            .Take(Feed.MostEntries)
            .Select(article =>
            {
                var format = FactFormatter.Of(site.Words(article.Language), article.Language);
                return new FeedEntry(
                    site.Absolute(article.Url),
                    site.Absolute(article.Url),
                    Prose.Text(article.Title, format, stated),
                    Prose.Text(article.Description, format, stated),
                    article.Language,
                    article.Published?.Timestamp,
                    article.Changed!.Timestamp,
                    article.Topics);
            })
            .ToImmutableArray();
        var updated = newest.IsEmpty ? lastChange.Value : newest[0].Updated;
        return new Feed(atom, json, page, title, description, newest, updated) { States = [.. stated] };
    }

    /// <summary>Corrections and updates of facts.</summary>
    private static Feed Corrections(SiteScope site, Lazy<string> lastChange)
    {
        var language = site.Site.Language;
        var words = site.Words(language);
        var format = new FactFormatter(words);
        var stated = new HashSet<Fact>();
        var entries = site.Sheets.Changes.Take(Feed.MostEntries).Select(changed =>
        {
            var (fact, change) = changed;
            stated.Add(fact);
            return new FeedEntry(
                $"{site.Absolute(Routes.Corrections)}#{FactChange.Anchor(fact, change)}",
                site.Absolute(fact.Url),
                $"{words[change.Kind == ChangeKind.Correction ? "correction" : "update"]}: {fact.Label}",
                words.Fill(
                    "correction_text",
                    ("label", fact.Label),
                    ("was", format.Value(change.Was, FactForm.Whole)),
                    ("is", format.Value(fact.Value, FactForm.Whole)),
                    ("why", Prose.Text(site.Site.Texts[change.Why], format, stated))),
                language,
                null,
                Midnight(change.Date.FirstDay),
                []);
        }).ToImmutableArray();
        var title = $"{site.Site.Settings.Title} – {words["corrections"]}";
        var updated = entries.IsEmpty ? lastChange.Value : entries[0].Updated;
        var (atom, json) = (Routes.CorrectionsFeed, Routes.CorrectionsJsonFeed);
        return new Feed(atom, json, Routes.Corrections, title, words["corrections_description"], entries, updated) { States = [.. stated] };
    }
}
