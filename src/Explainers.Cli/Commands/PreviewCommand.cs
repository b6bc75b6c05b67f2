using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Explainers.Cli.Invocation;
using Explainers.Cli.Preview;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers preview</c>: show the site while it is written.</summary>
internal static class PreviewCommand
{
    private const int SpareThreads = 16;

    /// <summary>Compiles, serves, and follows the files until it is told to stop.</summary>
    public static int Run(SiteRequest request, int port, string editor, CliEnvironment environment)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(environment.Stop);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return RunAsync(request, port, new EditorLink(editor), environment, stop.Token).GetAwaiter().GetResult();

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<int> RunAsync(
        SiteRequest request,
        int port,
        EditorLink editor,
        CliEnvironment environment,
        CancellationToken stop)
    {
        if (Missing(request, environment) is { } missing)
        {
            Findings.Write([missing], request.Format, environment);
            return ExitStatus.WrongUsage;
        }
        var session = new PreviewSession(request, environment);
        // The compiler takes every thread that the pool has; the server and the signals need some at once.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(workers + SpareThreads, ports);
        // Ctrl-C interrupts the first compile.
        await session.OpenAsync(stop);
        if (stop.IsCancellationRequested) return ExitStatus.Done;
        return await ServeAsync(session, request, port, editor, environment, stop);
    }

    private static async Task<int> ServeAsync(
        PreviewSession session,
        SiteRequest request,
        int port,
        EditorLink editor,
        CliEnvironment environment,
        CancellationToken stop)
    {
        await using var server = await PreviewServer.StartAsync(session, editor, port);
        if (server is null)
        {
            Wrapping.Say(
                environment.Error,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"explainers: neither port {port} nor one of the next ones is free; --port names another."));
            return ExitStatus.WrongUsage;
        }
        if (stop.IsCancellationRequested) return ExitStatus.Done;
        Findings.Write(session.Snapshot.Findings, request.Format, environment);
        if (server.Port != port)
            environment.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"Port {port} is in use; this preview has {server.Port}."));
        Wrapping.Say(environment.Error, $"The site is at {server.Address} and follows your files. Ctrl-C ends the preview.");
        var before = session.Snapshot.Findings;
        session.Published = snapshot => Tell(snapshot, ref before, request, environment);
        await session.FollowAsync(why => Unwatched(why, environment), stop);
        return ExitStatus.Done;
    }

    private static Diagnostic? Missing(SiteRequest request, CliEnvironment environment) =>
        !Directory.Exists(environment.Full(request.Input)) ? Catalog.MissingFolder(request.Input, "--input")
        : request.Theme is { } theme && !Directory.Exists(environment.Full(theme)) ? Catalog.MissingFolder(theme, "--theme")
        : null;

    private static void Unwatched(string why, CliEnvironment environment) => Wrapping.Say(
        environment.Error, $"The system does not tell of changes ({Visible.Text(why)}), so the preview looks at your files every second.");

    /// <summary>Says what is new: findings that were not there before, and how many there are.</summary>
    private static void Tell(SiteSnapshot snapshot, ref ImmutableArray<Diagnostic> before, SiteRequest request, CliEnvironment environment)
    {
        var known = before.Select(Words).ToHashSet(StringComparer.Ordinal);
        Findings.Write([.. snapshot.Findings.Where(finding => !known.Contains(Words(finding)))], request.Format, environment);
        var errors = snapshot.Findings.Count(finding => finding.Severity == Severity.Error);
        var found = snapshot.Findings.IsEmpty
            ? "no findings"
            : $"{Summary.Count(errors, "error")}, {Summary.Count(snapshot.Findings.Length - errors, "warning")}";
        environment.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{environment.Clock.GetLocalNow():HH:mm:ss} {found} ({snapshot.Time.TotalSeconds:0.00} s)"));
        before = snapshot.Findings;
    }

    private static string Words(Diagnostic finding) => $"{finding.Span.File?.DisplayPath} {finding.Code} {finding.Message}";
}
