using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Explainers.Benchmarks.Corpora;
using Explainers.Benchmarks.Measuring;
using Explainers.Benchmarks.Tools;

namespace Explainers.Benchmarks.Previewing;

/// <summary>
/// Measures whether the preview needs more memory the more is edited: texts, headings, titles and facts, and files that come and go.
/// </summary>
internal static partial class PreviewMemory
{
    private const int First = 20;
    private const int Around = 5;

    /// <summary>Measures, and writes a table to standard output.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Action<string> tell)
    {
        var (articles, edits, explainers) = (1_000, 2_000, "explainers");
        for (var i = 0; i + 1 < arguments.Count; i += 2)
        {
            if (arguments[i] == "--articles") articles = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture);
            else if (arguments[i] == "--edits") edits = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture);
            else if (arguments[i] == "--explainers") explainers = Path.GetFullPath(arguments[i + 1]);
            else
            {
                tell($"'{arguments[i]}' is not understood.\n{Options.Usage}");
                return 2;
            }
        }
        var place = Place.Find(["ram"], tell).Concat(Place.Find(["disk"], tell)).First();
        var folder = Path.Combine(place.Folder, "preview-memory");
        Directory.CreateDirectory(folder);
        try
        {
            await MeasureAsync(articles, edits, folder, explainers, tell);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static async Task MeasureAsync(int articles, int edits, string folder, string explainers, Action<string> tell)
    {
        var source = Path.Combine(folder, "input");
        ExplainersSite.Write(new Corpus(articles), source);
        string[] words = ["preview", "--input", source, "--port", "18400", "--today", "2026-11-23", "--no-cache"];
        var start = new ProcessStartInfo(explainers, words) { RedirectStandardError = true, WorkingDirectory = folder };
        using var preview = Process.Start(start)!;
        try
        {
            var address = "";
            while (address.Length == 0 && await preview.StandardError.ReadLineAsync() is { } line)
                address = ShownAt().Match(line).Groups[1].Value;
            var files = Directory.EnumerateFiles(Path.Combine(source, "articles")).Order(StringComparer.Ordinal).ToArray();
            using var socket = new ClientWebSocket();
            var live = $"{address.Replace("http", "ws", StringComparison.Ordinal)}_preview/live";
            var first = Path.GetFileNameWithoutExtension(files[0]);
            await socket.ConnectAsync(new Uri($"{live}?page=/{first}/&hash=none"), CancellationToken.None);
            _ = DrainAsync(socket);
            var sizes = new List<double>();
            for (var i = 1; i <= edits; i++)
            {
                // Half of the edits are of the page that is shown.
                Edit(source, files[i % 2 == 0 ? 0 : i % files.Length], i);
                while (await preview.StandardError.ReadLineAsync() is { } line && !Compiled().IsMatch(line))
                {
                    // What it finds is not of interest here.
                }
                sizes.Add(Resident(preview.Id));
                if (i % 100 == 0) tell(string.Create(CultureInfo.InvariantCulture, $"{i} edits: {sizes[^1]:F0} MB"));
            }
            var (before, after) = (Median.Of(sizes[(First - Around)..(First + Around)]), Median.Of(sizes[^(2 * Around)..]));
            Console.WriteLine($"Resident memory of the preview, median of {2 * Around} edits; {Machine.Describe()}\n");
            Console.WriteLine($"| Articles | After {First} edits | After {edits} edits | Ratio |");
            Console.WriteLine("|--:|--:|--:|--:|");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {articles:N0} | {before:F0} MB | {after:F0} MB | {after / before:F2} |"));
        }
        finally
        {
            preview.Kill();
        }
    }

    /// <summary>An edit of one of several kinds; its number makes it another than all before.</summary>
    private static void Edit(string source, string article, int number)
    {
        var text = File.ReadAllText(article);
        switch (number % 5)
        {
            case 0:
                File.WriteAllText(article, Title().Replace(text, $"title: Title number {number}"));
                break;
            case 1:
                File.WriteAllText(article, Heading().Replace(text, $"\n## Heading number {number}\n", 1));
                break;
            case 2:
                var sheet = Reference().Match(text).Groups[1].Value.Replace('_', '-');
                var path = Path.Combine(source, "facts", $"{sheet}.yaml");
                File.WriteAllText(path, Value().Replace(File.ReadAllText(path), $"    value: {number}.25 km", 1));
                break;
            case 3 when number % 10 == 3:
                var added = Path.Combine(source, "articles");
                File.WriteAllText(Path.Combine(added, $"added-{number}.md"), text);
                File.Delete(Path.Combine(added, $"added-{number - 10}.md"));
                break;
            default:
                File.WriteAllText(article, Put().Replace(text, $"\n\n{number} times.\n", 1));
                break;
        }
    }

    /// <summary>The resident memory of a process, in MB.</summary>
    private static double Resident(int id)
    {
        var line = File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static async Task DrainAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
                // A browser would show it.
            }
        }
        catch (WebSocketException)
        {
            // The preview has ended.
        }
    }

    [GeneratedRegex("The site is at (http://[^ ]+) ")]
    private static partial Regex ShownAt();

    [GeneratedRegex(@"^\d\d:\d\d:\d\d .* s\)$")]
    private static partial Regex Compiled();

    [GeneratedRegex("(?m)^title: .*$")]
    private static partial Regex Title();

    [GeneratedRegex(@"\n## [^\n]*\n")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\{\{ ([a-z_]+)\.")]
    private static partial Regex Reference();

    [GeneratedRegex(@"    value: [\d.]+ km")]
    private static partial Regex Value();

    [GeneratedRegex(@"(?:\n\n\d+ times\.\n)|\z")]
    private static partial Regex Put();
}
