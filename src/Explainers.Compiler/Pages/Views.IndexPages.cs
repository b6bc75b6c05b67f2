using Explainers.Binding;
using Explainers.Pages.LinkedData;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Pages;

/// <summary>What templates may ask of people, and of the pages that gather entries of one kind.</summary>
internal static partial class Views
{
    /// <summary>A person with every entry, quotation and page.</summary>
    public static readonly Members<Person> People = new("a person",
    [
        new("name", Name),
        new("url", (person, page) => page.Site.Link(person.Url)),
        new("entries", (person, page) => Facts!.Of(person.Entries, page)),
        new("quotes", (person, page) => Facts!.Of(page.Site.QuotesOf(person), page)),
        new("stated_by", (person, page) => Articles!.Of(page.Site.StatedBy(person), page)),
        new("sources", (_, page) => Sources!.Of(page.Notes.All, page)),
        new("structured_data", (person, page) => StructuredData.Person(person, page)),
    ]);

    /// <summary>A page that gathers people, places, events or terms, by its address.</summary>
    public static readonly Members<string> IndexPages = new("a gathering",
    [
        new("people", (_, page) => People!.Of(page.Site.People, page)),
        new("places", (_, page) => Facts!.Of(page.Site.Places, page)),
        new("events", (_, page) => Facts!.Of(page.Site.Events, page)),
        new("terms", (_, page) => Facts!.Of(page.Site.Terms, page)),
        new("sources", (_, page) => Sources!.Of(page.Notes.All, page)),
        new("structured_data", (url, page) => url == Routes.Timeline
            ? StructuredData.Events(page.Site.Events, page)
            : StructuredData.Places(page.Site.Places, page)),
    ]);

    private static string Name(Person person, PageScope page)
    {
        foreach (var entry in person.Entries) page.Named(entry);
        return person.Name;
    }
}
