using System.Collections.Immutable;
using System.Text;
using Explainers.Cli.Disk;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;

namespace Explainers.Cli.Commands;

/// <summary><c>check --baseline</c>: leaves out warnings that were accepted, tells which of them are gone, and writes the file.</summary>
internal sealed class AcceptedWarnings
{
    /// <summary>How many warnings that are gone are named.</summary>
    private const int Few = 5;

    private readonly SiteRequest _request;
    private readonly CliEnvironment _environment;
    private readonly Baseline? _known;
    private Baseline? _now;
    private ImmutableArray<AcceptedFinding> _stale = [];
    private int _left;

    private AcceptedWarnings(SiteRequest request, CliEnvironment environment, Baseline? known) =>
        (_request, _environment, _known) = (request, environment, known);

    private string Path => _environment.Full(_request.Baseline!);

    /// <summary>Reads the file that a check names, if it names one.</summary>
    /// <returns>Whether the check can go on; if not, why was told.</returns>
    public static bool TryOpen(SiteRequest request, CliEnvironment environment, out AcceptedWarnings? accepted)
    {
        accepted = null;
        if (request is { WritesBaseline: true, Baseline: null })
        {
            Wrapping.Say(environment.Error, "explainers: --write-baseline needs --baseline FILE: the file to write.");
            return false;
        }
        if (request.Baseline is not { } file) return true;
        if (request.WritesBaseline)
        {
            accepted = new AcceptedWarnings(request, environment, null);
            return true;
        }
        var (known, fault) = Baseline.Read(environment.Full(file));
        if (known is null)
        {
            Wrapping.Say(environment.Error, $"explainers: the baseline '{file}' cannot be read: {fault}. --write-baseline writes it.");
            return false;
        }
        accepted = new AcceptedWarnings(request, environment, known);
        return true;
    }

    /// <summary>The findings that are not accepted.</summary>
    public ImmutableArray<Diagnostic> Leave(ImmutableArray<Diagnostic> findings)
    {
        _now = _request.WritesBaseline ? Baseline.Of(findings) : null;
        var (left, stale) = (_now ?? _known!).Apply(findings);
        (_stale, _left) = (stale, findings.Length - left.Length);
        return left;
    }

    /// <summary>Tells what was left out and what is gone, and writes the file where that was asked for.</summary>
    /// <returns>Whether the file could be written.</returns>
    public bool Close()
    {
        if (_now is { } now)
        {
            var fault = AtomicFile.Write(Path, stream => stream.Write(Encoding.UTF8.GetBytes(now.Text())));
            Wrapping.Say(_environment.Error, fault is null
                ? $"{Summary.Count(_left, "warning")} accepted in {_request.Baseline}."
                : $"explainers: the baseline '{_request.Baseline}' cannot be written: {Hosting.DiskFault.Words(fault, Path)}.");
            return fault is null;
        }
        Wrapping.Say(_environment.Error, $"{Summary.Count(_left, "warning")} left out: {_request.Baseline} accepts "
            + $"{(_left == 1 ? "it" : "them")}.");
        if (_stale.IsEmpty) return true;
        Wrapping.Say(_environment.Error, $"{Summary.Count(_stale.Length, "accepted warning")} "
            + $"{(_stale.Length == 1 ? "is" : "are")} no longer there; --write-baseline forgets {(_stale.Length == 1 ? "it" : "them")}:");
        foreach (var entry in _stale.Take(Few))
            Wrapping.Say(_environment.Error, $"   {Visible.Line($"{entry.File}: {entry.Code}: {entry.Message}")}");
        if (_stale.Length > Few) Wrapping.Say(_environment.Error, $"   and {_stale.Length - Few} more");
        return true;
    }
}
