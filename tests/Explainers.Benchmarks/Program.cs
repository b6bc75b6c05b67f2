using Explainers.Benchmarks;
using Explainers.Benchmarks.Corpora;
using Explainers.Benchmarks.Growth;
using Explainers.Benchmarks.Guarding;
using Explainers.Benchmarks.Measuring;
using Explainers.Benchmarks.Modules;
using Explainers.Benchmarks.Previewing;
using Explainers.Benchmarks.Searching;
using Explainers.Benchmarks.Tools;

if (args is ["preview", .. var wanted]) return await PreviewBenchmark.RunAsync(wanted, Tell);
if (args is ["preview-memory", .. var edited]) return await PreviewMemory.RunAsync(edited, Tell);
if (args is ["growth", .. var asked]) return GrowthBenchmark.Run(asked, Tell);
if (args is ["modules", .. var assemblies]) return ModuleGraph.Run(assemblies, Tell);
if (args is ["guard", .. var sentences]) return GuardBenchmark.Run(sentences, Tell);
if (args is ["search", .. var rest]) return await SearchBenchmark.RunAsync(rest, Tell);

var (options, fault) = Options.Parse(args);
if (options is null)
{
    Tell($"{fault}\n{Options.Usage}");
    return 2;
}

if (!OperatingSystem.IsLinux())
{
    Tell("The benchmark measures on Linux only: it asks the kernel what each process has used.");
    return 2;
}

if (options.WriteTo is { } folder)
{
    Peers.WriteSources(options, new Corpus(options.Sizes[0]), folder, Tell);
    return 0;
}

var tools = Peers.Find(options, Tell);
if (tools.Count == 0)
{
    Tell("There is nothing to measure.");
    return 1;
}

var runner = new Runner(tools, options.Runs, Tell);
var trials = new List<Trial>();
foreach (var place in Place.Find(options.Places, Tell))
{
    foreach (var size in options.Sizes)
        trials.AddRange(runner.Run(place, size));
}

Console.Write(Report.Write(trials, tools, options.Runs));
return trials.Exists(trial => trial.Failure is not null) ? 1 : 0;

static void Tell(string words) => Console.Error.WriteLine(words);
