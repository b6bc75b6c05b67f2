using Explainers.Incremental;

namespace Explainers.Diagnostics;

/// <summary>What a stage gives: its value, and what it found on the way.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">The value, complete even where the input was bad.</param>
/// <param name="Findings">Errors and warnings, in no particular order.</param>
internal sealed record Diagnosed<T>(T Value, EquatableArray<Diagnostic> Findings);
