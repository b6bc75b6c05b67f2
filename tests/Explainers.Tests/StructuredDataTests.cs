using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace Explainers.Tests;

/// <summary>What pages say to machines: JSON-LD in the vocabulary of schema.org, feeds as their specifications have them.</summary>
public sealed partial class StructuredDataTests
{
    /// <summary>The types of schema.org with their properties, those of the types above them included.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Vocabulary = ReadVocabulary();

    [Fact]
    public void Every_block_uses_types_and_properties_that_schema_org_has()
    {
        var (blocks, wrong) = (0, new List<string>());
        foreach (var (path, bytes) in BuiltSite.Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            foreach (var element in new HtmlParser().ParseDocument(new MemoryStream(bytes))
                .QuerySelectorAll("script[type='application/ld+json']"))
            {
                blocks++;
                using var json = JsonDocument.Parse(element.TextContent);
                Assert.Equal("https://schema.org", json.RootElement.GetProperty("@context").GetString());
                foreach (var thing in json.RootElement.GetProperty("@graph").EnumerateArray()) Check(thing, path, wrong);
            }
        }
        Assert.True(blocks > 20, $"{blocks} blocks are too few.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    [Fact]
    public void An_article_says_what_it_rests_on_and_who_answers_for_it()
    {
        using var json = JsonDocument.Parse(new HtmlParser().ParseDocument(new MemoryStream(BuiltSite.Files["alaska-summit/index.html"]))
            .QuerySelector("script[type='application/ld+json']")!.TextContent);
        var article = json.RootElement.GetProperty("@graph")[0];
        Assert.Equal("AnalysisNewsArticle", article.GetProperty("@type").GetString());
        foreach (var property in (string[])["headline", "datePublished", "dateModified", "citation", "about", "mentions", "backstory",
            "temporalCoverage", "image", "author", "editor", "contributor"])
            Assert.True(article.TryGetProperty(property, out _), $"It has no {property}.");
        Assert.EndsWith("/how-we-work/", article.GetProperty("publisher").GetProperty("publishingPrinciples")
            .GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_author_is_a_person_with_a_page_a_photograph_and_a_feed()
    {
        var page = new HtmlParser().ParseDocument(new MemoryStream(BuiltSite.Files["authors/m-lindholt/index.html"]));
        using var json = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var profile = json.RootElement.GetProperty("@graph")[0];
        Assert.Equal("ProfilePage", profile.GetProperty("@type").GetString());
        var person = profile.GetProperty("mainEntity");
        Assert.Equal("Person", person.GetProperty("@type").GetString());
        Assert.Equal("https://fixture.example/authors/m-lindholt/", person.GetProperty("url").GetString());
        Assert.Equal("https://fixture.example/images/field.jpg", person.GetProperty("image").GetString());
        Assert.Equal("https://social.example/@maja", person.GetProperty("sameAs")[0].GetString());
        Assert.NotNull(page.QuerySelector(".portrait source[srcset]"));
        var entry = XDocument.Load(new MemoryStream(BuiltSite.Files["authors/m-lindholt/feed.xml"])).Root!.Element(Atom + "entry")!;
        Assert.Equal(
            ["Maja Lindholt", "Rose Moreau"],
            entry.Elements(Atom + "author").Select(author => author.Element(Atom + "name")!.Value));
    }

    [Fact]
    public void Who_is_named_by_nothing_published_has_no_page_and_no_feed() =>
        Assert.DoesNotContain(BuiltSite.Files, file => file.Key.Contains("k-back", StringComparison.Ordinal)
            || System.Text.Encoding.UTF8.GetString(file.Value).Contains("Kept Back", StringComparison.Ordinal));

    [Fact]
    public void Where_nobody_is_named_the_publisher_is_the_author()
    {
        using var json = JsonDocument.Parse(new HtmlParser().ParseDocument(new MemoryStream(BuiltSite.Files["markets/index.html"]))
            .QuerySelector("script[type='application/ld+json']")!.TextContent);
        var author = json.RootElement.GetProperty("@graph")[0].GetProperty("author")[0];
        Assert.Equal("NewsMediaOrganization", author.GetProperty("@type").GetString());
        Assert.Equal("The Fixture", author.GetProperty("name").GetString());
    }

    /// <summary>What RFC 4287 asks of feeds and entries.</summary>
    [Fact]
    public void Atom_feeds_are_valid()
    {
        var feeds = BuiltSite.Files.Where(file => file.Key.EndsWith("feed.xml", StringComparison.Ordinal)
            || file.Key == "corrections.xml").ToArray();
        Assert.True(feeds.Length > 5, "Feeds are missing.");
        foreach (var (path, bytes) in feeds)
        {
            var feed = XDocument.Load(new MemoryStream(bytes)).Root!;
            Assert.Equal(Atom + "feed", feed.Name);
            Assert.Single(feed.Elements(Atom + "author"));
            Assert.Single(feed.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "self"
                && ((string)link.Attribute("href")!).EndsWith($"/{path}", StringComparison.Ordinal));
            var entries = feed.Elements(Atom + "entry").ToArray();
            Assert.True(path == "corrections.xml" || entries.Length > 0, $"{path} is empty.");
            foreach (var part in entries.Append(feed))
            {
                foreach (var name in (string[])["id", "title", "updated"]) Assert.Single(part.Elements(Atom + name));
                Assert.True(Uri.TryCreate(part.Element(Atom + "id")!.Value, UriKind.Absolute, out _));
                foreach (var date in part.Elements().Where(element => element.Name.LocalName is "updated" or "published")) Assert.Matches(
                    Rfc3339(), date.Value);
                Assert.Contains(part.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "alternate");
            }
            Assert.Equal(entries.Length, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        }
    }

    /// <summary>What JSON Feed 1.1 asks of feeds and items.</summary>
    [Fact]
    public void Json_feeds_are_valid()
    {
        foreach (var (path, bytes) in BuiltSite.Files.Where(file => file.Key.EndsWith("feed.json", StringComparison.Ordinal)
            || file.Key == "corrections.json"))
        {
            using var json = JsonDocument.Parse(bytes);
            var feed = json.RootElement;
            Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
            Assert.NotEqual("", feed.GetProperty("title").GetString());
            Assert.EndsWith($"/{path}", feed.GetProperty("feed_url").GetString(), StringComparison.Ordinal);
            foreach (var item in feed.GetProperty("items").EnumerateArray())
            {
                Assert.NotEqual("", item.GetProperty("id").GetString());
                Assert.NotEqual("", item.GetProperty("content_text").GetString());
                Assert.True(Uri.TryCreate(item.GetProperty("url").GetString(), UriKind.Absolute, out _));
                Assert.Matches(Rfc3339(), item.GetProperty("date_modified").GetString());
            }
        }
    }

    [Fact]
    public void The_sitemap_lists_pages_that_are_there_with_dates_of_the_content()
    {
        var urls = XDocument.Load(new MemoryStream(BuiltSite.Files["sitemap.xml"])).Root!.Elements(Sitemap + "url").ToArray();
        Assert.True(urls.Length > 30, "Pages are missing.");
        foreach (var url in urls)
        {
            var path = new Uri(url.Element(Sitemap + "loc")!.Value).AbsolutePath;
            Assert.Contains($"{path}index.html"[1..], BuiltSite.Files.Keys);
            if (url.Element(Sitemap + "lastmod") is { } changed) Assert.Matches(Rfc3339(), changed.Value.Length == 10
                ? $"{changed.Value}T00:00:00Z" : changed.Value);
        }
        Assert.Contains(urls, url => url.Element(Sitemap + "lastmod") is not null);
    }

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Rfc3339();

    private static void Check(JsonElement thing, string path, List<string> wrong)
    {
        if (thing.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in thing.EnumerateArray()) Check(item, path, wrong);
        }
        if (thing.ValueKind != JsonValueKind.Object) return;
        var type = thing.GetProperty("@type").GetString()!;
        if (!Vocabulary.TryGetValue(type, out var properties))
        {
            wrong.Add($"{path}: schema.org has no type {type}");
            return;
        }
        foreach (var property in thing.EnumerateObject().Where(property => property.Name != "@type"))
        {
            if (!properties.Contains(property.Name)) wrong.Add($"{path}: {type} has no property {property.Name}");
            Check(property.Value, path, wrong);
        }
    }

    private static FrozenDictionary<string, FrozenSet<string>> ReadVocabulary()
    {
        var types = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "tests", "schema.org", "vocabulary.txt"))
            .Where(line => !line.StartsWith('#') && line.Contains(':', StringComparison.Ordinal))
            .Select(line => line.Split([" < ", ":"], StringSplitOptions.TrimEntries))
            .ToDictionary(parts => parts[0], parts =>
                (Above: parts[1].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries), Own: parts[2]
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparer.Ordinal);
        return types.Keys.ToFrozenDictionary(type => type, type => All(type).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

        IEnumerable<string> All(string type) => types[type].Own.Concat(types[type].Above.SelectMany(All));
    }
}
