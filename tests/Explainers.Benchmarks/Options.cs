using System.Collections.Immutable;
using System.Globalization;

namespace Explainers.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(
    ImmutableArray<int> Sizes,
    int Runs,
    ImmutableArray<string> Peers,
    ImmutableArray<string> Places,
    string Explainers,
    string Theme,
    string? WriteTo)
{
    private const int MostArticles = 1_000_000;

    /// <summary>How the program is used.</summary>
    public const string Usage = """
        Explainers.Benchmarks [--sizes 100,1000,10000] [--runs 3] [--peers hugo,eleventy|none] [--on ram,disk]
                              [--explainers PATH] [--theme FOLDER]
        Explainers.Benchmarks --write FOLDER [--sizes 100] [--peers hugo,eleventy|none]
                              writes the sources of the first size there, and measures nothing
        Explainers.Benchmarks search [--articles 10000] [--runs 3] [--explainers PATH]
                              compares the search with Pagefind's
        Explainers.Benchmarks preview [--sizes 100,10000] [--saves 30] [--explainers PATH]
        Explainers.Benchmarks preview-memory [--articles 1000] [--edits 2000] [--explainers PATH]
                              measures from saving a file to the new page in Chromium
        Explainers.Benchmarks guard [FOLDER]
                              how fast the prose guard reads real news on one core
        Explainers.Benchmarks growth [--explainers PATH] [--only WORDS,WORDS] [--runs 2] [--seconds 0.8]
                              doubles everything that a site can have more of, each in turn
        """;

    /// <summary>Reads the arguments; the second value says what is wrong with them.</summary>
    public static (Options? Options, string? Fault) Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options([100, 1_000, 10_000], 3, ["hugo", "eleventy"], ["ram", "disk"], "explainers", ThemeFolder(), null);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 == arguments.Count)
                return (null, $"'{arguments[i]}' needs a value.");
            if (With(options, arguments[i], arguments[i + 1]) is not { } changed)
                return (null, $"'{arguments[i]} {arguments[i + 1]}' is not understood.");
            options = changed;
        }

        return (options, null);
    }

    private static Options? With(Options options, string name, string value)
    {
        string[] words = value == "none" ? [] : value.Split(',');
        return name switch
        {
            "--sizes" when words.Length > 0 && words.All(word => Number(word) is > 0 and <= MostArticles) =>
                options with { Sizes = [.. words.Select(Number)] },
            "--runs" when Number(value) > 0 => options with { Runs = Number(value) },
            "--peers" when words.All(word => word is "hugo" or "eleventy") => options with { Peers = [.. words] },
            "--on" when words.All(word => word is "ram" or "disk") => options with { Places = [.. words] },
            "--explainers" => options with { Explainers = Path.GetFullPath(value) },
            "--write" => options with { WriteTo = Path.GetFullPath(value) },
            "--theme" => options with { Theme = Path.GetFullPath(value) },
            _ => null,
        };
    }

    private static int Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The theme of this repository, which lies beside the solution file.</summary>

    /// <summary>The theme that draws the same parts of a page as the peers' layouts do.</summary>
    private static string ThemeFolder() => Path.Combine(AppContext.BaseDirectory, "Sites", "explainers");
}
