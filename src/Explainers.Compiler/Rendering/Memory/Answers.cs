using Explainers.Binding;
using Explainers.Rendering.Pages;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>Fingerprints of what a site answers to the questions of its pages; each is worked out when it is first asked for.</summary>
internal sealed class Answers
{
    private static readonly Fingerprint Absent = Fingerprint.Of("absent");
    private readonly SiteScope _site;
    private readonly FactFingerprints _facts;
    private readonly PlanMemory _plans;
    private readonly Fingerprint _namesAndStates;
    private readonly Fingerprint _common;

    /// <summary>Takes a site with the pages that it has.</summary>
    /// <param name="site">The site.</param>
    /// <param name="plans">The plans of its articles' pages, and what it has from A to Z.</param>
    public Answers(SiteScope site, PlanMemory plans)
    {
        (_site, _plans) = (site, plans);
        _facts = new FactFingerprints(site);
        _namesAndStates = Facts.Names.With(site.Fingerprints.States);
        _common = (site.Site.Settings.File?.Fingerprint ?? Absent)
            .With(site.Absolute("/")).With((int)site.Indexing).With(site.HasSearch).With(site.Site.Language).With(site.Site.Principles?.Url).With(site.Embedded.IsEmpty).With(site.Cards is null)
            .With(site.Photographs.MadeBy);
    }

    private SheetFingerprints Facts => _site.Sheets.Fingerprints;

    /// <summary>A fingerprint of all that the answer to a question follows from: while it is the same, so is the answer. None, where it has to be worked out.</summary>
    public Fingerprint Basis(Question question) => question.Subject switch
    {
        Subject.Fact or Subject.FactValue or Subject.Sheet => Facts.Sheets,
        Subject.FactName or Subject.EventsAt or Subject.SheetFacts or Subject.SheetName => Facts.Names,
        Subject.StatedBy or Subject.Person => _namesAndStates,
        Subject.Related or Subject.TopicArticles => _site.Fingerprints.Company,
        Subject.Site => question.Name switch
        {
            "sheets" or "people" or "gatherings" or "places" or "terms" => Facts.Names,
            "events" or "changes" => Facts.Sheets,
            "sources" => Facts.Sources,
            "articles" or "pages" => _site.Fingerprints.States,
            _ => Fingerprint.None,
        },
        _ => Fingerprint.None,
    };

    /// <summary>What a page is made of that it needs not ask for: its head, the words of its language, and what is said of the whole site.</summary>
    public Fingerprint Of(PagePlan plan) => _common.With(plan.Content).With(_site.HasSlips(plan.Head.Layout)).With(_site.Words(plan.Head.Language).Content);

    /// <summary>The answer to a question.</summary>
    public Fingerprint Of(Question question) => question.Subject switch
    {
        Subject.Template => _site.Templates.TryGetValue(question.Name, out var template) ? template.File.Fingerprint : Absent,
        Subject.Asset => _site.Assets.TryGetValue(question.Name, out var url) ? Fingerprint.Of(url) : Absent,
        Subject.Fact => _site.FactOf(question.Name) is { } fact ? _facts.Whole(fact) : Absent,
        Subject.FactValue => _site.FactOf(question.Name) is { } fact ? FactFingerprints.Own(fact) : Absent,
        Subject.FactName => _site.FactOf(question.Name) is { } fact ? _facts.Name(fact) : Absent,
        Subject.StatedBy => _site.FactOf(question.Name) is { } fact ? Urls(_site.StatedBy(fact)) : Absent,
        Subject.EventsAt => _site.FactOf(question.Name) is { } fact ? Names(_site.Sheets.EventsAt(fact)) : Absent,
        Subject.Sheet => _site.Sheets.SheetOf(question.Name) is { } sheet ? _facts.Whole(sheet) : Absent,
        Subject.SheetFacts => _site.Sheets.SheetOf(question.Name) is { } sheet ? FactFingerprints.Listed(sheet) : Absent,
        Subject.SheetName => _site.Sheets.SheetOf(question.Name) is { } sheet ? FactFingerprints.Name(sheet) : Absent,
        Subject.Article => _site.ArticleAt(question.Name) is { } article ? Whole(article) : Absent,
        Subject.ArticleHead => _site.PositionOf(question.Name) is { } position ? _plans.Articles[position].Content : Absent,
        Subject.ArticleTitle => _site.PositionOf(question.Name) is { } position ? _plans.Articles[position].Title : Absent,
        Subject.KeyFacts => _site.ArticleAt(question.Name) is { } article ? ArticleReading.Of(article).KeyFacts : Absent,
        Subject.TopicArticles => Urls(_site.ArticlesOf(question.Name)),
        Subject.Related => _site.ArticleAt(question.Name) is { } article ? Urls(_site.Related(article)) : Absent,
        Subject.Person => _site.Sheets.PersonAt(question.Name) is { } person ? Whole(person) : Absent,
        Subject.Card => _site.Cards is { } cards ? cards.Basis.With(_site.ArticleAt(question.Name) is { } article ? ArticleReading.Of(article).Whole : Absent) : Absent,
        Subject.Letter => Letters(question.Name),
        Subject.Site => List(question.Name),
        _ => throw new InvalidOperationException($"Nothing answers questions about {question.Subject}."),
    };

    /// <summary>A list of the whole site: what it lists and in what order; what is in it is asked of each.</summary>
    private Fingerprint List(string name) => name switch
    {
        "topics" => Fingerprint.Of(_site.Site.Topics.Select(topic => topic.Id)),
        "sheets" => Fingerprint.Of(_site.Site.Sheets.Select(sheet => sheet.Name)),
        "people" => Fingerprint.Of(_site.Sheets.People.Select(person => person.Url)),
        "gatherings" => Fingerprint.Of(_site.Sheets.Gatherings),
        "sources" => Fingerprint.Of("sources").With(_site.Sheets.Sources.Select(source => FactFingerprints.Of(source.Citation).With(source.Anchor).With(source.Facts.Select(fact => fact.Name)))),
        "changes" => Fingerprint.Of(_site.Sheets.Changes.Select(change => $"{change.Fact.Name} {FactChange.Anchor(change.Fact, change.Change)}")),
        "pages" => Urls(_site.Site.Pages),
        "articles" => Urls(_site.Site.Articles),
        "lead" => Fingerprint.Of(_site.Site.Lead?.Url),
        "places" => Names(_site.Sheets.Places),
        "events" => Names(_site.Sheets.Events),
        "terms" => Names(_site.Sheets.Terms),
        _ => throw new InvalidOperationException($"The site has no list '{name}'."),
    };

    /// <summary>An article with the texts of the facts that it lists changes of.</summary>
    private Fingerprint Whole(Article article)
    {
        var whole = ArticleReading.Of(article).Whole;
        foreach (var fact in article.Revised)
            whole = whole.With(_facts.Whole(fact));
        return whole;
    }

    private Fingerprint Whole(Person person) => Fingerprint.Of(person.Url)
        .With(person.Name).With(Names(person.Entries)).With(Names(_site.Sheets.QuotesOf(person)))
        .With(_site.StatedBy(person).Select(article => article.Url));

    private Fingerprint Letters(string name)
    {
        if (!_site.HasSearch || _plans.Alphabet is not { } alphabet) return Absent;
        var letters = Fingerprint.Of(alphabet.Letters.Select(letter => letter.Name)).With(alphabet.IsLong);
        foreach (var letter in alphabet.Shown(alphabet.Letters.FirstOrDefault(letter => letter.Name == name)))
            letters = letters.With(letter.Name).With(letter.Entries.Select(entry => Fingerprint.Of(entry.Title).With(entry.Url).With((int)entry.Kind)));
        return letters;
    }

    private static Fingerprint Urls(IEnumerable<Article> articles) => Fingerprint.Of(articles.Select(article => article.Url));

    private static Fingerprint Names(IEnumerable<Fact> facts) => Fingerprint.Of(facts.Select(fact => fact.Name));
}
