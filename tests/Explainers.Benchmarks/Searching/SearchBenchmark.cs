using System.Collections.Immutable;
using System.Globalization;
using Explainers.Benchmarks.Corpora;
using Explainers.Benchmarks.Measuring;
using Explainers.Benchmarks.Tools;
using Microsoft.Playwright;

namespace Explainers.Benchmarks.Searching;

/// <summary>
/// Compares the search with Pagefind's on the pages of one corpus: time to index, size, bytes of a first query, typing errors.
/// </summary>
internal static class SearchBenchmark
{
    private const string PagefindVersion = "1.6.0";
    private const int FirstQueries = 10;
    private const int RareWords = 30_000;

    /// <summary>Measures, and writes a table to standard output.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Action<string> tell)
    {
        var (articles, runs, explainers) = (10_000, 3, "explainers");
        for (var i = 0; i + 1 < arguments.Count; i += 2)
        {
            if (arguments[i] == "--articles") articles = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture);
            else if (arguments[i] == "--runs") runs = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture);
            else if (arguments[i] == "--explainers") explainers = Path.GetFullPath(arguments[i + 1]);
            else
            {
                tell($"'{arguments[i]}' is not understood.\n{Options.Usage}");
                return 2;
            }
        }
        var place = Place.Find(["ram"], tell).Concat(Place.Find(["disk"], tell)).First();
        Directory.CreateDirectory(place.Folder);
        try
        {
            return await MeasureAsync(new Corpus(articles, lexicon: new Lexicon(RareWords, 99)), place.Folder, runs, explainers, tell);
        }
        finally
        {
            Directory.Delete(place.Folder, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(Corpus corpus, string folder, int runs, string explainers, Action<string> tell)
    {
        var version = new Command(explainers, folder, ["--version"]).Run().Output.Trim();
        var pagefind = InstallPagefind(tell);
        var (source, output, plain) = (Path.Combine(folder, "input"), Path.Combine(folder, "output"), Path.Combine(folder, "plain"));
        ExplainersSite.Write(corpus, source);
        var settings = Path.Combine(source, "site.yaml");
        var (withSearch, without, indexing) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            tell($"run {run + 1} of {runs}");
            File.WriteAllText(settings, File.ReadAllText(settings).Replace("search: false", "search: true", StringComparison.Ordinal));
            withSearch.Add(Timed(
                new Command(explainers, folder, ["build", "--input", source, "--output", output, "--base-url", "http://127.0.0.1/",
                "--today", "2026-11-23", "--no-cache"]), output));
            File.WriteAllText(settings, File.ReadAllText(settings).Replace("search: true", "search: false", StringComparison.Ordinal));
            without.Add(Timed(new Command(explainers, folder, ["build", "--input", source, "--output", plain, "--base-url",
                "http://127.0.0.1/", "--today", "2026-11-23", "--no-cache"]), plain));
            indexing.Add(Timed(new Command(pagefind, folder, ["--site", output, "--root-selector", "main", "--force-language", "en"]),
                Path.Combine(output, "pagefind")));
        }

        using var server = new CountingServer(output, 8_191);
        var module = Path.GetFileName(Directory.GetFiles(Path.Combine(output, "assets"), "search.*.js").Single());
        using var playwright = await Playwright.CreateAsync();
        await using var browser =
            await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath =
            Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu"]
            });
        var (own, other) = (Engine.Own(version, module), Engine.Pagefind(PagefindVersion));
        var pages = Directory.EnumerateFiles(output, "*.html", SearchOption.AllDirectories).Count();
        Tell($"{corpus.ArticleCount:N0} articles, {pages:N0} pages; median of {runs} runs; {Machine.Describe()}\n");
        Console.WriteLine(
            "| Search | Time to index | Index | Files | First query, median | First query, most | Script of it "
            + "| Typing errors, right page in the first three |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        await RowAsync(own, Median.Of(withSearch.Zip(without, (one, less) => one - less)), Path.Combine(output, "search", "index"), path =>
            path == $"/assets/{module}");
        await RowAsync(other, Median.Of(indexing), Path.Combine(output, "pagefind"), path => path.EndsWith(".js", StringComparison.Ordinal)
            || path.Contains("wasm", StringComparison.Ordinal));
        Tell($"\nIndexing takes {Median.Of(withSearch.Zip(without, (one, less) => one - less).Zip(indexing, (mine, theirs) => mine / theirs)):F2} of Pagefind's time (median of the ratios within a run). The whole build takes {Median.Of(withSearch):F2} s with search and {Median.Of(without):F2} s without.");
        return 0;

        async Task RowAsync(Engine engine, double seconds, string index, Func<string, bool> isScript)
        {
            var (first, scripts) = (new List<double>(), 0L);
            foreach (var query in Queries.Right(corpus, FirstQueries))
            {
                var page = await Engine.OpenAsync(browser, server.Address);
                await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 300))");
                server.Take();
                await engine.LoadAsync(page);
                await engine.FindAsync(page, query.Text);
                var sent = server.Take();
                // The page has loaded our module already, so that it is counted whether the browser asks again or not.
                scripts = sent.Where(file => isScript(file.Key)).Sum(file => file.Value);
                if (scripts == 0) scripts = server.Size($"/assets/{module}");
                first.Add(sent.Where(file => !isScript(file.Key)).Sum(file => file.Value) + scripts);
                await page.CloseAsync();
            }
            var asked = await Engine.OpenAsync(browser, server.Address);
            await engine.LoadAsync(asked);
            var hits = 0;
            foreach (var query in Queries.Wrong(corpus))
            {
                var found = await engine.FindAsync(asked, query.Text);
                if (found.Take(3).Contains(query.Page)) hits++;
                else tell($"{engine.Name} misses {query.Page} for '{query.Text}': {string.Join(", ", found.Take(3))}");
            }
            await asked.CloseAsync();
            string[] files = [.. Directory.GetFiles(index, "*", SearchOption.AllDirectories), .. engine == own
                ? [Path.Combine(output, "search", "index.json")] : Array.Empty<string>()];
            Tell($"| {engine.Name} {engine.Version} | {seconds:F2} s | {files.Sum(file => new FileInfo(file).Length) / 1e6:F2} MB | {files.Length:N0} | {Median.Of(first) / 1000:F1} KB | {first.Max() / 1000:F1} KB | {scripts / 1000.0:F1} KB | {hits} of {Queries.Mistyped} |");
        }
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static double Timed(Command command, string output)
    {
        if (Directory.Exists(output)) Directory.Delete(output, recursive: true);
        var run = command.Run();
        return run.ExitCode == 0 ? run.Wall.TotalSeconds
            : throw new InvalidOperationException($"{command.File} ended with exit status {run.ExitCode}.\n{run.Output}");
    }

    /// <summary>Installs the pinned package once, in a folder for temporary files, and gives the program's path.</summary>
    private static string InstallPagefind(Action<string> tell)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"explainers-benchmarks-pagefind-{PagefindVersion}");
        var program = Path.Combine(folder, "node_modules", ".bin", "pagefind");
        if (File.Exists(program)) return program;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "package.json"), "{}");
        tell($"Installing Pagefind {PagefindVersion} in {folder}.");
        var install = new Command("npm", folder, ["install", "--no-audit", "--no-fund", $"pagefind@{PagefindVersion}"]).Run();
        return install.ExitCode == 0 ? program
            : throw new InvalidOperationException($"npm install ended with exit status {install.ExitCode}.\n{install.Output}");
    }
}
