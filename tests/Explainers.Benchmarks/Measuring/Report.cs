using System.Globalization;
using System.Text;
using Explainers.Benchmarks.Tools;

namespace Explainers.Benchmarks.Measuring;

/// <summary>Prints what was measured as Markdown.</summary>
internal static class Report
{
    private const int LogLines = 40;
    private const double LeastShare = 0.8;

    /// <summary>Gives the table, with the machine and the tools above it and every failure below it.</summary>
    public static string Write(IReadOnlyList<Trial> trials, IReadOnlyList<Contender> tools, int runs)
    {
        var text = new StringBuilder();
        text.Append($"- Machine: {Machine.Describe()}\n");
        foreach (var tool in tools)
            text.Append($"- {tool.Name}: {tool.Version}\n");
        text.Append($"- Runs: {runs} of each tool, made in turn; figures are medians, ")
            .Append("and a ratio is the median of Explainers ÷ the tool in the same run.\n\n");
        text.Append("| Files in | Articles | Tool | Wall | CPU | Peak memory | Wall per article ")
            .Append("| Pages | Files | Output | Ratio of wall | Ratio of memory |\n");
        text.Append("|---|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var trial in trials)
            text.Append(trial.Failure is { } failure ? Failed(trial, failure) : Row(trial, Reference(trial, trials)));
        foreach (var group in trials.Where(IsBuild).GroupBy(trial => (trial.Place, trial.Articles)))
            text.Append(UnequalWork([.. group]));
        foreach (var trial in trials.Where(trial => trial.Failure is not null))
            text.Append(Log(trial, trial.Failure!));
        return text.ToString();
    }

    private static bool IsBuild(Trial trial) =>
        trial.Failure is null && !trial.Tool.StartsWith(Runner.CopyName, StringComparison.Ordinal);

    /// <summary>Says so when the tools made other numbers of pages, or much less of them: then no ratio compares equal work.</summary>
    private static string UnequalWork(IReadOnlyList<Trial> builds)
    {
        var most = builds.MaxBy(build => build.Yield.Bytes)!;
        var text = new StringBuilder();
        foreach (var build in builds)
        {
            var share = (double)build.Yield.Bytes / most.Yield.Bytes;
            if (build.Yield.Pages != most.Yield.Pages || share < LeastShare)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n**Not equal work** ({build.Place}, {Number(build.Articles)} articles): ");
                text.Append(CultureInfo.InvariantCulture,
                    $"{build.Tool} made {Number(build.Yield.Pages)} pages and {share:P0} of the bytes of ");
                text.Append(CultureInfo.InvariantCulture,
                    $"{most.Tool}, which made {Number(most.Yield.Pages)}; ratios between them are no result.\n");
            }
        }

        return text.ToString();
    }

    private static Trial? Reference(Trial trial, IReadOnlyList<Trial> trials) => trials.FirstOrDefault(other =>
        other.Tool == Contender.ExplainersName && other != trial && other.Failure is null
        && other.Place == trial.Place && other.Articles == trial.Articles);

    private static string Row(Trial trial, Trial? reference)
    {
        var wall = Median.Of(trial.Runs.Select(run => run.Wall.TotalSeconds));
        string[] cells =
        [
            trial.Place,
            Number(trial.Articles),
            trial.Tool,
            Seconds(wall),
            Seconds(Median.Of(trial.Runs.Select(run => run.Cpu.TotalSeconds))),
            Megabytes(Median.Of(trial.Runs.Select(run => (double)run.PeakBytes))),
            string.Create(CultureInfo.InvariantCulture, $"{wall / trial.Articles * 1000:F2} ms"),
            Number(trial.Yield.Pages),
            Number(trial.Yield.Files),
            Megabytes(trial.Yield.Bytes),
            Ratio(trial, reference, run => run.Wall.TotalSeconds),
            Ratio(trial, reference, run => run.PeakBytes),
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }

    private static string Failed(Trial trial, Measurement failure) =>
        $"| {trial.Place} | {Number(trial.Articles)} | {trial.Tool} | failed, exit status {failure.ExitCode} |\n";

    private static string Log(Trial trial, Measurement failure)
    {
        var lines = failure.Output.TrimEnd().Split('\n');
        var shown = string.Join('\n', lines.TakeLast(LogLines));
        return $"\n{trial.Tool}, {trial.Articles} articles, {trial.Place}, exit status {failure.ExitCode}:\n\n```text\n{shown}\n```\n";
    }

    private static string Ratio(Trial trial, Trial? reference, Func<Measurement, double> figure) => reference is null
        ? "–"
        : Median.Of(reference.Runs.Zip(trial.Runs, (ours, theirs) => figure(ours) / figure(theirs)))
            .ToString("F2", CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:F0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds:F2} s");

    private static string Megabytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB");

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
