using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Parsing;
using Explainers.Parsing.Templates;
using Explainers.Rendering.Formatting;
using Explainers.Rendering.Images;
using Explainers.Rendering.Memory;
using Explainers.Rendering.Pages;
using Explainers.Sources;

namespace Explainers.Rendering;

/// <summary>Whether search engines may list the site.</summary>
public enum Indexing
{
    /// <summary>They may.</summary>
    Allowed,

    /// <summary>They may not: a preview of a change.</summary>
    Refused,
}

/// <summary>What all pages share while they are rendered; nothing in it changes.</summary>
internal sealed class SiteScope
{
    private readonly Lazy<Dictionary<string, List<string>>> _statedBy;
    private readonly ConcurrentDictionary<string, string[]> _closest;
    private readonly Dictionary<string, int> _positions;
    private readonly Dictionary<string, ImmutableArray<int>> _topics;
    private readonly FrozenDictionary<string, Words> _words;
    private readonly FrozenSet<string> _layoutsWithSlips;
    private readonly Lazy<RelatedArticles> _related;
    private readonly string _prefix;

    /// <summary>Gathers what pages need of a site that will stand at an address.</summary>
    /// <param name="site">The site.</param>
    /// <param name="baseUrl">The address.</param>
    /// <param name="indexing">Whether search engines may list it.</param>
    /// <param name="memory">Indexes of the last compile.</param>
    public SiteScope(BoundSite site, Uri baseUrl, Indexing indexing, IndexMemory memory)
    {
        (Site, Sheets) = (site, memory.Sheets(site));
        Fingerprints = new SiteFingerprints(site.All, Sheets.Fingerprints.People);
        Indexing = indexing;
        _prefix = baseUrl.AbsolutePath.TrimEnd('/');
        Origin = WebAddress.Origin(baseUrl);
        Templates = site.Theme.Templates.ToDictionary(template => template.Name, StringComparer.Ordinal);
        _layoutsWithSlips = Templates.Keys.Where(name => name.StartsWith("layouts/", StringComparison.Ordinal) && Includes(name, "partials/slips", [])).ToFrozenSet(StringComparer.Ordinal);
        HasSearch = site.Settings.HasSearch && Templates.ContainsKey("layouts/search");
        Assets = site.Theme.Assets.ToFrozenDictionary(AssetName, file => Routes.Asset(Hashed(file)), StringComparer.Ordinal);
        _words = site.Theme.Strings.ToFrozenDictionary(strings => strings.Language, strings => new Words(strings), StringComparer.Ordinal);
        _positions = memory.Positions(site.All);
        _topics = memory.Topics(Fingerprints.Company, site.Articles);
        _statedBy = new(() => memory.StatedBy(Fingerprints.States, () => StatedBy(site)));
        Embedded = site.Settings.HasEmbeds ? [.. site.Facts.Where(IsEmbedded)] : [];
        _closest = memory.Related(Fingerprints.Company);
        _related = new(() => new RelatedArticles(site, Sheets.PersonOf));
        TopPages = [.. site.Pages.Where(page => Routes.Folder(page.Url) == Routes.Home)];
        Cards = SocialCards.Of(this);
        Photographs = new Photographs(site);
    }

    /// <summary>The site.</summary>
    public BoundSite Site { get; }

    /// <summary>What its sheets have.</summary>
    public SheetIndex Sheets { get; }

    /// <summary>What its lists and indexes of articles follow from.</summary>
    public SiteFingerprints Fingerprints { get; }

    /// <summary>Whether search engines may list it.</summary>
    public Indexing Indexing { get; }

    /// <summary>Scheme, host and port of the address that it is published at.</summary>
    public string Origin { get; }

    /// <summary>Templates by name.</summary>
    public Dictionary<string, TemplateSyntax> Templates { get; }

    /// <summary>Whether pages of a layout show sources and terms in place, on slips that buttons open: the layout, or the frame around it, includes them.</summary>
    public bool HasSlips(string layout) => _layoutsWithSlips.Contains($"layouts/{layout}") || _layoutsWithSlips.Contains(PageRenderer.Frame);

    /// <summary>Whether readers can search the site: the theme has a page for it, and site.yaml does not say otherwise.</summary>
    public bool HasSearch { get; }

    /// <summary>The paths of assets by the names that templates use.</summary>
    public FrozenDictionary<string, string> Assets { get; }

    /// <summary>The facts that have a card for other sites, in order of sheet; none where site.yaml does not ask for cards.</summary>
    public ImmutableArray<Fact> Embedded { get; }

    /// <summary>The pages that are in no folder, which the footer of every page links to.</summary>
    public ImmutableArray<Article> TopPages { get; }

    /// <summary>The pictures that networks show beside links, or null where site.yaml does not ask for them.</summary>
    public SocialCards? Cards { get; }

    /// <summary>The photographs that articles show.</summary>
    public Photographs Photographs { get; }

    /// <summary>The explainers closest to one.</summary>
    public ImmutableArray<Article> Related(Article article) => article.Kind == Parsing.Articles.ArticleKind.Explainer
        ? [.. _closest.GetOrAdd(article.Url, _ => [.. _related.Value.To(article).Select(other => other.Url)]).Select(url => ArticleAt(url)!)]
        : [];

    /// <summary>The position of the article or page with an address among all, or null.</summary>
    public int? PositionOf(string url) => _positions.TryGetValue(url, out var position) ? position : null;

    /// <summary>The article or page with an address, or null.</summary>
    public Article? ArticleAt(string url) => PositionOf(url) is { } position ? Site.All[position] : null;

    /// <summary>The fact of a name, or null.</summary>
    public Fact? FactOf(string name) => Site.ByName.GetValueOrDefault(name);

    /// <summary>The explainers of a topic, the newest first.</summary>
    public IEnumerable<Article> ArticlesOf(string topic) => _topics.TryGetValue(topic, out var positions) ? positions.Select(position => Site.Articles[position]) : [];

    /// <summary>The sheet that a fact stands in.</summary>
    public FactSheet SheetOf(Fact fact) => Sheets.SheetOf(fact.Sheet)!;

    /// <summary>A path from the site's root as pages link to it.</summary>
    public string Link(string path) => Routes.Valid(path.StartsWith('/') ? _prefix + path : path);

    /// <summary>A path from the site's root as other sites link to it.</summary>
    public string Absolute(string path) => Origin + Link(path);

    /// <summary>The words of a language.</summary>
    public Words Words(string language) => _words.TryGetValue(language, out var words) ? words : new Words(null);

    /// <summary>The articles and pages that state a fact, in order of address.</summary>
    public IEnumerable<Article> StatedBy(Fact fact) => _statedBy.Value.TryGetValue(fact.Name, out var urls) ? urls.Select(url => ArticleAt(url)!) : [];

    /// <summary>The articles and pages that name a person or quote them, in order of address.</summary>
    public IEnumerable<Article> StatedBy(Person person) =>
        person.Entries.Concat(Sheets.QuotesOf(person)).SelectMany(fact => StatedBy(fact)).Distinct().OrderBy(article => article.Url, StringComparer.Ordinal);

    /// <summary>Whether a fact fits on a card: it is a single value or a quotation.</summary>
    public static bool IsEmbedded(Fact fact) => IsSingle(fact.Value);

    /// <summary>Whether a value is one that a line can hold, or a quotation.</summary>
    public static bool IsSingle(FactValue value) => value is not (PersonValue or EventValue or PlaceValue or TermValue or TableValue);

    /// <summary>The name of an asset in templates: its path below assets/.</summary>
    public static string AssetName(SourceFile file) => file.Path["assets/".Length..];

    /// <summary>Whether a template includes another, or includes one that does.</summary>
    private bool Includes(string name, string other, HashSet<string> seen) =>
        name == other || (seen.Add(name) && Templates.TryGetValue(name, out var template) && template.Includes.Any(included => Includes($"partials/{included}", other, seen)));

    private static string Hashed(SourceFile file)
    {
        var name = AssetName(file);
        var dot = name.LastIndexOf('.');
        var hash = Convert.ToHexStringLower(XxHash3.Hash(file.Bytes.Span))[..12];
        return dot < 0 ? $"{name}.{hash}" : $"{name[..dot]}.{hash}{name[dot..]}";
    }

    private static Dictionary<string, List<string>> StatedBy(BoundSite site)
    {
        var statedBy = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var article in site.All.OrderBy(article => article.Url, StringComparer.Ordinal))
        {
            foreach (var fact in article.States)
            {
                ref var articles = ref CollectionsMarshal.GetValueRefOrAddDefault(statedBy, fact.Name, out _);
                (articles ??= []).Add(article.Url);
            }
        }
        return statedBy;
    }
}
