using System.Globalization;

namespace Explainers.Tests.Writing;

/// <summary>
/// Builds that are killed. The moment is chosen by progress, not by time: when so many files are staged, or so many of the staged are
/// still to be moved. KILLS=100 tries
/// more of them, and SEED=… the same again.
/// </summary>
public sealed class KilledBuildTests(ITestOutputHelper log)
{
    private const int Articles = 60;
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "5", CultureInfo.InvariantCulture);
    private static readonly int Seed =
        Environment.GetEnvironmentVariable("SEED") is { } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : Random.Shared.Next();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_killed_build_leaves_every_file_old_or_new_and_the_next_one_completes_it(bool isFirst)
    {
        var random = new Random(Seed);
        using var site = Scratch.OfArticles(Articles);
        var versions = Versions();
        var stages = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var kill = 0; kill < Kills; kill++)
        {
            Reset(site, isFirst);
            var (version, from) = (1 + (kill % 2), isFirst ? [] : site.FilesOf("output"));
            SetVersion(site, version);
            var stage = Kill(site, random.Next(2) == 0, random.Next(versions[version].Count));
            stages[stage] = stages.GetValueOrDefault(stage) + 1;
            AssertOldOrNew(site, from, versions[version], $"seed {Seed}, kill {kill}, {stage}");
            var next = site.Run();
            Assert.True(next.Status == 0, next.Error);
            AssertSame(versions[version], site.FilesOf("output"), $"seed {Seed}, kill {kill}, after the next build");
            Assert.False(Directory.Exists(Path.Combine(site.Folder, "output", ".explainers-staging")));
            Assert.Empty(Directory.EnumerateFiles(Path.Combine(site.Folder, ".cache"), "*.explainers-part", SearchOption.AllDirectories));
        }
        log.WriteLine($"seed {Seed}; killed {string.Join(", ", stages.Select(stage => $"{stage.Key}: {stage.Value}"))}");
    }

    [Fact]
    public void A_build_that_is_asked_to_end_cleans_up()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no SIGTERM.");
        using var site = Scratch.OfArticles(Articles);
        site.Run();
        var before = site.FilesOf("output");
        SetVersion(site, 1);
        using var process = ToolProcess.Start(site.Folder, "build", "--today", "2026-11-23");
        while (!process.HasExited && Staged(site) == 0) Thread.Yield();
        Assert.True(process.HasExited || ToolProcess.CanRun("kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture)));
        var run = ToolProcess.Ended(process);
        Assert.True(run.Status is 143 or 0, $"{run.Status} {run.Error}");
        if (run.Status == 143) AssertSame(before, site.FilesOf("output"), "after SIGTERM");
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "output", ".explainers-staging")));
    }

    /// <summary>What clean builds of each version give.</summary>
    private static SortedDictionary<string, byte[]>[] Versions() => [.. Enumerable.Range(0, 3).Select(version =>
    {
        using var clean = Scratch.OfArticles(Articles);
        SetVersion(clean, version);
        Assert.Equal(0, clean.Run("build", "--no-cache").Status);
        return clean.FilesOf("output");
    })];

    private static void SetVersion(Scratch site, int version) =>
        site.Write(
            "input/site.yaml",
            $"title: Version {version}\ndescription: A site for a test.\nbase_url: https://example.org/\n"
            + $"search: {(version == 2 ? "false" : "true")}\n");

    private static void Reset(Scratch site, bool isFirst)
    {
        var output = Path.Combine(site.Folder, "output");
        if (isFirst && Directory.Exists(output)) Directory.Delete(output, recursive: true);
        SetVersion(site, 0);
        if (!isFirst) Assert.Equal(0, site.Run().Status);
    }

    private static string Kill(Scratch site, bool whileMoving, int files)
    {
        using var process = ToolProcess.Start(site.Folder, "build", "--today", "2026-11-23");
        var most = 0;
        while (!process.HasExited)
        {
            var staged = Staged(site);
            most = Math.Max(most, staged);
            if (whileMoving ? staged < most && staged <= files : staged > files) break;
        }
        var left = Staged(site);
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        return process.ExitCode == 0 ? "after the end" : left < most ? "while moving" : "while staging";
    }

    private static int Staged(Scratch site)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(site.Folder, "output", ".explainers-staging"), "*-*").Count();
        }
        catch (DirectoryNotFoundException)
        {
            return 0;
        }
    }

    private static void AssertOldOrNew(
        Scratch site, SortedDictionary<string, byte[]> old, SortedDictionary<string, byte[]> now, string when)
    {
        var all = site.FilesOf("output");
        var found = all.Where(file => !file.Key.StartsWith(".explainers-staging/", StringComparison.Ordinal)).ToDictionary();
        Assert.All(found, file => Assert.True(Is(old, file) || Is(now, file), $"{file.Key} is neither old nor new: {when}"));
        Assert.All(old.Keys.Where(now.ContainsKey), path => Assert.True(found.ContainsKey(path), $"{path} is gone: {when}"));
    }

    private static bool Is(SortedDictionary<string, byte[]> files, KeyValuePair<string, byte[]> file) =>
        files.TryGetValue(file.Key, out var bytes) && bytes.AsSpan().SequenceEqual(file.Value);

    private static void AssertSame(SortedDictionary<string, byte[]> expected, SortedDictionary<string, byte[]> actual, string when)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, file => Assert.True(file.Value.AsSpan().SequenceEqual(actual[file.Key]), $"{file.Key} differs: {when}"));
    }
}
