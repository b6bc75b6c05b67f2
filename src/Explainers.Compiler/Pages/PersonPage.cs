using Explainers.Binding;
using Explainers.Scopes;

namespace Explainers.Pages;

/// <summary>The page of a person.</summary>
internal static class PersonPage
{
    /// <summary>What it is about.</summary>
    public static PagePlan Plan(Person person, SiteScope scope)
    {
        var description = scope.Strings(scope.Site.Language).Fill("person_description", ("name", person.Name));
        var head = new PageHead(person.Url, "person", scope.Site.Language, person.Name, description) { Names = person.Entries };
        return new PagePlan(head, "person", page => Views.People.Of(person, page), scope.SheetOf(person.Entries[0]).Path);
    }
}
