namespace Explainers.Benchmarks.Measuring;

/// <summary>The middle one of several figures.</summary>
internal static class Median
{
    /// <summary>Gives the median; of an even number of figures it is the mean of the two in the middle.</summary>
    public static double Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
