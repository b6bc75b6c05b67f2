using System.Collections.Immutable;
using Explainers.Rendering;

namespace Explainers.Cli.Preview;

/// <summary>A page that was compiled before the rest of the site.</summary>
/// <param name="Page">The page.</param>
/// <param name="Time">How long it took since the files changed.</param>
internal sealed record FreshPage(OutputFile Page, TimeSpan Time);

/// <summary>What the preview shows at one time.</summary>
/// <param name="Snapshot">The last site that was compiled as a whole.</param>
/// <param name="IsCurrent">Whether it is made from the files of now.</param>
/// <param name="Fresh">Pages that are, by address, while the snapshot is not.</param>
internal sealed record PreviewState(SiteSnapshot Snapshot, bool IsCurrent, ImmutableDictionary<string, FreshPage> Fresh);
