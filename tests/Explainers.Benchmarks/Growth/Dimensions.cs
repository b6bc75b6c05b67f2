using System.Collections.Immutable;

namespace Explainers.Benchmarks.Growth;

/// <summary>All dimensions, and words to write them with.</summary>
internal static partial class Dimensions
{
    /// <summary>Every dimension, in the order of the table.</summary>
    public static ImmutableArray<Dimension> All => [.. OfSite(), .. OfSheet(), .. OfArticle(), .. OfText()];

    /// <summary>A text for each number from one on, one after the other.</summary>
    private static string Each(int count, Func<int, string> text, string between = "\n") =>
        string.Join(between, Enumerable.Range(1, count).Select(text));

    /// <summary>The same text again and again.</summary>
    private static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    /// <summary>Facts in their short form.</summary>
    private static string Facts(int count) => $"facts:\n{Each(count, i => $"  f{i}: {1000 + i} USD")}";

    /// <summary>Entries of a sheet, one a line.</summary>
    private static string Entries(string key, int count, Func<int, string> entry) => $"{key}:\n{Each(count, i => $"  {entry(i)}")}";

    /// <summary>A sheet without the source that the others have.</summary>
    private static string Bare(params string[] parts) => $"title: S\n{string.Join('\n', parts)}\n";

    /// <summary>A drawing, small and all the same.</summary>
    private const string Drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path d=\"M0 0h4v4z\"/></svg>\n";

    /// <summary>Lines that hold so many words each.</summary>
    private static string Lines(int count, Func<int, string> text, int perLine = 10) =>
        Each((count + perLine - 1) / perLine,
            line => Each(Math.Min(perLine, count - (line - 1) * perLine), i => text((line - 1) * perLine + i), " "), "\n\n");
}
