using System.Globalization;

namespace Explainers.Cli.Terminal;

/// <summary>Takes the time of each stage.</summary>
internal sealed class StageTimer(TimeProvider clock)
{
    private readonly List<(string Stage, long Start)> _laps = [];
    private long _end;

    /// <summary>The time from the first stage's beginning to the end.</summary>
    public TimeSpan Total => clock.GetElapsedTime(_laps[0].Start, _end);

    /// <summary>Begins a stage and ends the one before it.</summary>
    public void Begin(string stage) => _laps.Add((stage, clock.GetTimestamp()));

    /// <summary>Ends the last stage.</summary>
    public void End() => _end = clock.GetTimestamp();

    /// <summary>Writes a line a stage, in milliseconds.</summary>
    public void Write(TextWriter output)
    {
        for (var i = 0; i < _laps.Count; i++)
        {
            var time = clock.GetElapsedTime(_laps[i].Start, i + 1 < _laps.Count ? _laps[i + 1].Start : _end);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_laps[i].Stage,-10} {time.TotalMilliseconds,9:0.0} ms"));
        }
    }
}
