using System.Text.Json.Serialization;

namespace Explainers.Outputs.Feeds;

/// <summary>A feed, after jsonfeed.org.</summary>
internal sealed record FeedData(
    string Version,
    string Title,
    string Description,
    string HomePageUrl,
    string FeedUrl,
    string Language,
    FeedAuthor[] Authors,
    FeedItem[] Items);

/// <summary>Who writes a feed.</summary>
internal sealed record FeedAuthor(string Name, string? Url);

/// <summary>An entry of a feed.</summary>
internal sealed record FeedItem(
    string Id,
    string Url,
    string Title,
    string ContentText,
    string Language,
    string? DatePublished,
    string DateModified,
    FeedAuthor[]? Authors,
    string[]? Tags);

/// <summary>How other sites embed a fact, after oembed.com.</summary>
internal sealed record EmbedData(
    string Version, string Type, string Title, string ProviderName, string ProviderUrl, string Html, int Width, int Height);

/// <summary>The site as an app, after the W3C's Web Application Manifest.</summary>
internal sealed record ManifestData(
    string Name,
    string Description,
    string Lang,
    string? Dir,
    string Id,
    string StartUrl,
    string Scope,
    string Display,
    ManifestIcon[]? Icons);

/// <summary>An icon of the site.</summary>
internal sealed record ManifestIcon(string Src, string Type, string Sizes);

/// <summary>How feeds and what is like them are written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FeedData))]
[JsonSerializable(typeof(EmbedData))]
[JsonSerializable(typeof(ManifestData))]
internal sealed partial class FeedDataJson : JsonSerializerContext;
