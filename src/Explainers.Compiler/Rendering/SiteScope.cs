using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Blocks.Terms;
using Explainers.Blocks.Timeline;
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
    private readonly Dictionary<string, Article> _articles = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, Words> _words;
    private readonly FrozenSet<string> _layoutsWithSlips;
    private readonly Dictionary<string, FactSheet> _sheets;
    private readonly Dictionary<string, Fact> _facts;
    private readonly Dictionary<string, Person> _personAt;
    private readonly ILookup<Fact, Fact> _eventsAt;
    private readonly ILookup<string, Article> _byTopic;
    private readonly ILookup<Fact, Fact> _quotesOf;
    private readonly ILookup<string, Fact> _quotesBy;
    private readonly Dictionary<Fact, Person> _people;
    private readonly Lazy<RelatedArticles> _related;
    private readonly Lazy<ImmutableArray<SourceUse>> _sources;
    private readonly Lazy<ImmutableArray<FactChange>> _changes;
    private readonly string _prefix;

    /// <summary>Gathers what pages need of a site that will stand at an address.</summary>
    /// <param name="site">The site.</param>
    /// <param name="baseUrl">The address.</param>
    /// <param name="indexing">Whether search engines may list it.</param>
    /// <param name="memory">Indexes of the last compile.</param>
    public SiteScope(BoundSite site, Uri baseUrl, Indexing indexing, IndexMemory memory)
    {
        (Site, Fingerprints) = (site, new SiteFingerprints(site));
        Indexing = indexing;
        _prefix = baseUrl.AbsolutePath.TrimEnd('/');
        Origin = baseUrl.GetLeftPart(UriPartial.Authority);
        Templates = site.Theme.Templates.ToFrozenDictionary(template => template.Name, StringComparer.Ordinal);
        _layoutsWithSlips = Templates.Keys.Where(name => name.StartsWith("layouts/", StringComparison.Ordinal) && Includes(name, "partials/slips", [])).ToFrozenSet(StringComparer.Ordinal);
        HasSearch = site.Settings.HasSearch && Templates.ContainsKey("layouts/search");
        Assets = site.Theme.Assets.ToFrozenDictionary(AssetName, file => Routes.Asset(Hashed(file)), StringComparer.Ordinal);
        _words = site.Theme.Strings.ToFrozenDictionary(strings => strings.Language, strings => new Words(strings), StringComparer.Ordinal);
        foreach (var article in site.Articles.Concat(site.Pages)) _articles[article.Url] = article;
        _statedBy = new(() => memory.StatedBy(Fingerprints.States, () => StatedBy(site)));
        _sheets = site.Sheets.ToDictionary(sheet => sheet.Name, StringComparer.Ordinal);
        _facts = site.Facts.ToDictionary(fact => fact.Name, StringComparer.Ordinal);
        Places = [.. site.Facts.Where(fact => fact.Value is PlaceValue).OrderBy(fact => fact.Label, StringComparer.Ordinal).ThenBy(fact => fact.Name, StringComparer.Ordinal)];
        Events = TimelineBlock.Kind.Order([.. site.Facts.Where(fact => fact.Value is EventValue)]);
        Terms = TermsBlock.Kind.Order([.. site.Facts.Where(fact => fact.Value is TermValue)]);
        Gatherings = [.. site.Facts.Select(fact => Routes.Gathering(fact.Value)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        _eventsAt = site.Facts.Where(fact => fact.Value is EventValue { PlaceFact: not null }).ToLookup(fact => ((EventValue)fact.Value).PlaceFact!);
        _byTopic = site.Articles.SelectMany(article => article.Topics.Select(topic => (topic.Id, Article: article))).ToLookup(entry => entry.Id, entry => entry.Article, StringComparer.Ordinal);
        var quotes = site.Facts.Where(fact => fact.Value is QuoteValue).ToArray();
        _quotesOf = quotes.Where(fact => ((QuoteValue)fact.Value).SpeakerFact is not null).ToLookup(fact => ((QuoteValue)fact.Value).SpeakerFact!);
        _quotesBy = quotes.Where(fact => ((QuoteValue)fact.Value).SpeakerFact is null).ToLookup(fact => ((QuoteValue)fact.Value).Speaker, StringComparer.Ordinal);
        _sources = new(() => [.. site.Facts
            .SelectMany(fact => fact.Sourcing.Citations.Select(citation => (Citation: citation, Fact: fact)))
            .GroupBy(use => use.Citation.Identity, StringComparer.Ordinal)
            .OrderBy(uses => uses.First().Citation.Publisher, StringComparer.OrdinalIgnoreCase)
            .ThenBy(uses => uses.First().Citation.Title, StringComparer.Ordinal)
            .ThenBy(uses => uses.Key, StringComparer.Ordinal)
            .Select(uses => new SourceUse(Anchor(uses.Key), uses.First().Citation, [.. uses.Select(use => use.Fact).Distinct().OrderBy(fact => fact.Name, StringComparer.Ordinal)]))]);
        People = Person.All(site.Facts);
        _people = People.SelectMany(person => person.Entries.Select(entry => (Entry: entry, Person: person))).ToDictionary(pair => pair.Entry, pair => pair.Person);
        _personAt = People.ToDictionary(person => person.Url, StringComparer.Ordinal);
        Embedded = site.Settings.HasEmbeds ? [.. site.Facts.Where(IsEmbedded)] : [];
        _closest = memory.Related(Fingerprints.Company);
        _related = new(() => new RelatedArticles(site, PersonOf));
        _changes = new(() => [.. site.Facts
            .SelectMany(fact => fact.Changes.Select(change => new FactChange(fact, change)))
            .OrderByDescending(change => change.Change.Date.FirstDay)
            .ThenBy(change => change.Fact.Name, StringComparer.Ordinal)]);
        Cards = SocialCards.Of(this);
        Photographs = new Photographs(site);
    }

    /// <summary>The site.</summary>
    public BoundSite Site { get; }

    /// <summary>What its lists and indexes follow from.</summary>
    public SiteFingerprints Fingerprints { get; }

    /// <summary>Whether search engines may list it.</summary>
    public Indexing Indexing { get; }

    /// <summary>Scheme, host and port of the address that it is published at.</summary>
    public string Origin { get; }

    /// <summary>Templates by name.</summary>
    public FrozenDictionary<string, TemplateSyntax> Templates { get; }

    /// <summary>Whether pages of a layout show sources and terms in place, on slips that buttons open: the layout, or the frame around it, includes them.</summary>
    public bool HasSlips(string layout) => _layoutsWithSlips.Contains($"layouts/{layout}") || _layoutsWithSlips.Contains(PageRenderer.Frame);

    /// <summary>Whether readers can search the site: the theme has a page for it, and site.yaml does not say otherwise.</summary>
    public bool HasSearch { get; }

    /// <summary>The paths of assets by the names that templates use.</summary>
    public FrozenDictionary<string, string> Assets { get; }

    /// <summary>Every source that a fact rests on, once each, in order of publisher.</summary>
    public ImmutableArray<SourceUse> Sources => _sources.Value;

    /// <summary>Everybody whom the sheets list, in order of name.</summary>
    public ImmutableArray<Person> People { get; }

    /// <summary>The places of all sheets, in order of label.</summary>
    public ImmutableArray<Fact> Places { get; }

    /// <summary>The events of all sheets, in order of time.</summary>
    public ImmutableArray<Fact> Events { get; }

    /// <summary>The terms of all sheets, in order of label.</summary>
    public ImmutableArray<Fact> Terms { get; }

    /// <summary>The addresses of the pages that gather entries of one kind, in ordinal order.</summary>
    public ImmutableArray<string> Gatherings { get; }

    /// <summary>The facts that have a card for other sites, in order of sheet; none where site.yaml does not ask for cards.</summary>
    public ImmutableArray<Fact> Embedded { get; }

    /// <summary>Every change of a fact, the latest first.</summary>
    public ImmutableArray<FactChange> Changes => _changes.Value;

    /// <summary>The pictures that networks show beside links, or null where site.yaml does not ask for them.</summary>
    public SocialCards? Cards { get; }

    /// <summary>The photographs that articles show.</summary>
    public Photographs Photographs { get; }

    /// <summary>The person of an entry, or null where it lists none.</summary>
    public Person? PersonOf(Fact entry) => _people.GetValueOrDefault(entry);

    /// <summary>The explainers closest to one.</summary>
    public ImmutableArray<Article> Related(Article article) => article.Kind == Parsing.Articles.ArticleKind.Explainer
        ? [.. _closest.GetOrAdd(article.Url, _ => [.. _related.Value.To(article).Select(other => other.Url)]).Select(url => _articles[url])]
        : [];

    /// <summary>The article or page with an address, or null.</summary>
    public Article? ArticleAt(string url) => _articles.GetValueOrDefault(url);

    /// <summary>The fact of a name, or null.</summary>
    public Fact? FactOf(string name) => _facts.GetValueOrDefault(name);

    /// <summary>The sheet of a name, or null.</summary>
    public FactSheet? SheetOf(string name) => _sheets.GetValueOrDefault(name);

    /// <summary>The person with a page of that address, or null.</summary>
    public Person? PersonAt(string url) => _personAt.GetValueOrDefault(url);

    /// <summary>The events that a place has seen, in order of sheet.</summary>
    public IEnumerable<Fact> EventsAt(Fact place) => _eventsAt[place];

    /// <summary>The explainers of a topic, the newest first.</summary>
    public IEnumerable<Article> ArticlesOf(string topic) => _byTopic[topic];

    /// <summary>What a person is quoted with, in order of sheet.</summary>
    public IEnumerable<Fact> QuotesOf(Person person) => person.Entries
        .SelectMany(entry => _quotesOf[entry])
        .Concat(_quotesBy[person.Name])
        .Distinct()
        .OrderBy(fact => SheetOf(fact).Title, StringComparer.Ordinal).ThenBy(fact => fact.Sheet, StringComparer.Ordinal).ThenBy(fact => fact.Span.Start);

    /// <summary>The sheet that a fact stands in.</summary>
    public FactSheet SheetOf(Fact fact) => _sheets[fact.Sheet];

    /// <summary>A path from the site's root as pages link to it.</summary>
    public string Link(string path) => path.StartsWith('/') ? _prefix + path : path;

    /// <summary>A path from the site's root as other sites link to it.</summary>
    public string Absolute(string path) => Origin + Link(path);

    /// <summary>The words of a language.</summary>
    public Words Words(string language) => _words.TryGetValue(language, out var words) ? words : new Words(null);

    /// <summary>The articles and pages that state a fact, in order of address.</summary>
    public IEnumerable<Article> StatedBy(Fact fact) => _statedBy.Value.TryGetValue(fact.Name, out var urls) ? urls.Select(url => _articles[url]) : [];

    /// <summary>The articles and pages that name a person or quote them, in order of address.</summary>
    public IEnumerable<Article> StatedBy(Person person) =>
        person.Entries.Concat(QuotesOf(person)).SelectMany(fact => StatedBy(fact)).Distinct().OrderBy(article => article.Url, StringComparer.Ordinal);

    /// <summary>Whether a fact fits on a card: it is a single value or a quotation.</summary>
    public static bool IsEmbedded(Fact fact) => IsSingle(fact.Value);

    /// <summary>Whether a value is one that a line can hold, or a quotation.</summary>
    public static bool IsSingle(FactValue value) => value is not (PersonValue or EventValue or PlaceValue or TermValue or TableValue);

    /// <summary>The name of an asset in templates: its path below assets/.</summary>
    public static string AssetName(SourceFile file) => file.Path["assets/".Length..];

    /// <summary>A source's anchor does not change when others come and go.</summary>
    private static string Anchor(string identity) => $"source-{Convert.ToHexStringLower(XxHash3.Hash(Encoding.UTF8.GetBytes(identity)))[..8]}";

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
        foreach (var article in site.Articles.Concat(site.Pages).OrderBy(article => article.Url, StringComparer.Ordinal))
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
