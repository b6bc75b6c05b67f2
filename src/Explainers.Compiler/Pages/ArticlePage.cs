using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Scopes;

namespace Explainers.Pages;

/// <summary>An explainer, or a page about the site.</summary>
internal static class ArticlePage
{
    /// <summary>What it is about.</summary>
    public static PagePlan Plan(ArticleId article, SiteScope scope)
    {
        var own = scope.Site.Head(article);
        var format = FactFormatter.Of(scope.Strings(own.Language), own.Language);
        var stated = new HashSet<FactId>();
        var head = new PageHead(
            own.Url,
            own.Kind == ArticleKind.Explainer ? "article" : "page",
            own.Language,
            PlainText.Of(own.Title, scope.Site, format, stated),
            PlainText.Of(own.Description, scope.Site, format, stated),
            own.Published,
            own.Changed)
        {
            States = stated.ToEquatable(),
            AsOf = own.AsOf,
        };
        return new PagePlan(head, "article", page => Views.Articles.Of(article, page), article.Path);
    }
}
