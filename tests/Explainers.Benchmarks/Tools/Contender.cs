using Explainers.Benchmarks.Corpora;
using Explainers.Benchmarks.Measuring;

namespace Explainers.Benchmarks.Tools;

/// <summary>A tool that takes part: how its source is written, and how it builds that source into an output folder.</summary>
internal sealed record Contender(
    string Name, string Version, Action<Corpus, string> WriteSource, Func<string, string, Command> Build)
{
    /// <summary>The name of the tool that the others are compared with.</summary>
    public const string ExplainersName = "Explainers";
}
