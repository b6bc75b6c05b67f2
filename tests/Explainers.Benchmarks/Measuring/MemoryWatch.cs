namespace Explainers.Benchmarks.Measuring;

/// <summary>
/// Finds the peak memory of a process. The kernel's own figure is exact, but a new process inherits the peak of the one that
/// started it; so a process that stays below the runner's own peak is watched while it runs.
/// </summary>
internal sealed class MemoryWatch : IDisposable
{
    private const long Margin = 2 << 20;

    private readonly long _inherited;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _ended = new();
    private long _watched;

    /// <summary>Starts to watch a process.</summary>
    public MemoryWatch(int process, long peakOfRunner)
    {
        _inherited = peakOfRunner + Margin;
        _thread = new Thread(() => Watch(process)) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Gives the peak in bytes, once the process has ended.</summary>
    public long Peak(ResourceUse use)
    {
        _ended.Set();
        _thread.Join();
        var kernel = use.MaxResidentKilobytes * 1024;
        return kernel > _inherited ? kernel : _watched;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _ended.Set();
        _thread.Join();
        _ended.Dispose();
    }

    private void Watch(int process)
    {
        var name = process.ToString();
        do
        {
            _watched = Math.Max(_watched, Command.ResidentPeak(name));
        }
        while (_watched <= _inherited && !_ended.Wait(1));
    }
}
