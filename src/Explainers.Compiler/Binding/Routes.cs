using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Explainers.Facts;

namespace Explainers.Binding;

/// <summary>The addresses of the site, all of them paths from its root; the one place that knows how they are made.</summary>
internal static class Routes
{
    /// <summary>The front page.</summary>
    public const string Home = "/";
    /// <summary>The list of topics.</summary>
    public const string Topics = "/topics/";
    /// <summary>The list of fact sheets.</summary>
    public const string Facts = "/facts/";
    /// <summary>The list of sources.</summary>
    public const string Sources = "/sources/";
    /// <summary>The list of changes to facts.</summary>
    public const string Corrections = "/corrections/";
    /// <summary>The Atom feed of changes to facts.</summary>
    public const string CorrectionsFeed = "/corrections.xml";
    /// <summary>The feed of changes to facts in the JSON Feed format.</summary>
    public const string CorrectionsJsonFeed = "/corrections.json";
    /// <summary>The JSON Schema of the data files of fact sheets.</summary>
    public const string DataSchema = "/facts.schema.json";
    /// <summary>Everybody who had a part in an article.</summary>
    public const string Authors = "/authors/";
    /// <summary>Everybody whom the sheets list.</summary>
    public const string People = "/people/";
    /// <summary>Every organisation that the sheets list.</summary>
    public const string Organisations = "/organisations/";
    /// <summary>Every place.</summary>
    public const string Places = "/places/";
    /// <summary>Every event in order of time.</summary>
    public const string Timeline = "/timeline/";
    /// <summary>Every term with what it means.</summary>
    public const string Glossary = "/glossary/";
    /// <summary>The page to search on.</summary>
    public const string Search = "/search/";
    /// <summary>What the search index consists of.</summary>
    public const string SearchManifest = "/search/index.json";

    /// <summary>What the addresses of all files of the search index begin with.</summary>
    public const string SearchFiles = "/search/index";

    /// <summary>What the addresses of all cards begin with that other sites can show.</summary>
    public const string Embeds = "/embed/";

    /// <summary>What the addresses of all pictures for networks begin with.</summary>
    public const string SocialCards = "/assets/cards/";

    /// <summary>What the addresses of all photographs in other sizes begin with.</summary>
    public const string Photographs = "/assets/images/";
    /// <summary>The feed of the explainers in the JSON Feed format.</summary>
    public const string JsonFeed = "/feed.json";
    /// <summary>The page for what is not found.</summary>
    public const string NotFound = "/404.html";
    /// <summary>The Atom feed.</summary>
    public const string Feed = "/feed.xml";
    /// <summary>The sitemap.</summary>
    public const string Sitemap = "/sitemap.xml";
    /// <summary>What robots may fetch.</summary>
    public const string Robots = "/robots.txt";
    /// <summary>Name, colours and icon of the site, for devices that keep it among their apps.</summary>
    public const string Manifest = "/site.webmanifest";
    /// <summary>Whom to tell of a hole in the site's security, where RFC 9116 wants it.</summary>
    public const string SecurityText = "/.well-known/security.txt";
    /// <summary>Redirects, as Netlify reads them.</summary>
    public const string Redirects = "/_redirects";
    /// <summary>Response headers, as Netlify reads them.</summary>
    public const string Headers = "/_headers";

    /// <summary>What addresses consist of; the backslash, which is none of it, stays to be reported as it is written.</summary>
    private static readonly SearchValues<char> InAddresses =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%\\");

    /// <summary>An article or a page.</summary>
    public static string Article(string slug) => $"/{slug}/";

    /// <summary>
    /// The folder that a page stands in: <c>/guides/</c> for <c>/guides/themes/</c>, and the front page for <c>/guides/</c>.
    /// </summary>
    public static string Folder(string url) => url[..(url.TrimEnd('/').LastIndexOf('/') + 1)];

    /// <summary>A topic.</summary>
    public static string Topic(string id) => $"/topics/{Hyphened(id)}/";

    /// <summary>A page of a long list, from 1, given the address of its first page.</summary>
    public static string Numbered(string first, int number) =>
        number == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first}page/{number}/");

    /// <summary>The Atom feed of a topic.</summary>
    public static string TopicFeed(string id) => $"{Topic(id)}feed.xml";

    /// <summary>The feed of a topic in the JSON Feed format.</summary>
    public static string TopicJsonFeed(string id) => $"{Topic(id)}feed.json";

    /// <summary>A fact that other sites can embed in a frame.</summary>
    public static string Embed(FactId fact) => $"/embed/{Hyphened(fact.Sheet)}/{Hyphened(fact.Id)}/";

    /// <summary>What an embed says of itself to sites that ask by oEmbed.</summary>
    public static string EmbedData(FactId fact) => $"{Embed(fact)}oembed.json";

    /// <summary>An author.</summary>
    public static string Author(string id) => $"/authors/{Hyphened(id)}/";

    /// <summary>The Atom feed of an author.</summary>
    public static string AuthorFeed(string id) => $"{Author(id)}feed.xml";

    /// <summary>The feed of an author in the JSON Feed format.</summary>
    public static string AuthorJsonFeed(string id) => $"{Author(id)}feed.json";

    /// <summary>A person.</summary>
    public static string Person(string id) => $"/people/{Hyphened(id)}/";

    /// <summary>An organisation.</summary>
    public static string Organisation(string id) => $"/organisations/{Hyphened(id)}/";

    /// <summary>What begins with a letter, on sites where that does not fit on one page.</summary>
    public static string SearchLetter(string letter) => $"/search/{letter}/";

    /// <summary>A folder of the search index, or a pattern of such.</summary>
    public static string SearchFolder(string folder) => $"/search/index/{folder}/";

    /// <summary>A file of the search index.</summary>
    public static string SearchShard(string folder, string name) => $"{SearchFolder(folder)}{name}.bin";

    /// <summary>A fact sheet.</summary>
    public static string Sheet(string name) => $"/facts/{Hyphened(name)}/";

    /// <summary>A fact sheet as JSON.</summary>
    public static string SheetJson(string name) => $"/facts/{Hyphened(name)}.json";

    /// <summary>A fact sheet as comma-separated values.</summary>
    public static string SheetCsv(string name) => $"/facts/{Hyphened(name)}.csv";

    /// <summary>A table as comma-separated values, beside the page of its sheet.</summary>
    public static string TableCsv(FactId table) => $"{Sheet(table.Sheet)}{Hyphened(table.Id)}.csv";

    /// <summary>The data file of a table as the newsroom keeps it, given its path below the input folder.</summary>
    public static string TableData(FactId table, string path) =>
        $"{Sheet(table.Sheet)}{Hyphened(table.Id)}.original{Path.GetExtension(path).ToLowerInvariant()}";

    /// <summary>The pages that gather authors, or entries of one kind.</summary>
    public static readonly ImmutableArray<string> IndexPages = [Authors, People, Organisations, Places, Timeline, Glossary];

    /// <summary>The page that gathers entries of a kind, or null.</summary>
    public static string? IndexPage(EntryKind kind) => kind switch
    {
        EntryKind.Person => People,
        EntryKind.Organisation => Organisations,
        EntryKind.Place => Places,
        EntryKind.Event => Timeline,
        EntryKind.Term => Glossary,
        _ => null,
    };

    /// <summary>An image or other file of <c>images/</c>, given its path below the input folder.</summary>
    public static string Image(string path) => $"/{path}";

    /// <summary>A file of <c>public/</c>, given its path below the input folder.</summary>
    public static string Public(string path) => path["public".Length..];

    /// <summary>A theme's asset under its name with a hash.</summary>
    public static string Asset(string name) => $"/assets/{name}";

    /// <summary>The picture that networks show beside a link to a page.</summary>
    internal static string SocialCard(string page, string hash) => Asset($"cards/{page}.{hash}.png");

    /// <summary>A smaller picture of a photograph, given its path below the input folder.</summary>
    internal static string Photograph(string path, int width, string hash) =>
        Asset($"{path}.{width.ToString(CultureInfo.InvariantCulture)}.{hash}.webp");

    /// <summary>The file that a web server reads for an address: a folder's is its index.html.</summary>
    public static string File(string url) => url.EndsWith('/') ? $"{url[1..]}index.html" : url[1..];

    /// <summary>A path of files as part of an address: whatever has a meaning in addresses is encoded.</summary>
    internal static string Escaped(string path) => Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);

    /// <summary>
    /// An address as it may stand in any text: what no address may contain is encoded, and what is encoded stays as it is.
    /// </summary>
    internal static string Valid(string address)
    {
        if (address.AsSpan().IndexOfAnyExcept(InAddresses) < 0) return address;
        var valid = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(address))
        {
            if (InAddresses.Contains((char)value)) valid.Append((char)value);
            else valid.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }
        return valid.ToString();
    }

    /// <summary>An identifier as part of an address.</summary>
    internal static string Hyphened(string name) => name.Replace('_', '-');
}
