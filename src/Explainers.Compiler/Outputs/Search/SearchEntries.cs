using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Scopes;

namespace Explainers.Outputs.Search;

/// <summary>
/// Says what a search can find: explainers and pages, sheets, people, organisations, places, terms, events, quotations and every other
/// fact.
/// </summary>
internal sealed class SearchEntries
{
    private readonly SiteScope _site;
    private readonly Strings _strings;
    private readonly FactFormatter _format;
    private readonly HashSet<FactId> _stated = [];

    private SearchEntries(SiteScope site, string language)
    {
        _site = site;
        _strings = site.Strings(language);
        _format = new FactFormatter(_strings);
    }

    /// <summary>An explainer or page.</summary>
    public static SearchEntry OfArticle(SiteScope site, Article article) =>
        new SearchEntries(site, article.Head.Language).Entry(article);

    /// <summary>A sheet, followed by its facts, without people.</summary>
    public static EquatableArray<SearchEntry> OfSheet(SiteScope site, FactSheet sheet)
    {
        var entries = new SearchEntries(site, site.Site.Language);
        return sheet.Facts.Select(site.Site.Fact).Where(fact => fact.Value is not ActorValue).Select(entries.Entry)
            .Prepend(entries.Entry(sheet)).Select(entry => entry with { Words = EntryWords.Of(entry) }).ToEquatable();
    }

    /// <summary>An author.</summary>
    public static SearchEntry OfAuthor(SiteScope site, Author author)
    {
        var words = new[] { author.Role, author.Bio }.Concat(author.Expertise).OfType<string>();
        var entry = new SearchEntry(SearchKind.Person, site.Link(author.Url), author.Name, null, string.Join(" · ", words));
        return entry with { Words = EntryWords.Of(entry) };
    }

    /// <summary>A person or organisation.</summary>
    public static SearchEntry OfActor(SiteScope site, Actor actor)
    {
        var entries = new SearchEntries(site, site.Site.Language);
        var words = actor.Entries.SelectMany(entry => entries.Words((ActorValue)site.Site.Fact(entry).Value)).OfType<string>().Distinct()
            .Where(words => words != actor.Name);
        var kind = actor.Kind == EntryKind.Person ? SearchKind.Person : SearchKind.Organisation;
        var entry = new SearchEntry(kind, site.Link(actor.Url), actor.Name, null, string.Join(" · ", words));
        return entry with { Words = EntryWords.Of(entry) };
    }

    /// <summary>What readers may remember of a person or organisation: roles, countries, former and other names.</summary>
    private IEnumerable<string?> Words(ActorValue actor) => actor.Roles.Reverse().Select(_format.Role)
        .Concat<string?>(actor is OrganisationValue body ? [body.PartOf?.Name, body.Country] : [(actor as PersonValue)?.Side])
        .Concat(actor.Aliases)
        .Concat(actor.Names.Select(name => name.Text));

    private SearchEntry Entry(Article article)
    {
        var head = article.Head;
        var kind = head.Kind == ArticleKind.Page ? SearchKind.Page : SearchKind.Article;
        var entry = new SearchEntry(kind, _site.Link(head.Url), Text(head.Title), null, Text(head.Description));
        return entry with { Words = EntryWords.Of(entry, article, _site.Site, _format) };
    }

    private SearchEntry Entry(FactSheet sheet) =>
        new(SearchKind.Sheet, _site.Link(sheet.Url), sheet.Title, null, Text(_site.Site.Summary(sheet.Name)));

    private SearchEntry Entry(Fact fact)
    {
        var (kind, text) = fact.Value switch
        {
            PlaceValue place => (SearchKind.Place, Whole(place.At)),
            TermValue => (SearchKind.Term, Text(_site.Site.Texts(fact.Name).Means)),
            EventValue happening =>
                (SearchKind.Event, string.Join(" · ", new[] { Whole(happening.When), happening.Place }.OfType<string>())),
            QuoteValue quote => (SearchKind.Quote, $"{Whole(quote)} – {quote.Speaker}"),
            TableValue table => (SearchKind.Fact, string.Join(" · ", table.Columns.Select(column => column.Label))),
            var value => (SearchKind.Fact, Whole(value)),
        };
        if (fact.AsOf is { } held) text = $"{text}, {_format.Date(held, FactForm.Whole)}";
        if (kind is not (SearchKind.Place or SearchKind.Term) && fact.Sourcing.Citations is [var source, ..])
            text = $"{text} · {_strings["source"]}: {source.Publisher}";
        return new SearchEntry(
            kind,
            _site.Link(fact.Url),
            fact.Label,
            kind is SearchKind.Place or SearchKind.Term ? null : _site.SheetOf(fact.Name).Title,
            text);
    }

    private string Whole(FactValue value) => _format.Value(value, FactForm.Whole);

    private string Text(EquatableArray<BodyPart> parts) => PlainText.Of(parts, _site.Site, _format, _stated);
}
