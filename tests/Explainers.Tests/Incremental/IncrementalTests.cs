using Explainers.Sources;

namespace Explainers.Tests.Incremental;

/// <summary>An incremental compile gives what a clean one gives, to the byte and to the finding, whatever was edited in between.</summary>
public sealed class IncrementalTests
{
    private const int Edits = 125;
    private const int RestartedEdits = 50;

    [Fact]
    public void After_each_of_five_hundred_random_edits_the_output_is_that_of_a_clean_build()
    {
        var wrong = new string?[4];
        Parallel.For(0, wrong.Length, i => wrong[i] = FirstDifference((ulong)i + 1, new IncrementalSite().Compile, Edits));
        Assert.True(wrong.All(difference => difference is null), string.Join("\n\n", wrong.OfType<string>()));
    }

    [Fact]
    public void After_each_of_two_hundred_random_edits_the_next_run_goes_on_from_what_the_last_one_saved()
    {
        var wrong = new string?[4];
        Parallel.For(0, wrong.Length, i => wrong[i] = FirstDifference((ulong)i + 11, new RestartedSite().Compile, RestartedEdits));
        Assert.True(wrong.All(difference => difference is null), string.Join("\n\n", wrong.OfType<string>()));
    }

    [Fact]
    public void A_run_that_changes_one_fact_renders_the_pages_that_show_it()
    {
        var site = new RestartedSite();
        var before = site.Compile(FixtureSite.Tree());
        site.Compile(FixtureSite.Tree());
        Assert.DoesNotContain(
            site.Counts, count => count.Value.Computed > 0 && count.Key is "article syntax" or "sheet syntax" or "rendered file");
        var edited = FixtureSite.Tree();
        var sheet = edited.Input.First(file =>
            file.Path.StartsWith("facts/", StringComparison.Ordinal) && file.Text.Contains("7.2 million", StringComparison.Ordinal));
        var text = sheet.Text.Replace("7.2 million", "7.3 million", StringComparison.Ordinal);
        var changed = sheet with { Bytes = System.Text.Encoding.UTF8.GetBytes(text) };
        var after = site.Compile(edited with { Input = edited.Input.Replace(sheet, changed) });
        Assert.InRange(site.Counts["rendered file"].Computed, 1, before.Paths.Length / 2);
        Assert.NotEqual(before.Files.Select(file => file.Hash), after.Files.Select(file => file.Hash));
    }

    /// <summary>The first edit after which the two differ, with those before it, or null.</summary>
    private static string? FirstDifference(ulong seed, Func<SourceTree, CompileOptions?, CompiledSite> compile, int edits)
    {
        var (edited, story) = (new EditedSite(seed), new List<string> { $"seed {seed}" });
        for (var i = 0; i <= edits; i++)
        {
            var tree = edited.Tree();
            var incremental = compile(tree, null);
            var clean = new IncrementalSite().Compile(tree);
            if (Compiles.Difference(incremental, clean) is { } difference) return $"{string.Join("\n", story)}\n{difference}";
            story.Add(edited.Edit());
        }
        return null;
    }
}
