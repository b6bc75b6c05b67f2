using Explainers.Sources;

namespace Explainers.Rendering;

/// <summary>Says that what follows an offset was made by a place of a source file, until the next origin.</summary>
/// <param name="Offset">UTF-16 units from the start of the page.</param>
/// <param name="Span">The place, or none where the theme takes over again.</param>
internal readonly record struct Origin(int Offset, FileSpan Span);
