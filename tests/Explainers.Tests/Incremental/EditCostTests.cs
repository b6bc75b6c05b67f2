using System.Globalization;
using System.Text;
using Explainers.Sources;

namespace Explainers.Tests.Incremental;

/// <summary>What an edit makes the compiler do: counted, never timed.</summary>
public sealed class EditCostTests
{
    private const string Settings =
        "title: A site\ndescription: A site for a test.\nbase_url: https://example.org/\ntopics:\n  places: { title: Places }\n";
    private static readonly KeyValuePair<string, byte[]>[] Theme = [.. Scratch.Files(Path.Combine(RepositoryRoot.Path, "theme"))];

    [Theory]
    [InlineData("articles/a-7.md", "It is said", "It is often said", 30)]
    [InlineData("facts/sheet.yaml", "value: 7 km", "value: 8 km", 100)]
    public void An_edit_computes_as_much_on_a_large_site_as_on_a_small_one(string path, string from, string to, int most)
    {
        var (small, large) = (Computed(12, path, from, to), Computed(48, path, from, to));
        Assert.InRange(small, 1, most);
        Assert.InRange(large, 1, most);
    }

    [Theory]
    [InlineData("articles/a-7.md", "It is said", "It is often said", 1, 1)]
    [InlineData("facts/sheet.yaml", "value: 7 km", "value: 8 km", 0, 3)]
    public void An_edit_parses_no_other_article_for_the_search(string path, string from, string to, int parsed, int parsedAtNextBuild)
    {
        var (site, restarted, tree) = (new IncrementalSite(), new RestartedSite(), Tree(12));
        site.Compile(tree);
        restarted.Compile(tree);
        var (before, edited) = (site.Database.Syntax.Article.Counts.Computed, Edited(tree, path, from, to));
        var compiled = site.Compile(edited);
        Assert.Equal(parsed, site.Database.Syntax.Article.Counts.Computed - before);
        Assert.Contains(site.Made, file => file.Contains("/words-", StringComparison.Ordinal));
        Assert.Null(Compiles.Difference(compiled, restarted.Compile(edited)));
        Assert.Equal(1, restarted.Counts["search index"].Computed);
        Assert.Equal(parsedAtNextBuild, restarted.Counts["article syntax"].Computed);
    }

    [Fact]
    public void A_page_by_itself_is_compiled_without_any_other()
    {
        var site = new IncrementalSite();
        site.Compile(Tree(48));
        var tree = Edited(Tree(48), "articles/a-7.md", "It is said", "It is often said");
        site.Database.Update(tree, IncrementalSite.Options);
        var page = site.Page("/a-7/");
        Assert.Contains("It is often said", Encoding.UTF8.GetString(page!.File.Bytes.Span), StringComparison.Ordinal);
        Assert.Equal(["a-7/index.html"], site.Made);
        Assert.Null(site.Page("/a-99/"));
        Assert.Null(Compiles.Difference(site.Compile(tree), new IncrementalSite().Compile(tree)));
    }

    [Fact]
    public async Task A_newer_edit_ends_the_older_compile()
    {
        var (site, tree) = (new IncrementalSite(), Tree(48));
        site.Compile(tree);
        using var stop = new CancellationTokenSource();
        using var begun = new ManualResetEventSlim();
        var made = 0;
        var older = Edited(tree, "facts/sheet.yaml", "value: 7 km", "value: 8 km");
        site.Database.Update(older, IncrementalSite.Options);
        var compile = Task.Run(() => new Compilation(site.Database, IncrementalSite.Options, _ =>
        {
            Interlocked.Increment(ref made);
            begun.Set();
            stop.Token.WaitHandle.WaitOne();
        })
        {
            IsLater = true,
            Stop = stop.Token,
        }.Run(), TestContext.Current.CancellationToken);
        begun.Wait(TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        var newer = Edited(tree, "facts/sheet.yaml", "value: 7 km", "value: 9 km");
        site.Database.Update(newer, IncrementalSite.Options);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => compile);
        Assert.InRange(made, 1, IncrementalSite.Options.Threads);
        Assert.Null(Compiles.Difference(site.Compile(newer), new IncrementalSite().Compile(newer)));
    }

    [Fact]
    public void What_is_known_does_not_grow_with_the_number_of_edits()
    {
        var (site, tree) = (new IncrementalSite(), Tree(12));
        var sizes = new List<int>();
        for (var i = 0; i < 60; i++)
        {
            site.Compile(Edited(tree, "articles/a-7.md", "a-7 is", string.Create(CultureInfo.InvariantCulture, $"edit {i} is")));
            site.Database.Sweep();
            sizes.Add(site.Database.Engine.NodeCount);
        }
        Assert.InRange(sizes[^1], 1, sizes[9] + 20);
    }

    /// <summary>How many values an edit computes.</summary>
    private static long Computed(int articles, string path, string from, string to)
    {
        var (site, tree) = (new IncrementalSite(), Tree(articles));
        site.Compile(tree);
        var before = site.Database.Engine.Counts.Computed;
        site.Compile(Edited(tree, path, from, to));
        return site.Database.Engine.Counts.Computed - before;
    }

    private static SourceTree Edited(SourceTree tree, string path, string from, string to) => SourceTree.From(
        tree.Input.Select(file => file.Path != path ? file
            : new SourceFile(file.Path, file.DisplayPath, Encoding.UTF8.GetBytes(file.Text.Replace(from, to, StringComparison.Ordinal)))),
        tree.Theme);

    /// <summary>A site of some articles, each with links to others; three of them state the fact that is edited.</summary>
    private static SourceTree Tree(int articles)
    {
        var files = new List<(string Path, string Text)>
        {
            ("site.yaml", Settings),
            ("facts/sheet.yaml", Sheet("length: { label: Length, value: 7 km }")),
            ("facts/other.yaml", Sheet("width: { label: Width, value: 3 km }")),
        };
        for (var i = 0; i < articles; i++)
        {
            var fact = i is 1 or 7 or 9 ? "sheet.length" : "other.width";
            files.Add(($"articles/a-{i}.md", string.Create(
                CultureInfo.InvariantCulture,
                $"---\ntitle: Article {i}\ndescription: The one numbered {i}.\npublished: 2026-01-{i % 28 + 1:00}\ntopics: [places]\n---\n\n"
                + $"It is said that a-{i} is {{{{ {fact} }}}}. See [another](a-{(i + 1) % articles}.md).\n\n## Of {i}\n\nText.\n")));
        }
        return SourceTree.From(
            files.Select(file => new SourceFile(file.Path, $"input/{file.Path}", Encoding.UTF8.GetBytes(file.Text))),
            Theme.Select(file => new SourceFile(file.Key, $"theme/{file.Key}", file.Value)));
    }

    private static string Sheet(string fact) =>
        "title: Sheet\nsource: here\nsources:\n  here: { publisher: The Paper, title: T, url: https://example.org/ }\nfacts:\n"
        + $"  {fact}\n";
}
