using System.Collections.Immutable;

namespace Explainers.Benchmarks.Measuring;

/// <summary>What one build left behind.</summary>
internal sealed record Yield(int Pages, int Files, long Bytes)
{
    /// <summary>Counts what lies in an output folder; a page is a file of HTML.</summary>
    public static Yield Of(string folder)
    {
        var files = Directory.Exists(folder)
            ? new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories)
            : [];
        return new Yield(files.Count(file => file.Extension == ".html"), files.Length, files.Sum(file => file.Length));
    }
}

/// <summary>All runs of one tool for one size of corpus in one place, in the order in which they were made.</summary>
internal sealed record Trial(string Place, int Articles, string Tool, ImmutableArray<Measurement> Runs, Yield Yield)
{
    /// <summary>The first run that failed, if any did.</summary>
    public Measurement? Failure => Runs.FirstOrDefault(run => run.ExitCode != 0);
}
