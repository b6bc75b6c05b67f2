using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>Fingerprints of what an article is by itself and by the facts that it was bound to; whoever needs them works them out.</summary>
/// <param name="Whole">Everything but the texts of facts.</param>
/// <param name="States">Which facts it states.</param>
/// <param name="Company">What it is related by: topics, sheets and people.</param>
internal sealed record ArticleFingerprints(Fingerprint Whole, Fingerprint States, Fingerprint Company);
