using Explainers.Binding;
using Explainers.Facts;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Pages;

/// <summary>The page of a person or organisation.</summary>
internal static class ActorPage
{
    /// <summary>Which page it is.</summary>
    public static OutputKey Key(Actor actor) =>
        new(actor.Kind == EntryKind.Person ? OutputKind.Person : OutputKind.Organisation, actor.Url);

    /// <summary>What it is about.</summary>
    public static PagePlan Plan(Actor actor, SiteScope scope)
    {
        var layout = actor.Kind == EntryKind.Person ? "person" : "organisation";
        var description = scope.Strings(scope.Site.Language).Fill($"{layout}_description", ("name", actor.Name));
        var head = new PageHead(actor.Url, layout, scope.Site.Language, actor.Name, description) { Names = actor.Entries };
        return new PagePlan(head, layout, page => Views.Actors.Of(actor, page), scope.SheetOf(actor.Entries[0]).Path);
    }
}
