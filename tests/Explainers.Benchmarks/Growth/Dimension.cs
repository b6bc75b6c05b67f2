using System.Collections.Immutable;

namespace Explainers.Benchmarks.Growth;

/// <summary>One thing that a site can have more of.</summary>
/// <param name="Group">Where it is: on the whole site, in a sheet, in an article, or in a text that attacks a parser.</param>
/// <param name="Name">What there is more of.</param>
/// <param name="Start">How many of them the smallest site has.</param>
/// <param name="Most">How many of them the largest site has.</param>
/// <param name="Write">Adds so many of them to a site.</param>
internal sealed record Dimension(string Group, string Name, int Start, int Most, Action<GrowthSite, int> Write)
{
    /// <summary>What the tool does with the site; its folders and its day are added.</summary>
    public ImmutableArray<string> Command { get; init; } = ["build", "--no-cache"];

    /// <summary>Whether the output has to grow with the square, such as pages that each link to all others.</summary>
    public bool IsOutputSquare { get; init; }
}
