using System.Collections.Immutable;
using System.Globalization;
using Explainers.Benchmarks.Measuring;

namespace Explainers.Benchmarks.Growth;

/// <summary>
/// Doubles each dimension of a site in turn and looks at how time and memory grow. Times are of the processor, net of a site without
/// anything, and the least of a few runs: what else the machine does can only add to them.
/// </summary>
internal sealed class GrowthBenchmark(GrowthOptions options, string folder, Action<string> tell)
{
    /// <summary>By how much a doubling may multiply the time: a little more than two, since larger heaps are slower.</summary>
    public const double MostFactor = 2.2;

    /// <summary>Net seconds below which a factor is noise.</summary>
    public const double LeastSeconds = 0.15;


    /// <summary>Net seconds beyond which no larger site is built.</summary>
    private const double TooLong = 20;

    /// <summary>Measures what the arguments ask for; the exit status is 1 when something grows too fast.</summary>
    public static int Run(IReadOnlyList<string> arguments, Action<string> tell)
    {
        if (GrowthOptions.Parse(arguments) is not { } options)
        {
            tell(GrowthOptions.Usage);
            return 2;
        }
        if (!File.Exists(options.Explainers))
        {
            tell($"There is no '{options.Explainers}'. Build it with 'dotnet build -c Release src/Explainers.Cli', or give --explainers.");
            return 2;
        }
        if (Place.Find(["ram"], tell).Concat(Place.Find(["disk"], tell)).FirstOrDefault() is not { } place) return 2;
        // A build that is compiled while it runs shall not profile itself meanwhile; a native one does not care.
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        try
        {
            var rows = new GrowthBenchmark(options, place.Folder, tell).Measure();
            Console.Write(GrowthReport.Write(rows));
            return rows.Exists(row => row.IsBad) ? 1 : 0;
        }
        finally
        {
            if (Directory.Exists(place.Folder)) Directory.Delete(place.Folder, recursive: true);
        }
    }

    private List<GrowthRow> Measure()
    {
        Write("empty", _ => { });
        var empty = Best(["build", "--no-cache"], "empty", 8, null);
        tell(string.Create(CultureInfo.InvariantCulture, $"a site without anything: {empty.Cpu.TotalSeconds:F2} s"));
        return [.. Dimensions.All.Where(options.Wants).Select(dimension => Measure(dimension, empty))];
    }

    private GrowthRow Measure(Dimension dimension, Measurement empty)
    {
        var points = new List<GrowthPoint>();
        for (var size = dimension.Start; size <= dimension.Most; size *= 2)
        {
            Write(Name(size), site => dimension.Write(site, size));
            points.Add(Point(size, options.Runs));
            tell(string.Create(CultureInfo.InvariantCulture, $"{dimension.Group}: {dimension.Name}, {size:N0}: {points[^1]}"));
            if (points[^1].Failure is not null || points[^1].Seconds > TooLong) break;
            if (points.Count >= 3 && points[^1].Seconds > options.Enough && !IsDoubtful(points)) break;
        }
        var row = new GrowthRow(dimension, [.. points.TakeLast(3)]);
        if (row.IsBad && points.TrueForAll(point => point.Failure is null))
            row = row with { Points = [.. row.Points.Select(Again)] };
        foreach (var point in points) Directory.Delete(Path.Combine(folder, Name(point.Size)), recursive: true);
        tell($"  {row.Words}");
        return row;

        GrowthPoint Again(GrowthPoint point) => point.Seconds > TooLong ? point : point.OrLess(Point(point.Size, options.Runs * 3));

        GrowthPoint Point(int size, int runs) => GrowthPoint.Of(size, Best(dimension.Command, Name(size), runs, empty), empty);
    }

    /// <summary>
    /// Whether the last doubling took too much; a larger site has to show it again, since a processor's caches are finite.
    /// </summary>
    private static bool IsDoubtful(List<GrowthPoint> points) => points[^1].Seconds > MostFactor * points[^2].Seconds;

    private static string Name(int size) => size.ToString(CultureInfo.InvariantCulture);

    private void Write(string name, Action<GrowthSite> add) => GrowthSite.Write(Path.Combine(folder, name), add);

    /// <summary>The run that took least; one that takes long is not repeated.</summary>
    private Measurement Best(ImmutableArray<string> command, string name, int runs, Measurement? empty)
    {
        var best = Build(command, name);
        for (var run = 1; run < runs && (empty is null || best.Cpu.TotalSeconds < 5); run++)
        {
            var next = Build(command, name);
            if (next.Cpu < best.Cpu) best = next;
        }
        return best;
    }

    private Measurement Build(ImmutableArray<string> command, string name)
    {
        var output = Path.Combine(folder, "output");
        if (Directory.Exists(output)) Directory.Delete(output, recursive: true);
        string[] folders = command[0] == "build" ? ["--output", output] : [];
        return new Command(
            options.Explainers, folder, [.. command, "--input", Path.Combine(folder, name), .. folders, "--today", "2026-11-23"]).Run();
    }
}
