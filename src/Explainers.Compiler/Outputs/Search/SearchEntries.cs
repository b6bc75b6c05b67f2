using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Scopes;

namespace Explainers.Outputs.Search;

/// <summary>
/// Lists what a search can find: explainers and pages, sheets, people, places, terms, events, quotations and every other fact.
/// </summary>
internal sealed class SearchEntries
{
    private readonly SiteScope _site;
    private readonly Strings _strings;
    private readonly FactFormatter _format;
    private readonly HashSet<FactId> _stated = [];

    private SearchEntries(SiteScope site)
    {
        _site = site;
        _strings = site.Strings(site.Site.Language);
        _format = new FactFormatter(_strings);
    }

    /// <summary>Every entry, in order of kind and, within it, in an order that puts what belongs together side by side.</summary>
    public static ImmutableArray<SearchEntry> Of(SiteScope site)
    {
        var entries = new SearchEntries(site);
        return
        [
            .. site.Site.Articles.Select(site.Site.Head).Where(article => article.IsSearched)
                .OrderBy(article => article.Url, StringComparer.Ordinal).Select(article => entries.Article(SearchKind.Article, article)),
            .. site.Site.Pages.Select(site.Site.Head).Where(page => page.IsSearched).Select(page => entries.Article(SearchKind.Page, page)),
            .. site.Site.Sheets.Select(site.Site.Sheet).Select(entries.Sheet),
            .. site.People.Select(entries.Person),
            .. site.Site.AllFacts.Select(site.Site.Fact).Where(fact => fact.Value is not PersonValue).Select(entries.Fact)
            .OrderBy(entry => entry.Kind),
        ];
    }

    private SearchEntry Article(SearchKind kind, ArticleHead article)
    {
        var format = new FactFormatter(_site.Strings(article.Language));
        var (title, description) = (
            PlainText.Of(article.Title, _site.Site, format, _stated),
            PlainText.Of(article.Description, _site.Site, format, _stated));
        return new SearchEntry(kind, _site.Link(article.Url), title, null, description) { Article = article.Id };
    }

    private SearchEntry Sheet(FactSheet sheet) =>
        new(SearchKind.Sheet, _site.Link(sheet.Url), sheet.Title, null, Text(_site.Site.Summary(sheet.Name)));

    private SearchEntry Person(Person person) => new(
        SearchKind.Person, _site.Link(person.Url), person.Name, null,
        string.Join(
            " · ",
            person.Entries.Select(entry => (PersonValue)_site.Site.Fact(entry).Value).SelectMany(value => new[] { value.Role, value.Side })
                .OfType<string>().Distinct()));

    private SearchEntry Fact(Fact fact)
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
