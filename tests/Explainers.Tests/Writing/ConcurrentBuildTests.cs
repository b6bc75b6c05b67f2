using System.Globalization;
using Explainers.Cli.Disk;

namespace Explainers.Tests.Writing;

/// <summary>
/// Builds at the same time: of one output, which wait for each other, and of several with one cache, which need not. PAIRS=20 tries more
/// of them.
/// </summary>
public sealed class ConcurrentBuildTests
{
    private static readonly int Pairs = int.Parse(Environment.GetEnvironmentVariable("PAIRS") ?? "8", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("output", ".cache")]
    [InlineData("other", ".cache")]
    public async Task Two_builds_at_once_give_what_each_gives_alone(string secondOutput, string cache)
    {
        using var site = Scratch.OfArticles(5);
        using var clean = Scratch.OfArticles(5);
        Assert.Equal(0, clean.Run("build", "--no-cache").Status);
        var expected = clean.FilesOf("output");
        for (var pair = 0; pair < Pairs; pair++)
        {
            string[] outputs = ["output", secondOutput];
            if (pair % 2 == 0) Delete(site, [.. outputs, .. pair % 4 == 0 ? new[] { cache } : []]);
            var runs = await Task.WhenAll(outputs.Select(output =>
                Task.Run(() => site.Run("build", "--output", output, "--cache", cache))));
            Assert.All(runs, run => Assert.True(run.Status == 0, run.Error));
            foreach (var output in outputs)
            {
                var actual = site.FilesOf(output);
                Assert.Equal(expected.Keys, actual.Keys);
                Assert.All(expected, file => Assert.Equal(file.Value, actual[file.Key]));
            }
        }
        Assert.All(site.FilesOf(cache).Keys, file => Assert.EndsWith(".bin", file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_build_that_waited_long_enough_says_who_holds_the_output(bool isFirst)
    {
        using var site = new Scratch { Patience = TimeSpan.FromMilliseconds(100) };
        site.Run("new", "site", ".");
        if (!isFirst) site.Run();
        var before = site.FilesOf("output");
        var now = new DateTimeOffset(2026, 11, 23, 10, 20, 30, TimeSpan.Zero);
        Directory.CreateDirectory(Path.Combine(site.Folder, "output"));
        using (StagingFolder.Take(Path.Combine(site.Folder, "output"), TimeSpan.Zero, now, TestContext.Current.CancellationToken))
        {
            var run = site.Run();
            Assert.Equal(2, run.Status);
            var words = string.Join(' ', run.Error.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
            Assert.StartsWith("error unwritable-output: output cannot be written: another build is writing there", words,
                StringComparison.Ordinal);
            var holder = $"(process {Environment.ProcessId}, since 2026-11-23 10:20:30 UTC; it holds output/.explainers-staging)";
            Assert.Contains(holder, words, StringComparison.Ordinal);
        }
        Assert.Equal(before.Keys, site.FilesOf("output").Keys);
        Assert.Equal(0, site.Run().Status);
    }

    private static void Delete(Scratch site, IEnumerable<string> folders)
    {
        foreach (var folder in folders.Select(folder => Path.Combine(site.Folder, folder)).Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_lock_is_had_by_one_at_a_time_and_left_without_a_trace()
    {
        using var site = new Scratch();
        var (held, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 25; i++)
            {
                var stop = TestContext.Current.CancellationToken;
                using var staging = StagingFolder.Take(site.Folder, TimeSpan.FromMinutes(1), DateTimeOffset.UnixEpoch, stop);
                Assert.NotNull(staging);
                most = Math.Max(most, Interlocked.Increment(ref held));
                Interlocked.Decrement(ref held);
            }
        })));
        Assert.Equal(1, most);
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.Folder));
    }
}
