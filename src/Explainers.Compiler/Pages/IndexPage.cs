using Explainers.Scopes;

namespace Explainers.Pages;

/// <summary>A page that gathers people, organisations, places, events or terms.</summary>
internal static class IndexPage
{
    /// <summary>What it is about.</summary>
    public static PagePlan Plan(string url, SiteScope scope)
    {
        var (layout, strings) = (url.Trim('/'), scope.Strings(scope.Site.Language));
        var head = new PageHead(url, layout, scope.Site.Language, strings[layout], strings[$"{layout}_description"]);
        return new PagePlan(head, "gathering", page => Views.IndexPages.Of(url, page), null);
    }
}
