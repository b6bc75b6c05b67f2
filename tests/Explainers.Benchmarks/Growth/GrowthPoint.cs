using System.Collections.Immutable;
using System.Globalization;
using Explainers.Benchmarks.Measuring;

namespace Explainers.Benchmarks.Growth;

/// <summary>What a site of one size took.</summary>
/// <param name="Size">How many there are of the thing.</param>
/// <param name="Seconds">Processor time, less that of a site without anything.</param>
/// <param name="Bytes">Peak memory, less that of a site without anything.</param>
/// <param name="Failure">What was printed, where the build ended with neither 0 nor 1.</param>
internal sealed record GrowthPoint(int Size, double Seconds, long Bytes, string? Failure)
{
    /// <summary>Takes a measurement.</summary>
    public static GrowthPoint Of(int size, Measurement measured, Measurement empty) => new(
        size,
        Math.Max(0, (measured.Cpu - empty.Cpu).TotalSeconds),
        Math.Max(0, measured.PeakBytes - empty.PeakBytes),
        measured.ExitCode is 0 or 1 ? null : $"exit status {measured.ExitCode}\n{measured.Output}");

    /// <summary>The one of two that took less.</summary>
    public GrowthPoint OrLess(GrowthPoint other) => other.Seconds < Seconds ? other : this;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:F2} s, {Bytes / 1e6:F0} MB");
}

/// <summary>The largest three sizes of one dimension.</summary>
internal sealed record GrowthRow(Dimension Dimension, ImmutableArray<GrowthPoint> Points)
{
    /// <summary>By how much each doubling multiplied the time; null where that is noise.</summary>
    public IEnumerable<double?> Factors => Points.Zip(Points.Skip(1), (one, next) =>
        one.Seconds >= GrowthBenchmark.LeastSeconds ? next.Seconds / one.Seconds : (double?)null);

    /// <summary>Whether it grows too fast, or a build failed.</summary>
    public bool IsBad => Points.Any(point => point.Failure is not null) || (!Dimension.IsOutputSquare && IsTooFast);

    /// <summary>Whether the last doubling took too much more; one before that took too much only where the machine was busy.</summary>
    private bool IsTooFast => Factors.LastOrDefault() > GrowthBenchmark.MostFactor;

    /// <summary>How it came out, in words.</summary>
    public string Words => Points.FirstOrDefault(point => point.Failure is not null)?.Failure
        ?? $"{(IsBad ? "TOO FAST " : "")}{string.Join(", ", Factors.Select(Shown))}";

    /// <summary>A factor as tables show it.</summary>
    public static string Shown(double? factor) => factor?.ToString("F2", CultureInfo.InvariantCulture) ?? "–";
}
