using System.Runtime.InteropServices;

namespace Explainers.Cli.Invocation;

/// <summary>
/// Ctrl-C and the signals that end a process. By default they end it at once, after a word to whoever has unfinished files; while files
/// are being written,
/// they are a request to stop, so that the run can clean up.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly PosixSignalRegistration[] _signals;
    private readonly Action _leave;
    private volatile bool _isDeferred;

    /// <summary>Begins to listen.</summary>
    /// <param name="leave">Is called before the process ends at once.</param>
    /// <param name="outer">Another wish that the run end.</param>
    public Interruption(Action leave, CancellationToken outer)
    {
        (_stop, _leave) = (CancellationTokenSource.CreateLinkedTokenSource(outer), leave);
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        _signals = [.. signals.Select(signal => PosixSignalRegistration.Create(signal, Handle))];
    }

    /// <summary>Is cancelled when the run is to stop.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>What the run tells its caller when it stopped.</summary>
    public int Status { get; private set; } = ExitStatus.Interrupted(PosixSignal.SIGINT);

    /// <summary>From now on a signal does not end the process, but cancels <see cref="Token"/>.</summary>
    public void Defer() => _isDeferred = true;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _stop.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (!_isDeferred)
        {
            _leave();
            return;
        }
        context.Cancel = true;
        Status = ExitStatus.Interrupted(context.Signal);
        _stop.Cancel();
    }
}
