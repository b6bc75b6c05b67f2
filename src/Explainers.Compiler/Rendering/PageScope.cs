using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Parsing.Articles;
using Explainers.Rendering.Formatting;
using Explainers.Rendering.Images;
using Explainers.Rendering.Memory;
using Explainers.Rendering.Templating;

namespace Explainers.Rendering;

/// <summary>What a page is to the outside: the head of its HTML.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Layout">The layout that draws it: <c>article</c>.</param>
/// <param name="Language">Its language.</param>
/// <param name="Title">Its title, or null on the home page, which bears the site's.</param>
/// <param name="Description">What it says, in a sentence.</param>
/// <param name="Published">Its first publication, where it has one.</param>
/// <param name="Changed">Its last change, where that is known.</param>
internal sealed record PageHead(
    string Url,
    string Layout,
    string Language,
    string? Title,
    string Description,
    PublicationDate? Published = null,
    PublicationDate? Changed = null)
{
    /// <summary>The facts that its title and description state.</summary>
    public ImmutableArray<Fact> States { get; init; } = [];

    /// <summary>The people that its title and description name.</summary>
    public ImmutableArray<Fact> Names { get; init; } = [];
}

/// <summary>One page while it is rendered: its language, its numbered sources, and who has been introduced on it.</summary>
internal sealed class PageScope
{
    private readonly HashSet<Fact> _introduced = [];
    private readonly HashSet<Fact> _stated = [];
    private readonly HashSet<Fact> _named = [];
    private readonly List<Fact> _defined = [];
    private readonly HashSet<Fact> _definedOnce = [];
    private BoundImagePart? _firstPhotograph;
    private readonly HashSet<string> _assets = new(StringComparer.Ordinal);
    private readonly HashSet<Question> _questions = [];

    /// <summary>Begins a page.</summary>
    public PageScope(SiteScope site, PageHead head, PageOutput output)
    {
        Site = site;
        Head = head;
        Words = site.Words(head.Language);
        Format = FactFormatter.Of(Words, head.Language);
        Context = new PageContext(this, output);
        HasSlips = site.HasSlips(head.Layout);
        _stated.UnionWith(head.States);
        _named.UnionWith(head.Names);
    }

    /// <summary>What all pages share.</summary>
    public SiteScope Site { get; }

    /// <summary>Whether the page shows sources and terms in place.</summary>
    public bool HasSlips { get; }

    /// <summary>The page's head.</summary>
    public PageHead Head { get; }

    /// <summary>The words of its language.</summary>
    public Words Words { get; }

    /// <summary>Writes values in its language.</summary>
    public FactFormatter Format { get; }

    /// <summary>Its sources, numbered in order of first use.</summary>
    public SourceNotes Notes { get; } = new();

    /// <summary>Changes whenever a list grows that the page is written from: its sources, their uses, its terms.</summary>
    public int Version => Notes.Count + _defined.Count;

    /// <summary>Runs its templates.</summary>
    public PageContext Context { get; }

    /// <summary>The facts that the page states, for the question what a change of one would change.</summary>
    public IReadOnlyCollection<Fact> States => _stated;

    /// <summary>The people, places, events and terms that the page names, whatever their values are made of.</summary>
    public IReadOnlyCollection<Fact> Names => _named;

    /// <summary>The terms whose definitions the page shows in place, in order of first use.</summary>
    public IReadOnlyList<Fact> Terms => _defined;

    /// <summary>What the page has asked: while the answers are the same, so is the page.</summary>
    public IReadOnlyCollection<Question> Questions => _questions;

    /// <summary>The names of the theme's assets that the page loads.</summary>
    public IReadOnlyCollection<string> Assets => _assets;

    /// <summary>Notes that the page asks something.</summary>
    public void Asks(Question question) => _questions.Add(question);

    /// <summary>The articles and pages that state a fact, in order of address.</summary>
    public IEnumerable<Article> StatedBy(Fact fact)
    {
        Asks(new Question(Subject.StatedBy, fact.Name));
        return Site.StatedBy(fact);
    }

    /// <summary>The events that a place has seen.</summary>
    public IEnumerable<Fact> EventsAt(Fact place)
    {
        Asks(new Question(Subject.EventsAt, place.Name));
        return Site.Sheets.EventsAt(place);
    }

    /// <summary>The page at the address of an article's folder, or null.</summary>
    public Article? Parent(Article article)
    {
        var folder = Routes.Folder(article.Url);
        Asks(new Question(Subject.ArticleTitle, folder));
        return Site.ArticleAt(folder) is { Kind: ArticleKind.Page } parent ? parent : null;
    }

    /// <summary>The explainers closest to one.</summary>
    public ImmutableArray<Article> Related(Article article)
    {
        Asks(new Question(Subject.Related, article.Url));
        return Site.Related(article);
    }

    /// <summary>The explainers of a topic, the newest first.</summary>
    public IEnumerable<Article> ArticlesOf(Topic topic)
    {
        Asks(new Question(Subject.TopicArticles, topic.Id));
        return Site.ArticlesOf(topic.Id);
    }

    /// <summary>The picture that networks show beside a link to the page, or null.</summary>
    public SocialCard? Card()
    {
        Asks(new Question(Subject.Card, Head.Url));
        return Site.Cards?[Head.Url];
    }

    /// <summary>A list of the whole site.</summary>
    public T Listed<T>(string name, T list)
    {
        Asks(new Question(Subject.Site, name));
        return list;
    }

    /// <summary>Notes that the page uses a term, whose definition it can show.</summary>
    public void Defined(Fact term)
    {
        if (_definedOnce.Add(term)) _defined.Add(term);
    }

    /// <summary>Notes that the page loads an asset.</summary>
    public void Loads(string asset) => _assets.Add(asset);

    /// <summary>The label of a fact, which for some is part of what their sheet says of them.</summary>
    public string Named(Fact fact)
    {
        Asks(new Question(Subject.FactName, fact.Name));
        if (fact.Value is PersonValue or PlaceValue or EventValue or TermValue) _named.Add(fact);
        return fact.Label;
    }

    /// <summary>The name of somebody or some place that an entry mentions, as an entry of its own or in words.</summary>
    public string? Mentioned(Fact? entry, string? words) => entry is null ? words : Named(entry);

    /// <summary>The value of a fact, which the page states from now on.</summary>
    public FactValue Stated(Fact fact)
    {
        Asks(new Question(Subject.FactValue, fact.Name));
        _stated.Add(fact);
        return fact.Value;
    }

    /// <summary>A title or description.</summary>
    public string Text(ImmutableArray<BodyPart> parts) => Prose.Text(parts, Format, _stated);

    /// <summary>A text of a sheet, with the facts that it refers to; empty for none.</summary>
    public string? Text(ProseSyntax? prose) => prose is null ? null : Prose.Text(Site.Site.Texts[prose], Format, _stated);

    /// <summary>Whether a photograph is the first on the page, which readers see without scrolling.</summary>
    public bool IsFirst(BoundImagePart photograph) => ReferenceEquals(_firstPhotograph ??= photograph, photograph);

    /// <summary>Whether a person is named on the page for the first time.</summary>
    public bool Introduces(Fact person) => _introduced.Add(person);
}
