using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Blocks.Terms;
using Explainers.Blocks.Timeline;
using Explainers.Rendering.Templating;

namespace Explainers.Rendering.Pages;

/// <summary>What templates may ask of people, and of the pages that gather entries of one kind.</summary>
internal static partial class Views
{
    /// <summary>A person with every entry, quotation and page.</summary>
    public static readonly Members<Person> People = new("a person",
    [
        new("name", Name),
        new("url", (person, page) => page.Site.Link(person.Url)),
        new("entries", (person, page) => Facts!.Of(person.Entries, page)),
        new("quotes", (person, page) => Facts!.Of(QuotesOf(person, page.Site), page)),
        new("stated_by", (person, page) => Articles!.Of(
            person.Entries.Concat(QuotesOf(person, page.Site)).SelectMany(fact => page.Site.StatedBy(fact)).Distinct().OrderBy(article => article.Url, StringComparer.Ordinal), page)),
        new("sources", (_, page) => Sources!.Of(page.Notes.All, page)),
        new("structured_data", (person, page) => StructuredData.Person(person, page)),
    ]);

    /// <summary>A page that gathers people, places, events or terms, by its address.</summary>
    public static readonly Members<string> Gatherings = new("a gathering",
    [
        new("people", (_, page) => People!.Of(page.Site.People, page)),
        new("places", (_, page) => Facts!.Of(page.Site.Site.Facts.Where(fact => fact.Value is PlaceValue).OrderBy(fact => fact.Label, StringComparer.Ordinal).ThenBy(fact => fact.Name, StringComparer.Ordinal), page)),
        new("events", (_, page) => Facts!.Of(TimelineBlock.Kind.Order([.. page.Site.Site.Facts.Where(fact => fact.Value is EventValue)]), page)),
        new("terms", (_, page) => Facts!.Of(TermsBlock.Kind.Order([.. page.Site.Site.Facts.Where(fact => fact.Value is TermValue)]), page)),
        new("sources", (_, page) => Sources!.Of(page.Notes.All, page)),
        new("structured_data", (url, page) => url == Routes.Timeline
            ? StructuredData.Events(page.Site.Site.Facts.Where(fact => fact.Value is EventValue), page)
            : StructuredData.Places(page.Site.Site.Facts.Where(fact => fact.Value is PlaceValue), page)),
    ]);

    private static string Name(Person person, PageScope page)
    {
        foreach (var entry in person.Entries) page.Named(entry);
        return person.Name;
    }

    private static IEnumerable<Fact> QuotesOf(Person person, SiteScope site) =>
        site.Site.Facts.Where(fact => fact.Value is QuoteValue quote && (quote.SpeakerFact is { } speaker ? person.Entries.Contains(speaker) : quote.Speaker == person.Name));
}
