using System.Globalization;

namespace Explainers.Benchmarks.Growth;

/// <summary>What the command line asks of the measurement of growth.</summary>
/// <param name="Explainers">The command line that builds: published, or built for release.</param>
/// <param name="Only">Words of the dimensions to measure; none for all.</param>
/// <param name="Runs">How often each site is built.</param>
/// <param name="Enough">Net seconds from which a site is not doubled any more.</param>
internal sealed record GrowthOptions(string Explainers, IReadOnlyList<string> Only, int Runs, double Enough)
{
    /// <summary>How the command is used.</summary>
    public const string Usage = """
        Explainers.Benchmarks growth [--explainers PATH] [--only WORDS,WORDS] [--runs 2] [--seconds 0.8]
                              doubles everything that a site can have more of, each in turn
        """;

    private static readonly string _built = Path.Combine("src", "Explainers.Cli", "bin", "Release", "net10.0", "explainers");

    /// <summary>Reads the arguments; null where they are not understood.</summary>
    public static GrowthOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new GrowthOptions(Path.GetFullPath(_built), [], 2, 0.8);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = arguments.ElementAtOrDefault(i + 1);
            switch (arguments[i])
            {
                case "--explainers" when value is not null: options = options with { Explainers = Path.GetFullPath(value) }; break;
                case "--only" when value is not null: options = options with { Only = value.Split(',') }; break;
                case "--runs" when int.TryParse(value, out var runs): options = options with { Runs = runs }; break;
                case "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out var seconds):
                    options = options with { Enough = seconds };
                    break;
                default: return null;
            }
        }
        return options;
    }

    /// <summary>Whether a dimension is to be measured.</summary>
    public bool Wants(Dimension dimension) =>
        Only.Count == 0 || Only.Any(words => $"{dimension.Group}: {dimension.Name}".Contains(words, StringComparison.Ordinal));
}
