using Explainers.Binding;
using Explainers.Parsing.Articles;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Pages.LinkedData;

/// <summary>What pages say to machines of those who made their articles.</summary>
internal static class LinkedAuthors
{
    /// <summary>The page of an author: a profile, and where it stands.</summary>
    public static Html Page(string author, PageScope page) => StructuredData.Element(() =>
    [
        new ProfilePage
        {
            Type = "ProfilePage",
            Url = page.Site.Absolute(Routes.Author(author)),
            InLanguage = page.Site.Site.Language,
            MainEntity = Person(author, page),
        },
        StructuredData.Trail(page, (page.Strings["authors"], Routes.Authors), (page.Site.Site.Author(author).Name, Routes.Author(author))),
    ]);

    /// <summary>Who wrote an article: the authors, or else the publisher.</summary>
    public static LinkedAuthor[] Of(ArticleHead article, PageScope page)
    {
        if (!article.Authors.IsEmpty) return [.. article.Authors.Select(author => Person(author, page))];
        var publisher = StructuredData.PublisherOf(page);
        return [new LinkedAuthor { Type = publisher.Type, Name = publisher.Name, Url = publisher.Url }];
    }

    /// <summary>Those who had a certain part in an article, or null for nobody.</summary>
    public static LinkedAuthor[]? Of(ArticleHead article, ContributionKind kind, PageScope page) => StructuredData.Any(
        article.Contributions.Where(part => part.Kind == kind).Select(part => part.Author).Distinct()
            .Select(author => Person(author, page)));

    private static LinkedAuthor Person(string id, PageScope page)
    {
        var author = page.Site.Site.Author(id);
        return new LinkedAuthor
        {
            Type = "Person",
            Name = author.Name,
            Url = page.Site.Absolute(author.Url),
            JobTitle = author.Role,
            Description = author.Bio,
            Image = author.Photograph is { } path ? page.Site.Absolute(Routes.Escaped(Routes.Image(path))) : null,
            SameAs = StructuredData.Any(author.Links.Select(link => link.Url)),
            KnowsLanguage = StructuredData.Any(author.Languages),
            KnowsAbout = StructuredData.Any(author.Expertise),
            Email = author.Email,
        };
    }
}
