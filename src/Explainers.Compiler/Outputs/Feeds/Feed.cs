using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Incremental;

namespace Explainers.Outputs.Feeds;

/// <summary>A list of news about the site, whatever format it is written in; its times are those of the content.</summary>
/// <param name="Atom">Its address as Atom.</param>
/// <param name="Json">Its address as JSON Feed.</param>
/// <param name="Page">The page that says the same to people.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Entries">The entries, the latest first.</param>
/// <param name="Updated">When it last changed, as in RFC 3339.</param>
internal sealed record Feed(
    string Atom, string Json, string Page, string Title, string Description, ImmutableArray<FeedEntry> Entries, string Updated)
{
    /// <summary>How many entries a feed has at most.</summary>
    public const int MostEntries = 30;

    /// <summary>How many topics of an article are told: all of its topics have feeds that list it.</summary>
    public const int MostTopics = 20;

    /// <summary>Who wrote all of it, or null for the publisher.</summary>
    public FeedAuthor? Author { get; init; }

    /// <summary>The facts that it states.</summary>
    public EquatableArray<FactId> States { get; init; }
}

/// <summary>An entry of a feed.</summary>
/// <param name="Id">What it is known by, wherever it can be read.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What it says.</param>
/// <param name="Language">The code of its language.</param>
/// <param name="Published">Its first publication as in RFC 3339, or null.</param>
/// <param name="Updated">Its last change as in RFC 3339.</param>
/// <param name="Topics">Its topics.</param>
internal sealed record FeedEntry(
    string Id,
    string Url,
    string Title,
    string Summary,
    string Language,
    string? Published,
    string Updated,
    ImmutableArray<Topic> Topics)
{
    /// <summary>Who wrote it; nobody where the publisher did.</summary>
    public ImmutableArray<FeedAuthor> Authors { get; init; } = [];
}
