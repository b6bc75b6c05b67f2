using Explainers.Hosting;
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
