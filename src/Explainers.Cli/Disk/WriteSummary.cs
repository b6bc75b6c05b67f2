namespace Explainers.Cli.Disk;

/// <summary>What writing a site did.</summary>
/// <param name="Written">Files that are new or have changed.</param>
/// <param name="Unchanged">Files that were already as they should be.</param>
/// <param name="Removed">Files that the site no longer has.</param>
internal sealed record WriteSummary(int Written, int Unchanged, int Removed);
