using System.Runtime;

namespace Explainers.Cli.Commands;

/// <summary>A run whose heap is large, so that memory counts for more than a second of work.</summary>
internal static class LargeRun
{
    /// <summary>Lets nothing be collected while the program runs on: that leaves garbage, and its room, behind.</summary>
    public static void Begin() => GCSettings.LatencyMode = GCLatencyMode.Batch;

    /// <summary>Gives back what a stage has left behind, before the next one needs room of its own.</summary>
    public static void Tidy() => GC.Collect();
}
