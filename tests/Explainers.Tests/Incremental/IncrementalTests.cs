namespace Explainers.Tests.Incremental;

/// <summary>An incremental compile gives what a clean one gives, to the byte and to the finding, whatever was edited in between.</summary>
public sealed class IncrementalTests
{
    private const int Edits = 125;

    [Fact]
    public void After_each_of_five_hundred_random_edits_the_output_is_that_of_a_clean_build()
    {
        var wrong = new string?[4];
        Parallel.For(0, wrong.Length, i => wrong[i] = FirstDifference((ulong)i + 1));
        Assert.True(wrong.All(difference => difference is null), string.Join("\n\n", wrong.OfType<string>()));
    }

    /// <summary>The first edit after which the two differ, with those before it, or null.</summary>
    private static string? FirstDifference(ulong seed)
    {
        var (edited, site, story) = (new EditedSite(seed), new IncrementalSite(), new List<string> { $"seed {seed}" });
        for (var i = 0; i <= Edits; i++)
        {
            var tree = edited.Tree();
            var incremental = site.Compile(tree);
            var clean = new IncrementalSite().Compile(tree);
            if (Compiles.Difference(incremental, clean) is { } difference) return $"{string.Join("\n", story)}\n{difference}";
            story.Add(edited.Edit());
        }
        return null;
    }
}
