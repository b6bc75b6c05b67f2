using Explainers.Binding;
using Explainers.Facts;
using Explainers.Scopes;

namespace Explainers.Pages;

/// <summary>A fact that other sites can embed, as a document of its own.</summary>
internal static class EmbedPage
{
    /// <summary>What it is about.</summary>
    public static PagePlan Plan(FactId fact, SiteScope scope)
    {
        var title = $"{scope.SheetOf(fact).Title}: {scope.Site.Head(fact).Label}";
        var head = new PageHead(Routes.Embed(fact), "embed", scope.Site.Language, title, title);
        return new PagePlan(head, "fact", page => Views.Facts.Of(fact, page), scope.SheetOf(fact).Path) { IsFramed = false };
    }
}
