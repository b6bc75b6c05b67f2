using Explainers.Incremental;

namespace Explainers.Checking;

/// <summary>How many of the figures, dates and quotations of a site are bound to facts, file by file.</summary>
/// <param name="Rows">The files in ordinal order.</param>
internal sealed record Coverage(EquatableArray<CoverageRow> Rows)
{
    /// <summary>How many there are.</summary>
    public int Figures => Rows.Sum(row => row.Figures);

    /// <summary>How many of them are bound.</summary>
    public int Bound => Rows.Sum(row => row.Bound);

    /// <summary>The whole per cent that are bound, rounded down; all of nothing is 100.</summary>
    public int Percent => PercentOf(Bound, Figures);

    /// <summary>A share in whole per cent, rounded down, so that 100 means all.</summary>
    internal static int PercentOf(int bound, int figures) => figures == 0 ? 100 : (int)(100L * bound / figures);
}

/// <summary>The figures, dates and quotations of a file.</summary>
/// <param name="File">The path of the file, as messages show it.</param>
/// <param name="Bound">How many are references to facts.</param>
/// <param name="Figures">How many there are.</param>
internal sealed record CoverageRow(string File, int Bound, int Figures)
{
    /// <summary>The whole per cent that are bound, rounded down.</summary>
    public int Percent => Coverage.PercentOf(Bound, Figures);
}
