namespace Explainers.Benchmarks.Measuring;

/// <summary>What one run of a program used, and what it printed.</summary>
internal sealed record Measurement(int ExitCode, TimeSpan Wall, TimeSpan Cpu, long PeakBytes, string Output);
