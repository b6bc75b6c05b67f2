using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>Fingerprints of what an article is by itself and by the facts that it was bound to; whoever needs them works them out.</summary>
/// <param name="Whole">Everything but the texts of facts.</param>
/// <param name="States">Which facts it states.</param>
/// <param name="Company">What it is listed and related by: topics, sheets and people.</param>
/// <param name="KeyFacts">Which facts stand in the box at its top.</param>
internal sealed record ArticleFingerprints(Fingerprint Whole, Fingerprint States, Fingerprint Company, Fingerprint KeyFacts);

/// <summary>Fingerprints of what a sheet is by itself; whoever needs them works them out.</summary>
/// <param name="All">Everything in it.</param>
/// <param name="Names">What it and its facts are called, and what they mention.</param>
/// <param name="Sources">Which facts rest on which sources.</param>
internal sealed record SheetMarks(Fingerprint All, Fingerprint Names, Fingerprint Sources);
