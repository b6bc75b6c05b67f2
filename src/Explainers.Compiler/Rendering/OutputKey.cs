using System.Globalization;

namespace Explainers.Rendering;

/// <summary>What a finished file is.</summary>
internal enum OutputKind : byte
{
    /// <summary>The home page.</summary>
    Home,

    /// <summary>An explainer or a page about the site, by the path of its file.</summary>
    Article,

    /// <summary>The list of topics.</summary>
    Topics,

    /// <summary>A topic, by its id.</summary>
    Topic,

    /// <summary>The list of sheets.</summary>
    Facts,

    /// <summary>A fact sheet, by its name.</summary>
    Sheet,

    /// <summary>A page that gathers people, organisations, places, events or terms, by its address.</summary>
    IndexPage,

    /// <summary>An author, by the id.</summary>
    Author,

    /// <summary>A person, by the address of the page.</summary>
    Person,

    /// <summary>An organisation, by the address of the page.</summary>
    Organisation,

    /// <summary>A fact that other sites can embed, by its name.</summary>
    Embed,

    /// <summary>The page to search on.</summary>
    Search,

    /// <summary>What begins with a letter.</summary>
    Letter,

    /// <summary>All sources.</summary>
    Sources,

    /// <summary>All corrections.</summary>
    Corrections,

    /// <summary>The page for what is not found.</summary>
    NotFound,

    /// <summary>An asset of the theme, by its name.</summary>
    Asset,

    /// <summary>A file of <c>images/</c>, by its path.</summary>
    Image,

    /// <summary>A file of <c>public/</c>, by its path.</summary>
    Public,

    /// <summary>A page that leads from an old address to the new one, by the old one; for hosts that cannot be told.</summary>
    Redirect,

    /// <summary>A sheet as JSON, by its name.</summary>
    SheetJson,

    /// <summary>A sheet as comma-separated values, by its name.</summary>
    SheetCsv,

    /// <summary>A table as comma-separated values, by the name of its entry.</summary>
    TableCsv,

    /// <summary>The data file of a table as the newsroom keeps it, by the name of its entry.</summary>
    TableData,

    /// <summary>A feed as Atom: of the site, of a topic by its id, of an author, or of corrections.</summary>
    AtomFeed,

    /// <summary>A feed as JSON Feed: of the site, of a topic by its id, of an author, or of corrections.</summary>
    JsonFeed,

    /// <summary>What an embed says of itself to sites that ask by oEmbed, by the name of its fact.</summary>
    EmbedData,

    /// <summary>Whom to tell of a hole in the site's security.</summary>
    Security,

    /// <summary>The JSON Schema of the data files.</summary>
    DataSchema,

    /// <summary>The list of pages for search engines.</summary>
    Sitemap,

    /// <summary>What robots may fetch.</summary>
    Robots,

    /// <summary>Name and icon of the site for devices.</summary>
    Manifest,

    /// <summary>Redirects, as Netlify reads them.</summary>
    Redirects,

    /// <summary>Response headers, as Netlify reads them.</summary>
    Headers,

    /// <summary>What another host than Netlify reads, by the name of the file.</summary>
    HostFile,
}

/// <summary>A finished file, known before it is made.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Which of its kind it is; empty where there is one.</param>
internal readonly record struct OutputKey(OutputKind Kind, string Name)
{
    /// <summary>The name of the feed of corrections, which no topic has.</summary>
    public const string Corrections = "/corrections/";

    /// <summary>Stands before the id of an author in the name of a feed, and in no id of a topic.</summary>
    public const string ByAuthor = "/authors/";

    /// <summary>Stands before the number of a further page, and in no name.</summary>
    private const char Further = '#';

    /// <summary>Whether it is a page.</summary>
    public bool IsPage => Kind < OutputKind.Asset;

    /// <summary>Which page of a long list it is, from 1.</summary>
    public int Number => Cut < 0 ? 1 : int.Parse(Name.AsSpan(Cut + 1), CultureInfo.InvariantCulture);

    /// <summary>The first page of the list that it is a page of.</summary>
    public OutputKey First => Cut < 0 ? this : this with { Name = Name[..Cut] };

    private int Cut => Name.IndexOf(Further, StringComparison.Ordinal);

    /// <summary>A page of the long list of which this is the first page.</summary>
    public OutputKey At(int number) =>
        number == 1 ? this : this with { Name = string.Create(CultureInfo.InvariantCulture, $"{Name}{Further}{number}") };
}
