namespace Explainers.Cli;

/// <summary>A run that is over before it would pay to collect garbage.</summary>
internal static class ShortRun
{
    /// <summary>Within the limit of all systems that .NET supports.</summary>
    private const long Bytes = 240L << 20;

    /// <summary>Lets the heap grow that far before anything is collected.</summary>
    public static void Begin()
    {
        try
        {
            GC.TryStartNoGCRegion(Bytes);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // The heap is collected as usual.
        }
    }
}
