using System.Diagnostics;

namespace Explainers.Tests;

/// <summary>The same input gives the same bytes, wherever, whenever and on however many threads.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public async Task Folder_threads_zone_and_locale_leave_no_trace_in_the_site()
    {
        using var here = Scratch.OfFixture();
        using var there = Scratch.OfFixture();
        await Build(here.Folder, ("DOTNET_PROCESSOR_COUNT", "1"), ("TZ", "Pacific/Kiritimati"), ("LC_ALL", "tr_TR.UTF-8"));
        await Build(there.Folder, ("DOTNET_PROCESSOR_COUNT", "8"), ("TZ", "America/Anchorage"), ("LC_ALL", "C"));
        var (first, second) = (here.FilesOf("output"), there.FilesOf("output"));
        Assert.Equal(first.Keys, second.Keys);
        foreach (var (path, bytes) in first) Assert.True(bytes.AsSpan().SequenceEqual(second[path]), $"{path} differs between two builds.");
    }

    private static async Task Build(string folder, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "explainers.dll"), "build", "--today", "2026-11-23"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, error);
    }
}
