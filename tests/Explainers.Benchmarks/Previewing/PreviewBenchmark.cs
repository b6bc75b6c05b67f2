using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Explainers.Benchmarks.Corpora;
using Explainers.Benchmarks.Measuring;
using Explainers.Benchmarks.Tools;
using Microsoft.Playwright;

namespace Explainers.Benchmarks.Previewing;

/// <summary>
/// Measures how long it takes from saving a file to the new page in Chromium: of the text of the article in view, and of the value of a
/// fact that it states.
/// </summary>
internal static partial class PreviewBenchmark
{
    private const int FirstSaves = 5;
    private const string Probe =
        """
        (words) => {
          window.probe = new Promise((done) => {
            const look = () => {
              if (!document.body.textContent.includes(words)) return;
              observer.disconnect();
              requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now())));
            };
            const observer = new MutationObserver(look);
            observer.observe(document.body, { subtree: true, childList: true, characterData: true });
          });
        }
        """;

    /// <summary>Measures, and writes a table to standard output.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Action<string> tell)
    {
        var (sizes, saves, explainers) = (new[] { 100, 10_000 }, 30, "explainers");
        for (var i = 0; i + 1 < arguments.Count; i += 2)
        {
            if (arguments[i] == "--sizes")
                sizes = [.. arguments[i + 1].Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
            else if (arguments[i] == "--saves") saves = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture);
            else if (arguments[i] == "--explainers") explainers = Path.GetFullPath(arguments[i + 1]);
            else
            {
                tell($"'{arguments[i]}' is not understood.\n{Options.Usage}");
                return 2;
            }
        }
        var place = Place.Find(["ram"], tell).Concat(Place.Find(["disk"], tell)).First();
        Console.WriteLine($"From saving a file to the new page in Chromium, {saves} saves of each kind; {Machine.Describe()}\n");
        Console.WriteLine(
            "| Articles | Saved | Median | 95th per cent | Most | of which compiling the page, median | Whole site compiled, median |");
        Console.WriteLine("|--:|---|--:|--:|--:|--:|--:|");
        foreach (var size in sizes)
        {
            var folder = Path.Combine(place.Folder, $"preview-{size}");
            Directory.CreateDirectory(folder);
            try
            {
                await MeasureAsync(size, folder, saves, explainers, tell);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        return 0;
    }

    private static async Task MeasureAsync(int size, string folder, int saves, string explainers, Action<string> tell)
    {
        var source = Path.Combine(folder, "input");
        ExplainersSite.Write(new Corpus(size), source);
        string[] words = ["preview", "--input", source, "--port", "18300", "--today", "2026-11-23", "--no-cache"];
        var start = new ProcessStartInfo(explainers, words) { RedirectStandardError = true, WorkingDirectory = folder };
        using var preview = Process.Start(start)!;
        try
        {
            tell($"compiling {size} articles");
            var address = "";
            while (address.Length == 0 && await preview.StandardError.ReadLineAsync() is { } line)
                address = ShownAt().Match(line).Groups[1].Value;
            // What it says is read, so that it can go on saying it.
            _ = preview.StandardError.ReadToEndAsync();
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu"],
            });
            var page = await browser.NewPageAsync();
            var article = Directory.EnumerateFiles(Path.Combine(source, "articles")).Order(StringComparer.Ordinal).ElementAt(size / 2);
            await page.GotoAsync($"{address}{Path.GetFileNameWithoutExtension(article)}/");
            await page.WaitForSelectorAsync(
                "explainers-overlay[data-snapshot]",
                new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
            await RowAsync(
                "the article in view",
                number => Saved(article, text => First(text, "\n\n", $"\n\nSave{number}x. ")),
                number => $"Save{number}x.");
            var sheet = Reference().Match(await File.ReadAllTextAsync(article)).Groups[1].Value.Replace('_', '-');
            var facts = Path.Combine(source, "facts", $"{sheet}.yaml");
            await RowAsync(
                "a fact that it states",
                number => Saved(facts, text => Length().Replace(text, $"${{1}}{number}.25 km", 1)),
                number => $"{number}.25");

            async Task RowAsync(string what, Action<int> save, Func<int, string> words)
            {
                var (times, compiling, whole) = (new List<double>(), new List<double>(), new List<double>());
                for (var i = 0; i < saves + FirstSaves; i++)
                {
                    var number = 100 + i;
                    await page.EvaluateAsync(Probe, words(number));
                    var begun = DateTime.UtcNow;
                    save(number);
                    var shown = await page.EvaluateAsync<double>("() => window.probe");
                    if (i < FirstSaves)
                    {
                        await Task.Delay(600);
                        continue;
                    }
                    times.Add(shown - (begun - DateTime.UnixEpoch).TotalMilliseconds);
                    await Task.Delay(600);
                    compiling.Add(await OverlayAsync("page"));
                    whole.Add(await OverlayAsync("milliseconds"));
                }
                times.Sort();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {size:N0} | {what} | {Median.Of(times):F0} ms | {times[(int)(times.Count * 0.95)]:F0} ms | {times[^1]:F0} ms "
                    + $"| {Median.Of(compiling):F0} ms | {Median.Of(whole):F0} ms |"));
            }

            Task<double> OverlayAsync(string what) =>
                page.EvaluateAsync<double>($"() => Number(document.querySelector('explainers-overlay').dataset.{what} ?? 0)");
        }
        finally
        {
            preview.Kill();
        }
    }

    private static void Saved(string path, Func<string, string> edit) => File.WriteAllText(path, edit(File.ReadAllText(path)));

    /// <summary>Puts words before the first paragraph, in the place of those that were put there before.</summary>
    private static string First(string text, string before, string after)
    {
        var plain = Put().Replace(text, "");
        var at = plain.IndexOf(before, StringComparison.Ordinal);
        return string.Concat(plain.AsSpan(0, at), after, plain.AsSpan(at + before.Length));
    }

    [GeneratedRegex("The site is at (http://[^ ]+) ")]
    private static partial Regex ShownAt();

    [GeneratedRegex(@"Save\d+x\. ")]
    private static partial Regex Put();

    [GeneratedRegex(@"\{\{ ([a-z_]+)\.length")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(  length:\n(?:    label: [^\n]*\n)?    value: )[^\n]*")]
    private static partial Regex Length();
}
