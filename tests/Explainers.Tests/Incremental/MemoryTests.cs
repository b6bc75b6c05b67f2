using System.Text;
using CsCheck;
using Explainers.Sources;

namespace Explainers.Tests.Incremental;

/// <summary>What the memory is made of, and an edit that random ones hardly ever make.</summary>
public sealed class MemoryTests
{
    private const string Settings = "title: A site\ndescription: A site for a test.\nbase_url: https://example.org/\ntopics:\n  places: { title: Places }\n";

    [Theory]
    [InlineData("articles/b.md", "pages/b.md")]
    [InlineData("pages/b.md", "articles/b.md")]
    public void An_article_that_becomes_a_page_and_keeps_its_place_is_listed_as_what_it_is(string from, string to)
    {
        var memory = new CompilerMemory();
        foreach (var path in new[] { from, to })
        {
            var tree = Site(("site.yaml", Settings), ("articles/a.md", Article("2026-02-02")), (path, Article("2026-01-01")));
            Assert.Null(Compiles.Difference(Compiles.Compile(tree, memory), Compiles.Compile(tree, new CompilerMemory()), readsIndex: true));
        }
    }

    [Fact]
    public void What_is_recalled_is_what_was_kept_however_the_list_has_changed()
    {
        var lists = Gen.Int[0, 9].Array[0, 12].Select(numbers => numbers.Distinct().Select(number => $"{number}").ToArray());
        Property.Holds(lists.Select(lists), 2_000, pair =>
        {
            var (before, after) = pair;
            var recollection = new Recollection<string, string>(StringComparer.Ordinal);
            recollection.Keep([.. before], [.. before.Select(key => key == "7" ? null : $"of {key}")]);
            return recollection.Recall([.. after]).SequenceEqual(after.Select(key => before.Contains(key) && key != "7" ? $"of {key}" : null));
        });
    }

    [Fact]
    public void An_order_that_is_tried_first_gives_what_sorting_gives()
    {
        var lists = Gen.Int[0, 30].Array[0, 8].Array[1, 5];
        Property.Holds(lists, 2_000, rounds =>
        {
            var ordering = new Ordering<int>((one, other) => (one / 10).CompareTo(other / 10));
            return rounds.All(numbers => ordering.Sort([.. numbers]).SequenceEqual(numbers.OrderBy(number => number / 10)));
        });
    }

    private static string Article(string day) => $"---\ntitle: Of {day}\ndescription: A text.\npublished: {day}\ntopics: [places]\n---\n\nA text.\n";

    private static SourceTree Site(params (string Path, string Text)[] files) => SourceTree.From(
        files.Select(file => new SourceFile(file.Path, $"input/{file.Path}", Encoding.UTF8.GetBytes(file.Text))),
        Scratch.Files(Path.Combine(RepositoryRoot.Path, "theme")).Select(file => new SourceFile(file.Key, $"theme/{file.Key}", file.Value)));
}
