using System.Text.Json;
using Explainers.Binding;
using Explainers.Rendering.Data;

namespace Explainers.Rendering.Feeds;

/// <summary>Writes feeds as JSON Feed 1.1, after jsonfeed.org.</summary>
internal static class JsonFeed
{
    /// <summary>Writes a feed.</summary>
    public static OutputFile Write(SiteScope site, Feed feed) => JsonFile.Write(Routes.File(feed.Json), json =>
    {
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", feed.Title);
        json.WriteString("description", feed.Description);
        json.WriteString("home_page_url", site.Absolute(feed.Page));
        json.WriteString("feed_url", site.Absolute(feed.Json));
        json.WriteString("language", site.Site.Language);
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", site.Site.Settings.Publisher?.Name ?? site.Site.Settings.Title);
        if (site.Site.Settings.Publisher?.Url is { } url) json.WriteString("url", url);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("items");
        foreach (var entry in feed.Entries) Item(json, entry);
        json.WriteEndArray();
    }) with
    { States = [.. feed.States.Select(fact => fact.Name)] };

    private static void Item(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Url);
        json.WriteString("title", entry.Title);
        json.WriteString("content_text", entry.Summary);
        json.WriteString("language", entry.Language);
        if (entry.Published is { } published) json.WriteString("date_published", published);
        json.WriteString("date_modified", entry.Updated);
        if (!entry.Topics.IsEmpty)
        {
            json.WriteStartArray("tags");
            foreach (var topic in entry.Topics) json.WriteStringValue(topic.Title);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
