namespace Explainers.Benchmarks.Tools;

/// <summary>The words and the address that the sites of all tools share.</summary>
internal static class SiteWords
{
    /// <summary>The name of the site.</summary>
    public const string Title = "The Benchmark Explainer";

    /// <summary>The line under the name.</summary>
    public const string Tagline = "Facts with their sources";

    /// <summary>What the site says about itself.</summary>
    public const string Description = "Made-up explainers that measure how fast a site is built.";

    /// <summary>The address that the site is built for.</summary>
    public const string Address = "https://benchmark.example";
}
