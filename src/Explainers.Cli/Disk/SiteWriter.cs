using Explainers.Diagnostics;
using Explainers.Rendering;

namespace Explainers.Cli.Disk;

/// <summary>What writing a site did.</summary>
/// <param name="Written">Files that are new or have changed.</param>
/// <param name="Unchanged">Files that were already as they should be.</param>
/// <param name="Removed">Files that the site no longer has.</param>
internal sealed record WriteSummary(int Written, int Unchanged, int Removed);

/// <summary>Hands the files of a finished site to an output.</summary>
internal static class SiteWriter
{
    /// <summary>Adds every file.</summary>
    /// <returns>Null, or why the disk did not take one. The first is enough: a disk that is full says the same of all the
    /// others.</returns>
    public static Diagnostic? Add(RenderedSite site, StagedOutput output, CancellationToken stop)
    {
        Diagnostic? failure = null;
        Parallel.For(0, site.Files.Length, new ParallelOptions { CancellationToken = stop }, (i, state) =>
        {
            if (output.Add(site.Files[i].Path, site.Files[i].Bytes.Span) is not { } refusal) return;
            Interlocked.CompareExchange(ref failure, refusal, null);
            state.Stop();
        });
        return failure;
    }
}
