using Explainers.Hosting;
using Explainers.Incremental;
using Explainers.Sources;
using Explainers.Tests.Incremental;

namespace Explainers.Tests;

/// <summary>A site that is too large to be kept in memory gives what any other gives.</summary>
public sealed class LargeSiteTests
{
    [Fact]
    public void Articles_that_are_forgotten_and_read_again_change_nothing()
    {
        var tree = FixtureSite.Tree();
        Assert.Null(Compiles.Difference(new IncrementalSite().Compile(tree with { IsLarge = true }), new IncrementalSite().Compile(tree)));
    }

    [Fact]
    public void A_compile_that_records_nothing_gives_the_same_files()
    {
        var (tree, token) = (FixtureSite.Tree(), TestContext.Current.CancellationToken);
        var recorded = new IncrementalSite().Compile(tree);
        var once = SiteCompiler.Compile(tree, IncrementalSite.Options, cancellation: token);
        var large = SiteCompiler.Compile(tree with { IsLarge = true }, IncrementalSite.Options, cancellation: token);
        foreach (var files in new[] { once.Files, large.Files })
        {
            Assert.Equal(recorded.Files.Select(file => file.Path), files.Select(file => file.Path));
            Assert.All(recorded.Files.Zip(files), pair =>
                Assert.True(pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span), pair.First.Path));
        }
    }

    [Fact]
    public void Each_article_of_a_large_site_without_people_is_read_once()
    {
        var articles = Enumerable.Range(1, 20).Select(number => $"an-article-{number}").ToArray();
        var tree = SourceTree.From(
            [
                Text("site.yaml", "title: A site\ndescription: Large.\nbase_url: https://example.org/\ntopics: { a: { title: A } }\nsearch: false\n"),
                Text("facts/bridge.yaml", "title: The bridge\nfacts:\n  span: { label: Span, value: 4 m, source: none }\n"),
                .. articles.Select(name => Text(
                    $"articles/{name}.md",
                    $"---\ntitle: '{name}?'\ndescription: It spans {{{{ bridge.span }}}}.\ntopics: [a]\nabout: [bridge]\n---\n\n"
                    + $"It spans {{{{ bridge.span }}}}. See [another]({articles[^1]}.md).\n")),
            ],
            BuiltInTheme.Files());
        var site = new SiteDatabase(Recording.Off);
        site.Update(tree with { IsLarge = true }, IncrementalSite.Options);
        var large = new Compilation(site, IncrementalSite.Options, static _ => { }).Run();
        // The home page may want the key facts of the newest before its turn comes.
        Assert.InRange(site.Syntax.Article.Counts.Computed, articles.Length, articles.Length + 1);
        var small = SiteCompiler.Compile(tree, IncrementalSite.Options, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(small.Findings, large.Findings);
        Assert.Equal(small.Files.Select(file => file.Hash), large.Paths.Zip(large.Contents)
            .OrderBy(file => file.First, StringComparer.Ordinal).Select(file => file.Second));

        static SourceFile Text(string path, string text) => new(path, $"input/{path}", System.Text.Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public void A_file_that_changes_during_a_build_stops_it()
    {
        using var folder = new Scratch();
        var path = Path.Combine(folder.Folder, "an-article.md");
        File.WriteAllText(path, "One.");
        var entry = new SourceEntry("articles/an-article.md", "an-article.md", path, 4, DateTime.UnixEpoch, IsPart: true);
        var file = entry.Read(isLater: true).File!;
        Assert.Equal("One.", file.Text);
        Assert.Equal("One.", file.Text);
        File.WriteAllText(path, "Two.");
        Assert.Contains("changed", Assert.Throws<SourceChangedException>(() => { _ = file.Text; }).Message, StringComparison.Ordinal);
        File.Delete(path);
        Assert.Throws<SourceChangedException>(() => { _ = file.Text; });
    }
}
