using System.Text;
using Explainers.Sources;

namespace Explainers.Tests.Incremental;

/// <summary>An edit that random ones hardly ever make.</summary>
public sealed class MovedArticleTests
{
    private const string Settings =
        "title: A site\ndescription: A site for a test.\nbase_url: https://example.org/\ntopics:\n  places: { title: Places }\n";

    [Theory]
    [InlineData("articles/b.md", "pages/b.md")]
    [InlineData("pages/b.md", "articles/b.md")]
    public void An_article_that_becomes_a_page_and_keeps_its_place_is_listed_as_what_it_is(string from, string to)
    {
        var site = new IncrementalSite();
        foreach (var path in new[] { from, to })
        {
            var tree = Site(("site.yaml", Settings), ("articles/a.md", Article("2026-02-02")), (path, Article("2026-01-01")));
            Assert.Null(Compiles.Difference(site.Compile(tree), new IncrementalSite().Compile(tree)));
        }
    }

    private static string Article(string day) =>
        $"---\ntitle: Of {day}\ndescription: A text.\npublished: {day}\ntopics: [places]\n---\n\nA text.\n";

    private static SourceTree Site(params (string Path, string Text)[] files) => SourceTree.From(
        files.Select(file => new SourceFile(file.Path, $"input/{file.Path}", Encoding.UTF8.GetBytes(file.Text))),
        Scratch.Files(Path.Combine(RepositoryRoot.Path, "theme"))
            .Select(file => new SourceFile(file.Key, $"theme/{file.Key}", file.Value)));
}
