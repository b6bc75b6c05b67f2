using Explainers.Scopes;

namespace Explainers.Pages;

/// <summary>The page of an author.</summary>
internal static class AuthorPage
{
    /// <summary>What it is about.</summary>
    public static PagePlan Plan(string id, SiteScope scope)
    {
        var (author, language) = (scope.Site.Author(id), scope.Site.Language);
        var description = author.Bio ?? scope.Strings(language).Fill("author_description", ("name", author.Name));
        var head = new PageHead(author.Url, "author", language, author.Name, description);
        return new PagePlan(head, "author", page => Views.Authors.Of(id, page), null);
    }
}
