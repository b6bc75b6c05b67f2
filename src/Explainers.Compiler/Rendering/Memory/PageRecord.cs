using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>A rendered page with what it was made from.</summary>
/// <param name="File">The page.</param>
/// <param name="Findings">What was found while it was rendered.</param>
/// <param name="Head">The fingerprint of what it needed not ask for.</param>
/// <param name="Questions">The numbers of what it asked.</param>
/// <param name="Answers">The fingerprints of the answers, in the same order.</param>
internal sealed record PageRecord(OutputFile File, ImmutableArray<Diagnostic> Findings, Fingerprint Head, ImmutableArray<int> Questions, ImmutableArray<Fingerprint> Answers);
