using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Explainers.Cli.Preview;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers preview</c>: show the site while it is written.</summary>
internal static class PreviewCommand
{
    private const int SpareThreads = 16;

    /// <summary>Compiles, serves, and follows the files until it is told to stop.</summary>
    public static int Run(SiteRequest request, int port, string editor, World world)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(world.Stop);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return RunAsync(request, port, new EditorLink(editor), world, stop.Token).GetAwaiter().GetResult();

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<int> RunAsync(SiteRequest request, int port, EditorLink editor, World world, CancellationToken stop)
    {
        if (Missing(request, world) is { } missing)
        {
            Findings.Write([missing], request.Format, world);
            return ExitStatus.WrongUsage;
        }
        var desk = new Desk(request, world);
        // The compiler takes every thread that the pool has; the server and the signals need some at once.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(workers + SpareThreads, ports);
        // Ctrl-C interrupts the first compile.
        await desk.OpenAsync(stop);
        if (stop.IsCancellationRequested) return ExitStatus.Done;
        return await ServeAsync(desk, request, port, editor, world, stop);
    }

    private static async Task<int> ServeAsync(Desk desk, SiteRequest request, int port, EditorLink editor, World world, CancellationToken stop)
    {
        await using var server = await PreviewServer.StartAsync(desk, editor, port);
        if (server is null)
        {
            Wrapping.Say(world.Error, string.Create(CultureInfo.InvariantCulture, $"explainers: neither port {port} nor one of the next ones is free; --port names another."));
            return ExitStatus.WrongUsage;
        }
        if (stop.IsCancellationRequested) return ExitStatus.Done;
        Findings.Write(desk.Edition.Findings, request.Format, world);
        if (server.Port != port) world.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Port {port} is in use; this preview has {server.Port}."));
        Wrapping.Say(world.Error, $"The site is at {server.Address} and follows your files. Ctrl-C ends the preview.");
        var before = desk.Edition.Findings;
        await desk.FollowAsync(edition => Tell(edition, ref before, request, world), why => Unwatched(why, world), stop);
        return ExitStatus.Done;
    }

    private static Diagnostic? Missing(SiteRequest request, World world) =>
        !Directory.Exists(world.Full(request.Input)) ? Catalog.MissingFolder(request.Input, "--input")
        : request.Theme is { } theme && !Directory.Exists(world.Full(theme)) ? Catalog.MissingFolder(theme, "--theme")
        : null;

    private static void Unwatched(string why, World world) => Wrapping.Say(
        world.Error, $"The system does not tell of changes ({Visible.Text(why)}), so the preview looks at your files every second.");

    /// <summary>Says what is new: findings that were not there before, and how many there are.</summary>
    private static void Tell(Edition edition, ref ImmutableArray<Diagnostic> before, SiteRequest request, World world)
    {
        var known = before.Select(Words).ToHashSet(StringComparer.Ordinal);
        Findings.Write([.. edition.Findings.Where(finding => !known.Contains(Words(finding)))], request.Format, world);
        var errors = edition.Findings.Count(finding => finding.Severity == Severity.Error);
        var found = edition.Findings.IsEmpty ? "no findings" : $"{Summary.Count(errors, "error")}, {Summary.Count(edition.Findings.Length - errors, "warning")}";
        world.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{world.Clock.GetLocalNow():HH:mm:ss} {found} ({edition.Time.TotalSeconds:0.00} s)"));
        before = edition.Findings;
    }

    private static string Words(Diagnostic finding) => $"{finding.Span.File?.DisplayPath} {finding.Code} {finding.Message}";
}
