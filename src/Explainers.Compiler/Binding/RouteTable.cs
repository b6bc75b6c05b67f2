using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>Who has which address, so that no two things take the same one.</summary>
/// <param name="findings">Takes what is found.</param>
internal sealed class RouteTable(ImmutableArray<Diagnostic>.Builder findings)
{
    private static readonly ImmutableArray<string> FixedPages =
    [
        Routes.Home, Routes.Topics, Routes.Facts, Routes.Sources, Routes.Corrections, Routes.Search, Routes.NotFound, Routes.Feed,
        Routes.JsonFeed, Routes.CorrectionsFeed,
        Routes.CorrectionsJsonFeed, Routes.Manifest, Routes.SecurityText, Routes.DataSchema, Routes.Sitemap, Routes.Robots,
        Routes.Redirects, Routes.Headers, Routes.SearchManifest, "/assets/", "/images/", "/embed/",
    ];

    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _own = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether an address is filled by the compiler itself: in every site, or in those whose sheets have entries that a page gathers.
    /// </summary>
    public static bool IsGenerated(string url) => FixedPages.Contains(url) || Routes.IndexPages.Contains(url);

    /// <summary>Takes the addresses that the compiler itself fills.</summary>
    public void ReserveOwn()
    {
        foreach (var url in FixedPages) Reserve(url, "a page that every site has");
    }

    /// <summary>Takes the addresses of the pages that gather entries of one kind, where there are such entries.</summary>
    public void ReserveIndexPages(IEnumerable<string> urls)
    {
        foreach (var url in urls)
            Reserve(url, url == Routes.Authors ? "the page of the authors" : "the page that gathers what the sheets list");
    }

    /// <summary>Takes an address, or reports who has it; addresses that differ in case only are one, as on some disks.</summary>
    /// <param name="url">The address.</param>
    /// <param name="owner">Who takes it, as the other side's message names it.</param>
    /// <param name="at">Where that is written.</param>
    /// <returns>Whether it was free.</returns>
    public bool Take(string url, string owner, Func<FileSpan> at)
    {
        if (_owners.TryAdd(Key(url), owner)) return true;
        findings.Add(Catalog.UrlConflict(at(), url, _owners[Key(url)], _own.Contains(Key(url))
            ? "take this address out; that page stays where it is" : null));
        return false;
    }

    /// <summary>Takes an old address, or reports who has it.</summary>
    public bool TakeAlias(string url, ArticleStatus article, Func<FileSpan> at)
    {
        if (_owners.TryAdd(Key(url), article.DisplayPath)) return true;
        var isOwn = Key(url).Equals(Key(Routes.Article(article.Slug)), StringComparison.OrdinalIgnoreCase);
        findings.Add(Catalog.UrlConflict(at(), url, _owners[Key(url)], Catalog.AliasHint(isOwn)));
        return false;
    }

    /// <summary>
    /// What two spellings of one address have in common: a server gives the same for a folder with and without its last slash, and
    /// for its index.html.
    /// </summary>
    public static string Key(string url)
    {
        var path = url.EndsWith("/index.html", StringComparison.OrdinalIgnoreCase) ? url[..^"index.html".Length] : url;
        return (path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path).TrimEnd('/');
    }

    /// <summary>
    /// Takes the address of an article or page, or reports who has it; below a page that the compiler fills there is no room for any: below
    /// <c>/people/</c> are people.
    /// </summary>
    public bool TakePage(string url, string owner, Func<FileSpan> at)
    {
        var folder = url[..(url.IndexOf('/', 1) + 1)];
        if (!_own.Contains(Key(folder)) || folder == Routes.Home) return Take(url, owner, at);
        findings.Add(Catalog.UrlConflict(at(), folder, _owners[Key(folder)], folder == url && at().File?.Stem != "index"
            ? "rename this file" : "rename the folder that this file is in"));
        return false;
    }

    private void Reserve(string url, string owner)
    {
        _own.Add(Key(url));
        _owners[Key(url)] = owner;
    }
}
