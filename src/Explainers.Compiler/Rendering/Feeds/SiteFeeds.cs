using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Parsing;
using Explainers.Parsing.Facts;
using Explainers.Rendering.Formatting;
using Explainers.Rendering.Pages;
using NodaTime;

namespace Explainers.Rendering.Feeds;

/// <summary>The feeds of a site: its explainers, those of each topic, and what was corrected.</summary>
internal static class SiteFeeds
{
    /// <summary>Writes every feed in both formats.</summary>
    public static IEnumerable<OutputFile> Write(SiteScope site) => All(site).SelectMany(source =>
    {
        var feed = new Lazy<Feed>(source.Make);
        return new[]
        {
            OutputFile.Deferred(Routes.File(source.Atom), () => AtomFeed.Write(site, feed.Value)),
            OutputFile.Deferred(Routes.File(source.Json), () => JsonFeed.Write(site, feed.Value)),
        };
    });

    private static IEnumerable<(string Atom, string Json, Func<Feed> Make)> All(SiteScope site)
    {
        var settings = site.Site.Settings;
        yield return (Routes.Feed, Routes.JsonFeed, () => Articles(site, site.Site.Articles, Routes.Feed, Routes.JsonFeed, Routes.Home, settings.Title, settings.Description));
        foreach (var topic in site.Site.Topics)
        {
            yield return (Routes.TopicFeed(topic.Id), Routes.TopicJsonFeed(topic.Id), () => Articles(
                site, site.ArticlesOf(topic.Id), Routes.TopicFeed(topic.Id), Routes.TopicJsonFeed(topic.Id), topic.Url,
                $"{settings.Title} – {topic.Title}", topic.Summary ?? topic.Title));
        }
        yield return (Routes.CorrectionsFeed, Routes.CorrectionsJsonFeed, () => Corrections(site));
    }

    /// <summary>New and changed explainers.</summary>
    private static Feed Articles(SiteScope site, IEnumerable<Article> articles, string atom, string json, string page, string title, string description)
    {
        var stated = new HashSet<Fact>();
        var newest = articles
            .OrderByDescending(article => article.Changed?.Instant ?? Instant.MinValue)
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
                    article.Changed?.Timestamp ?? Feed.NoTime,
                    article.Topics);
            })
            .ToImmutableArray();
        return new Feed(atom, json, page, title, description, newest) { States = [.. stated] };
    }

    /// <summary>Corrections and updates of facts.</summary>
    private static Feed Corrections(SiteScope site)
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
                $"{PartialDate.Of(change.Date.FirstDay)}T00:00:00Z",
                []);
        }).ToImmutableArray();
        var title = $"{site.Site.Settings.Title} – {words["corrections"]}";
        return new Feed(Routes.CorrectionsFeed, Routes.CorrectionsJsonFeed, Routes.Corrections, title, words["corrections_description"], entries) { States = [.. stated] };
    }
}
