using Explainers.Binding;
using Explainers.Facts;
using Explainers.Pages.LinkedData;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Pages;

/// <summary>What templates may ask of people and organisations, and of the pages that gather entries of one kind.</summary>
internal static partial class Views
{
    /// <summary>A person or organisation with every entry, quotation and page.</summary>
    public static readonly Members<Actor> Actors = new("a person or organisation",
    [
        new("name", Name),
        new("url", (actor, page) => page.Site.Link(actor.Url)),
        new("entries", (actor, page) => Facts!.Of(actor.Entries, page)),
        new("quotes", (actor, page) => Facts!.Of(page.Site.QuotesOf(actor), page)),
        new("people", (actor, page) => MembersOf(actor, EntryKind.Person, page)),
        new("parts", (actor, page) => MembersOf(actor, EntryKind.Organisation, page)),
        new("stated_by", (actor, page) => Articles!.Of(page.Site.StatedBy(actor), page)),
        new("sources", (_, page) => Sources!.Of(page.Notes.All, page)),
        new("structured_data", (actor, page) => LinkedActors.Page(actor, page)),
    ]);

    /// <summary>A page that gathers people, organisations, places, events or terms, by its address.</summary>
    public static readonly Members<string> IndexPages = new("a gathering",
    [
        new("authors", (_, page) => Authors!.Of(page.Site.Authors, page)),
        new("people", (_, page) => Of(EntryKind.Person, page)),
        new("organisations", (_, page) => Of(EntryKind.Organisation, page)),
        new("places", (_, page) => Facts!.Of(page.Site.Places, page)),
        new("events", (_, page) => Facts!.Of(page.Site.Events, page)),
        new("terms", (_, page) => Facts!.Of(page.Site.Terms, page)),
        new("sources", (_, page) => Sources!.Of(page.Notes.All, page)),
        new("structured_data", (url, page) => url == Routes.Timeline
            ? StructuredData.Events(page.Site.Events, page)
            : StructuredData.Places(page.Site.Places, page)),
    ]);

    /// <summary>A name or role with the time in which it held.</summary>
    private static readonly Members<DatedName> Dated = new("a name or role by date",
    [
        new("text", (dated, _) => dated.Text),
        new("from", (dated, _) => dated.Period.From?.ToString()),
        new("until", (dated, _) => dated.Period.Until?.ToString()),
        new("when", (dated, page) => dated.Period.IsOpen ? null : page.Format.Period(dated.Period)),
    ]);

    private static View[] Of(EntryKind kind, PageScope page) => Actors.Of(page.Site.Actors.Where(actor => actor.Kind == kind), page);

    private static View[] MembersOf(Actor actor, EntryKind kind, PageScope page) => actor.Kind != EntryKind.Organisation ? []
        : Facts!.Of(page.Site.MembersOf(actor).Where(member => page.HeadOf(member).Kind == kind), page);

    private static string Name(Actor actor, PageScope page)
    {
        foreach (var entry in actor.Entries) page.Named(entry);
        return actor.Name;
    }

    private static View[] NamesOf(FactId fact, PageScope page) => Dated.Of((page.Stated(fact) as ActorValue)?.Names ?? [], page);

    private static View[] RolesOf(FactId fact, PageScope page) => Dated.Of(
        ((page.Stated(fact) as ActorValue)?.Roles ?? []).Select(role => new DatedName(page.Role(role), role.Period)), page);

    /// <summary>The organisation that a person or organisation belongs to on the page's date, or null.</summary>
    private static Affiliation? GroupOf(FactId fact, PageScope page)
    {
        var group = page.Actor(fact) switch
        {
            OrganisationValue organisation => organisation.PartOf,
            { Role.Organisation: { } employer } => employer,
            _ => null,
        };
        if (group?.Entry is { } entry) page.Named(entry);
        return group;
    }
}
