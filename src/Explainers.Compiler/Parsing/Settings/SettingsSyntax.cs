using System.Collections.Immutable;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Settings;

/// <summary>The keys of site.yaml.</summary>
internal static class SettingsKeys
{
    /// <summary>An entry of a menu.</summary>
    public static readonly KeyTable MenuEntry = new("an entry of a menu",
        new("page", Shape.Name, "the slug of a page, or an address that begins with https:// or http://", Presence.Required),
        new("title", Shape.Text, "what readers see; without this key, the title of the page"));

    private static readonly Shape MenuEntries = Shape.List("a page or a list of pages", Shape.ShortOrLong(Shape.Name, MenuEntry));

    /// <summary>The menus.</summary>
    public static readonly KeyTable Menus = new("menus",
        new("header", MenuEntries, "the links beside the name of the site"),
        new("footer", MenuEntries, "the links at the foot"));

    /// <summary>What services are for.</summary>
    public static readonly ImmutableArray<string> Purposes = ["analytics", "newsletter", "comments", "forms", "media", "other"];

    private static readonly Shape Origins = Shape.List("a host or a list of hosts, such as plausible.io", Shape.Text);

    private static readonly Shape Policy = new TextShape("the slug of a page, or an address that begins with https:// or http://");

    /// <summary>Who publishes the site.</summary>
    public static readonly KeyTable Publisher = new("a publisher",
        new("name", Shape.Text, "its name", Presence.Required),
        new("url", Shape.Url, "its home page"),
        new("email", Shape.Mailbox, "where corrections are sent"),
        new("principles", Shape.Name, "the slug of the page that says how it works"),
        new("ownership", Policy, "who owns it and who pays for it"),
        new("funding", Policy, "who pays for it, where another page says so"),
        new("ethics", Policy, "the rules that its people keep to"),
        new("corrections", Policy, "how mistakes are put right; without this key, the page of corrections"),
        new("fact_checking", Policy, "how facts are checked; without this key, the page of principles"),
        new("mission", Policy, "what it covers and why"),
        new("masthead", Policy, "who works for it; without this key, the page of authors, if there are any"),
        new("diversity", Policy, "how it sees to different voices"),
        new("unnamed_sources", Policy, "when sources stay unnamed"),
        new("feedback", Policy, "how readers take part"),
        new("founded", Shape.Date, "when it was founded"),
        new("links", Shape.List("an address or a list of addresses", Shape.Url), "the publisher elsewhere"));

    /// <summary>A topic.</summary>
    public static readonly KeyTable Topic = new("a topic",
        new("title", Shape.Text, "its name for readers", Presence.Required),
        new("summary", Shape.Text, "what it gathers, in a sentence"));

    /// <summary>What is asked of sources.</summary>
    public static readonly KeyTable SourcePolicy = new("a source policy",
        new(
            "require",
            Shape.List("a list of keys", Shape.Choice("url", "date", "accessed", "archived")),
            "which of these every source must give"),
        new("important_facts", Shape.Number, "how many sources a fact marked as important needs"));

    /// <summary>Whom to tell of a hole in the site's security.</summary>
    public static readonly KeyTable Security = new("a security contact",
        new("contact", Shape.Text, "an address that begins with mailto: or https://", Presence.Required),
        new("expires", Shape.Day, "the day by which this is to be checked again", Presence.Required),
        new("policy", Shape.Url, "the page that says how reports are treated"));

    /// <summary>A service of others that the site talks to; what its pages may load follows from this.</summary>
    public static readonly KeyTable Service = new("a service",
        new("name", Shape.Text, "its name for readers", Presence.Required),
        new("for", Shape.Choice([.. Purposes]), "what it is for"),
        new("gets", Shape.Text, "what it gets to know of a reader, in a sentence"),
        new("privacy", Shape.Url, "the page where it says what it does with that"),
        new("scripts", Origins, "where its scripts come from"),
        new("connects", Origins, "what its scripts talk to"),
        new("forms", Origins, "where forms of your pages send what readers type"),
        new("frames", Origins, "where its frames come from"),
        new("images", Origins, "where its pictures come from, tracking pixels among them"),
        new("styles", Origins, "where its style sheets come from"),
        new("fonts", Origins, "where its fonts come from"),
        new("media", Origins, "where its sounds and films come from"));

    /// <summary>The keys of a publisher that name a page, in the order of the table.</summary>
    public static readonly ImmutableArray<string> Policies =
        [.. Publisher.Keys.Where(key => ReferenceEquals(key.Shape, Policy)).Select(key => key.Name)];

    /// <summary>The whole file.</summary>
    public static readonly KeyTable Site = new("site.yaml",
        new("title", Shape.Text, "the site's name", Presence.Required),
        new("tagline", Shape.Text, "a few words below the name"),
        new("description", Shape.Text, "what the site is, in a sentence", Presence.Required),
        new("base_url", Shape.SiteUrl, "the address it is published at", Presence.Required),
        new("language", Shape.Language, "its language, one that theme/strings has words for, such as en"),
        new("publisher", Shape.Record(Publisher), "who publishes it"),
        new("default_authors", Shape.Names, "who wrote the articles that name nobody: ids of authors.yaml"),
        new("topics", Shape.Map(Shape.Record(Topic)), "the topics, each under an id"),
        new("lead", Shape.Name, "the slug of the article that the home page puts first"),
        new("allow_html", Shape.Flag, "true lets HTML in Markdown through"),
        new("allow_links", Shape.List("a folder or a list of folders", Shape.Text),
            "folders beside the site's own that symbolic links may lead to, such as ../shared-images"),
        new("source_policy", Shape.Record(SourcePolicy), "what is asked of sources"),
        new("grace_days", Shape.Number, "how many days a fact may be overdue before it is an error; without this key, it stays a warning"),
        new("coverage", Shape.Number, "how many per cent of the figures, dates and quotations in prose have to be bound to facts"),
        new("decades", Shape.Flag, "false passes over decades in prose, such as the 1990s"),
        new("embeds", Shape.Flag, "true writes each fact as a card that other sites can show"),
        new("social_cards", Shape.Flag, "true draws a picture for each article, which networks show beside a link to it"),
        new("host", new ChoiceShape(Hosts.Names), "where it is published, which decides how headers and redirects are written"),
        new("menus", Shape.Record(Menus), "the links at the top and at the foot of every page"),
        new("feed_id", Shape.Text, "what its feeds are known by when it moves: the address at which they began"),
        new("per_page", Shape.Number, "how many articles, sheets or people a page of a list shows; all of them without this key"),
        new("search", Shape.Flag, "false leaves out the search page and its index"),
        new("security", Shape.Record(Security), "whom to tell of a hole in its security"),
        new("services", Shape.Map(Shape.Record(Service)), "services of others that the site talks to, each under an id"),
        new("findings", Shape.Map(Shape.Choice("off", "warning", "error")), "how much a warning counts, by its code"));
}

/// <summary>The site's settings as written.</summary>
internal sealed record SettingsSyntax(
    SourceFile? File,
    string Title,
    string? Tagline,
    string Description,
    string BaseUrl,
    ScalarSyntax Language,
    PublisherSyntax? Publisher,
    ImmutableArray<TopicSyntax> Topics,
    ScalarSyntax? Lead,
    bool AllowsHtml,
    SourcePolicySyntax Sources,
    int? GraceDays,
    ScalarSyntax? Coverage,
    bool HasEmbeds,
    bool HasSearch,
    SecuritySyntax? Security,
    ImmutableArray<KeyValueSyntax> Findings)
{
    /// <summary>Services of others that the site talks to.</summary>
    public ImmutableArray<ServiceSyntax> Services { get; init; } = [];

    /// <summary>Whether a decade in prose is a figure.</summary>
    public bool ReadsDecades { get; init; } = true;

    /// <summary>Whether it could be read only in part, so that nothing can be said of what is not there.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Folders outside of the site's own that symbolic links may lead to, below the folder that holds the input.</summary>
    public ImmutableArray<string> AllowedLinks { get; init; } = [];

    /// <summary>How many articles, sheets or people a page of a list shows, or null for all.</summary>
    public int? PerPage { get; init; }

    /// <summary>Where it is published, one of <see cref="Hosts"/>.</summary>
    public string Host { get; init; } = Hosts.Netlify;

    /// <summary>The links at the top of every page, or null for those of the theme.</summary>
    public ImmutableArray<MenuEntrySyntax>? HeaderMenu { get; init; }

    /// <summary>The links at the foot of every page, or null for those of the theme.</summary>
    public ImmutableArray<MenuEntrySyntax>? FooterMenu { get; init; }

    /// <summary>What its feeds are known by, or null for its address.</summary>
    public string? FeedId { get; init; }

    /// <summary>Who wrote the articles that name nobody: ids of authors.</summary>
    public ImmutableArray<ScalarSyntax> DefaultAuthors { get; init; } = [];

    /// <summary>Whether a picture is drawn for each article.</summary>
    public bool HasSocialCards { get; init; }
}

/// <summary>What is asked of sources, as written.</summary>
/// <param name="Required">The keys that every source must have.</param>
/// <param name="ImportantFacts">How many sources a fact marked as important needs.</param>
internal sealed record SourcePolicySyntax(ImmutableArray<string> Required, int ImportantFacts);

/// <summary>Whom to tell of a hole in the site's security, as written.</summary>
/// <param name="Contact">An address with the scheme mailto or https.</param>
/// <param name="Expires">The day by which this is to be checked again.</param>
/// <param name="Policy">The page that says how reports are treated, or null.</param>
internal sealed record SecuritySyntax(ScalarSyntax Contact, ScalarSyntax Expires, string? Policy);

/// <summary>Who publishes the site, as written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its home page, or null.</param>
/// <param name="Email">Where corrections are sent, or null.</param>
/// <param name="Principles">The slug of the page that says how it works, or null.</param>
internal sealed record PublisherSyntax(string Name, string? Url, string? Email, ScalarSyntax? Principles)
{
    /// <summary>The pages that say what can be said of a publisher, each under its key: a slug, or an address.</summary>
    public ImmutableArray<KeyValuePair<string, ScalarSyntax>> Policies { get; init; } = [];

    /// <summary>When it was founded, or null.</summary>
    public string? Founded { get; init; }

    /// <summary>The publisher elsewhere.</summary>
    public ImmutableArray<string> Links { get; init; } = [];
}

/// <summary>An entry of a menu as written.</summary>
/// <param name="Page">The slug of a page, or an address elsewhere.</param>
/// <param name="Title">What readers see, or null for the title of the page.</param>
internal sealed record MenuEntrySyntax(ScalarSyntax Page, string? Title);

/// <summary>A topic as written.</summary>
internal sealed record TopicSyntax(ScalarSyntax Id, string Title, string? Summary);
