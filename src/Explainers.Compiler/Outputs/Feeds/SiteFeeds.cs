using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Text;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Feeds;

/// <summary>The feeds of a site: its explainers, those of each topic and author, and what was corrected.</summary>
internal static class SiteFeeds
{
    /// <summary>The addresses of a feed: of the site for the empty name, of a topic by its id, of an author, or of corrections.</summary>
    public static (string Atom, string Json) Addresses(string name) => name switch
    {
        "" => (Routes.Feed, Routes.JsonFeed),
        OutputKey.Corrections => (Routes.CorrectionsFeed, Routes.CorrectionsJsonFeed),
        _ when AuthorOf(name) is { } author => (Routes.AuthorFeed(author), Routes.AuthorJsonFeed(author)),
        _ => (Routes.TopicFeed(name), Routes.TopicJsonFeed(name)),
    };

    /// <summary>Makes a feed.</summary>
    public static Feed Make(SiteScope site, string name)
    {
        var settings = site.Site.Settings;
        if (name.Length == 0) return Articles(site, name, site.Site.Articles, Routes.Home, settings.Title, settings.Description);
        if (name == OutputKey.Corrections) return Corrections(site);
        if (AuthorOf(name) is { } id)
        {
            var author = site.Site.Author(id);
            var about = author.Bio ?? site.Strings(site.Site.Language).Fill("author_description", ("name", author.Name));
            return Articles(site, name, site.WrittenBy(id), author.Url, $"{settings.Title} – {author.Name}", about) with
            {
                Author = new FeedAuthor(author.Name, site.Absolute(author.Url)),
            };
        }
        var topic = site.Site.Topic(name);
        return Articles(site, name, site.ArticlesOf(name), topic.Url, $"{settings.Title} – {topic.Title}", topic.Summary ?? topic.Title);
    }

    private static string? AuthorOf(string name) =>
        name.StartsWith(OutputKey.ByAuthor, StringComparison.Ordinal) ? name[OutputKey.ByAuthor.Length..] : null;

    /// <summary>When the content last changed, which dates a feed without entries; today for a site whose content has no dates.</summary>
    private static string LastChange(SiteScope site)
    {
        var changed = site.Site.All.Select(article => site.Site.Head(article).Changed).OfType<PublicationDate>()
            .MaxBy(changed => changed.Instant);
        return changed?.Timestamp
            ?? Midnight(site.Changes.Select(change => change.Change.Date.FirstDay).DefaultIfEmpty(site.Site.Today).First());
    }

    private static string Midnight(DateOnly day) => $"{PartialDate.Of(day)}T00:00:00Z";

    /// <summary>New and changed explainers. Those without a date are no news, and are left out.</summary>
    private static Feed Articles(
        SiteScope site,
        string name,
        IEnumerable<ArticleId> articles,
        string page,
        string title,
        string description)
    {
        var stated = new HashSet<FactId>();
        var newest = articles
            .Select(site.Site.Head)
            .Where(article => article.Changed is not null)
            .OrderByDescending(article => article.Changed!.Instant)
            .ThenBy(article => article.Url, StringComparer.Ordinal)
            .Take(Feed.MostEntries)
            .Select(article =>
            {
                var format = FactFormatter.Of(site.Strings(article.Language), article.Language);
                return new FeedEntry(
                    FeedIds.Of(article),
                    site.Absolute(article.Url),
                    PlainText.Of(article.Title, site.Site, format, stated),
                    PlainText.Of(article.Description, site.Site, format, stated),
                    article.Language,
                    article.Published?.Timestamp,
                    article.Changed!.Timestamp,
                    [.. article.Topics.Take(Feed.MostTopics).Select(site.Site.Topic)])
                {
                    Authors = [.. article.Authors.Select(site.Site.Author)
                        .Select(author => new FeedAuthor(author.Name, site.Absolute(author.Url)))],
                };
            })
            .ToImmutableArray();
        var updated = newest.IsEmpty ? LastChange(site) : newest[0].Updated;
        var (atom, json) = Addresses(name);
        return new Feed(atom, json, page, title, description, newest, updated) { States = stated.ToEquatable() };
    }

    /// <summary>Corrections and updates of facts.</summary>
    private static Feed Corrections(SiteScope site)
    {
        var language = site.Site.Language;
        var strings = site.Strings(language);
        var format = new FactFormatter(strings);
        var stated = new HashSet<FactId>();
        var entries = site.Changes.Take(Feed.MostEntries).Select(changed =>
        {
            var (fact, change) = (site.Site.Fact(changed.Fact), changed.Change);
            stated.Add(fact.Name);
            return new FeedEntry(
                FeedIds.Of(changed),
                site.Absolute(fact.Url),
                $"{strings[change.Kind == ChangeKind.Correction ? "correction" : "update"]}: {fact.Label}",
                strings.Fill(
                    "correction_text",
                    ("label", fact.Label),
                    ("was", format.Value(change.Was, FactForm.Whole)),
                    ("is", format.Value(fact.Value, FactForm.Whole)),
                    ("why", PlainText.Of(site.Site.Texts(fact.Name).Reasons[change.Number], site.Site, format, stated))),
                language,
                null,
                Midnight(change.Date.FirstDay),
                []);
        }).ToImmutableArray();
        var title = $"{site.Site.Settings.Title} – {strings["corrections"]}";
        var updated = entries.IsEmpty ? LastChange(site) : entries[0].Updated;
        var (atom, json) = (Routes.CorrectionsFeed, Routes.CorrectionsJsonFeed);
        return new Feed(
            atom,
            json,
            Routes.Corrections,
            title,
            strings["corrections_description"],
            entries,
            updated)
        { States = stated.ToEquatable() };
    }
}
