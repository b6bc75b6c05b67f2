using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Rendering.Pages;
using Explainers.Rendering.Search;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>Fingerprints of what a site answers to the questions of its pages; each is worked out when it is first asked for.</summary>
internal sealed class Answers
{
    private static readonly Fingerprint Absent = Fingerprint.Of("absent");
    private readonly SiteScope _site;
    private readonly FactFingerprints _facts;
    private readonly RelatedMemory _related;
    private readonly Dictionary<string, Article> _articles;
    private readonly Dictionary<string, PageHead> _heads;
    private readonly Lazy<Alphabet> _alphabet;
    private readonly Fingerprint _common;

    /// <summary>Takes a site with the pages that it has.</summary>
    public Answers(SiteScope site, ImmutableArray<PagePlan> plans, RelatedMemory related)
    {
        (_site, _related) = (site, related);
        _facts = new FactFingerprints(site);
        _articles = site.Site.Articles.Concat(site.Site.Pages).ToDictionary(article => article.Url, StringComparer.Ordinal);
        _heads = plans.DistinctBy(plan => plan.Head.Url, StringComparer.Ordinal).ToDictionary(plan => plan.Head.Url, plan => plan.Head, StringComparer.Ordinal);
        _alphabet = new Lazy<Alphabet>(() => Alphabet.Of(site));
        _common = (site.Site.Settings.File?.Fingerprint ?? Absent)
            .With(site.Absolute("/")).With((int)site.Indexing).With(site.HasSearch).With(site.Site.Language).With(site.Site.Principles?.Url).With(site.Embedded.IsEmpty).With(site.Cards is null);
    }

    /// <summary>What a page is made of that it needs not ask for: its head, the words of its language, and what is said of the whole site.</summary>
    public Fingerprint Of(PagePlan plan)
    {
        var head = plan.Head;
        return _common
            .With(head.Url).With(head.Layout).With(head.Language).With(head.Title).With(head.Description).With(head.Published?.ToString()).With(head.Changed?.ToString())
            .With(head.States.Select(fact => fact.Name)).With(head.Names.Select(fact => fact.Name))
            .With(_site.HasSlips(head.Layout)).With(plan.IsFramed).With(_site.Words(head.Language).Content);
    }

    /// <summary>The answer to a question.</summary>
    public Fingerprint Of(Question question) => question.Subject switch
    {
        Subject.Template => _site.Templates.TryGetValue(question.Name, out var template) ? template.File.Fingerprint : Absent,
        Subject.Asset => _site.Assets.TryGetValue(question.Name, out var url) ? Fingerprint.Of(url) : Absent,
        Subject.Fact => _site.FactOf(question.Name) is { } fact ? _facts.Whole(fact) : Absent,
        Subject.FactValue => _site.FactOf(question.Name) is { } fact ? _facts.Own(fact) : Absent,
        Subject.FactName => _site.FactOf(question.Name) is { } fact ? _facts.Name(fact) : Absent,
        Subject.StatedBy => _site.FactOf(question.Name) is { } fact ? Urls(_site.StatedBy(fact)) : Absent,
        Subject.EventsAt => _site.FactOf(question.Name) is { } fact ? Names(_site.EventsAt(fact)) : Absent,
        Subject.Sheet => _site.SheetOf(question.Name) is { } sheet ? _facts.Whole(sheet) : Absent,
        Subject.SheetFacts => _site.SheetOf(question.Name) is { } sheet ? FactFingerprints.Listed(sheet) : Absent,
        Subject.SheetName => _site.SheetOf(question.Name) is { } sheet ? FactFingerprints.Name(sheet) : Absent,
        Subject.Article => _articles.TryGetValue(question.Name, out var article) ? Whole(article) : Absent,
        Subject.ArticleHead => _articles.TryGetValue(question.Name, out var article) ? Head(article) : Absent,
        Subject.ArticleTitle => _articles.TryGetValue(question.Name, out var article) ? Title(article) : Absent,
        Subject.KeyFacts => _articles.TryGetValue(question.Name, out var article) ? Names(article.KeyFacts.Select(use => use.Fact)) : Absent,
        Subject.TopicArticles => Urls(_site.ArticlesOf(question.Name)),
        Subject.Related => _articles.TryGetValue(question.Name, out var article) ? _related.Of(article, _site) : Absent,
        Subject.Person => _site.PersonAt(question.Name) is { } person ? Whole(person) : Absent,
        Subject.Card => _site.Cards is { } cards ? Fingerprint.Of(cards[question.Name].Url).With(cards[question.Name].Alt).With(cards[question.Name].States.Select(fact => fact.Name)) : Absent,
        Subject.Letter => Letters(question.Name),
        Subject.Site => List(question.Name),
        _ => throw new InvalidOperationException($"Nothing answers questions about {question.Subject}."),
    };

    /// <summary>A list of the whole site: what it lists and in what order; what is in it is asked of each.</summary>
    private Fingerprint List(string name) => name switch
    {
        "topics" => Fingerprint.Of(_site.Site.Topics.Select(topic => topic.Id)),
        "sheets" => Fingerprint.Of(_site.Site.Sheets.Select(sheet => sheet.Name)),
        "people" => Fingerprint.Of(_site.People.Select(person => person.Url)),
        "gatherings" => Fingerprint.Of(_site.Gatherings),
        "sources" => Fingerprint.Of("sources").With(_site.Sources.Select(source => FactFingerprints.Of(source.Citation).With(source.Anchor).With(source.Facts.Select(fact => fact.Name)))),
        "changes" => Fingerprint.Of(_site.Changes.Select(change => $"{change.Fact.Name} {FactChange.Anchor(change.Fact, change.Change)}")),
        "pages" => Urls(_site.Site.Pages),
        "articles" => Urls(_site.Site.Articles),
        "lead" => Fingerprint.Of(_site.Site.Lead?.Url),
        "places" => Names(_site.Places),
        "events" => Names(_site.Events),
        "terms" => Names(_site.Terms),
        _ => throw new InvalidOperationException($"The site has no list '{name}'."),
    };

    /// <summary>An article's file, and what the names in it name; nothing of a fact's place in its sheet.</summary>
    private Fingerprint Whole(Article article)
    {
        var whole = article.File.Fingerprint.With(article.Url).With(article.Language).With(article.Changed?.ToString());
        foreach (var answer in article.Answers)
        {
            whole = answer.Found switch
            {
                Fact fact => whole.With(_facts.Name(fact)),
                FactSheet sheet => whole.With(FactFingerprints.Name(sheet)),
                Topic topic => whole.With(topic.Id).With(topic.Title).With(topic.Summary),
                string url => whole.With(url),
                SourceFile image => whole.With(image.Fingerprint),
                Parsing.Photographs.CreditSyntax credit => whole.With(credit.File.Fingerprint),
                BlockKind block => whole.With(block.Name),
                _ => whole.With(Absent),
            };
        }
        foreach (var use in article.Uses) whole = whole.With(use.IsInWords ? _facts.Sourced(use.Fact) : _facts.Stated(use.Fact));
        return whole;
    }

    private Fingerprint Head(Article article)
    {
        var head = _heads[article.Url];
        return Title(article).With(head.Description).With(head.States.Select(fact => fact.Name))
            .With(article.Published?.ToString()).With(article.Updated?.ToString()).With(article.Words).With(article.File.Path)
            .With(article.Topics.Select(topic => topic.Id));
    }

    private Fingerprint Title(Article article) => Fingerprint.Of(article.Url).With(_heads[article.Url].Title).With(article.Language).With((int)article.Kind);

    private Fingerprint Whole(Person person) => Fingerprint.Of(person.Url)
        .With(person.Name).With(Names(person.Entries)).With(Names(_site.QuotesOf(person)))
        .With(_site.StatedBy(person).Select(article => article.Url));

    private Fingerprint Letters(string name)
    {
        var letters = Fingerprint.Of(_alphabet.Value.Letters.Select(letter => letter.Name)).With(_alphabet.Value.IsLong);
        foreach (var letter in _alphabet.Value.Shown(_alphabet.Value.Letters.FirstOrDefault(letter => letter.Name == name)))
            letters = letters.With(letter.Name).With(letter.Entries.Select(entry => Fingerprint.Of(entry.Title).With(entry.Url).With((int)entry.Kind)));
        return letters;
    }

    private static Fingerprint Urls(IEnumerable<Article> articles) => Fingerprint.Of(articles.Select(article => article.Url));

    private static Fingerprint Names(IEnumerable<Fact> facts) => Fingerprint.Of(facts.Select(fact => fact.Name));
}
