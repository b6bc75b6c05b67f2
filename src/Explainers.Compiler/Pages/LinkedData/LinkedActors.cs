using Explainers.Binding;
using Explainers.Facts;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Pages.LinkedData;

/// <summary>What the page of a person or organisation says to machines.</summary>
internal static class LinkedActors
{
    /// <summary>A person with roles and employers, or an organisation with what it is part of.</summary>
    public static Html Page(Actor actor, PageScope page) => StructuredData.Element(() =>
    {
        ActorValue[] entries = [.. actor.Entries.Select(page.Stated).OfType<ActorValue>()];
        var above = actor.Kind == EntryKind.Person ? (page.Strings["people"], Routes.People)
            : (page.Strings["organisations"], Routes.Organisations);
        return
        [
            actor.Kind == EntryKind.Person ? Person(actor, entries, page) : Organisation(actor, entries, page),
            StructuredData.Trail(page, above, (actor.Name, actor.Url)),
        ];
    });

    /// <summary>The type of schema.org.</summary>
    public static string TypeOf(EntryKind kind) => kind == EntryKind.Person ? "Person" : "Organization";

    private static LinkedPerson Person(Actor actor, ActorValue[] entries, PageScope page)
    {
        DatedRole[] held = [.. entries.Select(entry => entry.Role).OfType<DatedRole>().Where(role => role.Period.Until is null)];
        var roles = held.Select(role => role.Text).Where(role => role.Length > 0).Distinct().ToArray();
        return new LinkedPerson
        {
            Type = TypeOf(actor.Kind),
            Name = actor.Name,
            Url = page.Site.Absolute(actor.Url),
            AlternateName = OtherNames(actor, entries),
            JobTitle = roles.Length == 0 ? null : string.Join("; ", roles),
            WorksFor = StructuredData.Any(
                held.Select(role => role.Organisation).OfType<Affiliation>().DistinctBy(group => group.Name)
                    .Select(group => Group(group, page))),
        };
    }

    private static LinkedOrganisation Organisation(Actor actor, ActorValue[] entries, PageScope page)
    {
        var roles = entries.Select(entry => entry.Role?.Text).OfType<string>().Distinct().ToArray();
        return new LinkedOrganisation
        {
            Type = TypeOf(actor.Kind),
            Name = actor.Name,
            Url = page.Site.Absolute(actor.Url),
            AlternateName = OtherNames(actor, entries),
            Description = roles.Length == 0 ? null : string.Join("; ", roles),
            ParentOrganization = entries.OfType<OrganisationValue>().Select(entry => entry.PartOf).OfType<Affiliation>()
                .Select(group => Group(group, page)).FirstOrDefault(),
        };
    }

    private static string[]? OtherNames(Actor actor, ActorValue[] entries) => StructuredData.Any(
        entries.SelectMany(entry => entry.Aliases.Concat(entry.Names.Select(name => name.Text))).Distinct()
            .Where(name => name != actor.Name));

    private static Thing Group(Affiliation group, PageScope page) => new()
    {
        Type = TypeOf(EntryKind.Organisation),
        Name = group.Entry is { } entry ? page.Named(entry) : group.Name,
        Url = group.Entry is { } named && page.Site.ActorOf(named) is { } actor ? page.Site.Absolute(actor.Url) : null,
    };
}
