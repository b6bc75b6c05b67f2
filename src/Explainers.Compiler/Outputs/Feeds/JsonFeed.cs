using Explainers.Binding;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Feeds;

/// <summary>Writes feeds as JSON Feed 1.1, after jsonfeed.org.</summary>
internal static class JsonFeed
{
    /// <summary>Writes a feed.</summary>
    public static OutputFile Write(SiteScope site, Feed feed)
    {
        var settings = site.Site.Settings;
        var data = new FeedData(
            "https://jsonfeed.org/version/1.1",
            feed.Title,
            feed.Description,
            site.Absolute(feed.Page),
            site.Absolute(feed.Json),
            site.Site.Language,
            [feed.Author ?? new FeedAuthor(settings.Publisher?.Name ?? settings.Title, settings.Publisher?.Url)],
            [.. feed.Entries.Select(Item)]);
        return JsonFile.Write(Routes.File(feed.Json), data, FeedDataJson.Default.FeedData) with { States = feed.States };
    }

    private static FeedItem Item(FeedEntry entry) => new(
        entry.Id,
        entry.Url,
        entry.Title,
        entry.Summary,
        entry.Language,
        entry.Published,
        entry.Updated,
        entry.Authors.IsEmpty ? null : [.. entry.Authors],
        entry.Topics.IsEmpty ? null : [.. entry.Topics.Select(topic => topic.Title)]);
}
