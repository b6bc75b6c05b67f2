using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Explainers.Binding;
using Explainers.Checking.Prose;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Sources;

namespace Explainers.Benchmarks.Guarding;

/// <summary>
/// Measures how fast the prose guard reads: the real news of tests/prose/third, each article about its sheet. Parsing is not in it. The
/// time is that of the processor, so that other work on the machine does not count.
/// </summary>
internal static partial class GuardBenchmark
{
    private const int Seconds = 3;

    /// <summary>Measures, and prints a line for each round.</summary>
    /// <param name="arguments">The folder of the sentences; none means the one of this repository.</param>
    /// <param name="tell">Takes messages.</param>
    public static int Run(IReadOnlyList<string> arguments, Action<string> tell)
    {
        var folder = arguments is [var named] ? named : Path.Combine("tests", "prose", "third");
        if (!Directory.Exists(folder))
        {
            tell($"There is no folder {folder}: run this from the root of the repository, or name it.");
            return 2;
        }
        var site = new SiteDatabase();
        var texts = Articles(folder).ToImmutableArray();
        site.Update(
            SourceTree.From([.. Sheets(folder), .. texts.Select(text => text.File)], []), new CompileOptions(new DateOnly(2026, 11, 28)));
        site.Engine.Demand(reads =>
        {
            var sheets = new NamedSheets(
                [.. site.Binding.Facts.ByTitle.Get(reads, default).Select(sheet => site.Binding.Facts.Sheet.Get(reads, sheet)!)],
                ProseLanguage.English);
            var open = texts.ToDictionary(text => text.Name, text => new NamedSheet(
                site.Binding.Facts.Sheet.Get(reads, text.Name)!,
                site.Binding.Facts.Sheet.Get(reads, text.Name)!.Facts.Select(fact => site.Binding.Facts.Fact.Get(reads, fact)),
                ProseLanguage.English));
            var pieces = texts.SelectMany(text => site.Binding.Articles.Bound.Get(reads, new ArticleId(text.File.Path)).Value.Texts
                .Select(prose => (Prose: prose, text.Name))).ToArray();
            Measure(new ProseGuard(() => sheets, name => open[name], ProseLanguage.English), pieces, texts.Sum(text => text.Bytes));
            return 0;
        });
        return 0;
    }

    private static void Measure(ProseGuard guard, (ProseText Prose, string About)[] pieces, long bytes)
    {
        var (plain, names) = (new PlainWords([], ProseLanguage.English), ImmutableArray.CreateBuilder<Diagnostic>());
        for (var round = 0; round < 9; round++)
        {
            var (from, clock, passes, found) = (Processor(), Stopwatch.StartNew(), 0, 0);
            for (; clock.Elapsed.TotalSeconds < Seconds; passes++)
                found += pieces.Sum(piece => guard.Read(piece.Prose, [piece.About], plain, names).Length);
            var speed = bytes * (double)passes / 1_000_000 / (Processor() - from).TotalSeconds;
            var what = round < 6 ? "warming up" : "guard";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what,-10} {speed,6:0.0} MB/s of prose on one core, {found / passes} findings in {bytes:N0} bytes"));
        }
    }

    private static TimeSpan Processor() => Process.GetCurrentProcess().TotalProcessorTime;

    private static IEnumerable<SourceFile> Sheets(string folder) => Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(path => new SourceFile($"facts/{Path.GetFileName(path)}", path, File.ReadAllBytes(path)));

    private static IEnumerable<(string Name, SourceFile File, long Bytes)> Articles(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var sentences = File.ReadAllLines(path).Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => Labels().Replace(line.StartsWith("* ", StringComparison.Ordinal) ? line[2..] : line, "$1")).ToArray();
            var name = Path.GetFileNameWithoutExtension(path);
            var text = $"---\ntitle: News\ndescription: News.\nabout: [{name}]\n---\n\n{string.Join("\n\n", sentences)}\n";
            yield return (name, new SourceFile($"articles/{name}.md", path, Encoding.UTF8.GetBytes(text)),
                sentences.Sum(sentence => Encoding.UTF8.GetByteCount(sentence)));
        }
    }

    [GeneratedRegex(@"\[[urcqs](?::[a-z_0-9]+)?\|([^\]]+)\]")]
    private static partial Regex Labels();
}
