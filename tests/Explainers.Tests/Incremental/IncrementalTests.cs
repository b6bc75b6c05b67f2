using Explainers.Sources;

namespace Explainers.Tests.Incremental;

/// <summary>A compile with a memory gives what one without gives, to the byte and to the finding, whatever was edited in between.</summary>
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
        var (site, memory, story) = (new EditedSite(seed), new CompilerMemory(), new List<string> { $"seed {seed}" });
        for (var i = 0; i <= Edits; i++)
        {
            var before = memory;
            if (i % 5 == 4) memory = Compiles.AfterAnotherRun(before, MemoryPart.Syntax, MemoryPart.Pages);
            var tree = site.Tree();
            var incremental = Compiles.Compile(tree, memory);
            var clean = Compiles.Compile(tree, new CompilerMemory());
            var difference = Compiles.Difference(incremental, clean, i % 10 == 0) ?? (i % 5 == 4 ? ParsedInVain(tree, before, memory) : null);
            if (difference is not null) return $"{string.Join("\n", story)}\n{difference}";
            story.Add(site.Edit());
        }
        return null;
    }

    /// <summary>Whether another run parsed anything but the files that are new to it and those that have findings.</summary>
    private static string? ParsedInVain(SourceTree tree, CompilerMemory before, CompilerMemory after)
    {
        var known = before.Parsed.Sound.Select(file => file.Key).ToHashSet();
        var expected = Compiles.Written(tree) - after.Parsed.Sound.Count(file => known.Contains(file.Key));
        return after.Parsed.Parsed == expected ? null : $"{after.Parsed.Parsed} files were parsed, and not {expected}";
    }
}
