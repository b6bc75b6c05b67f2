using System.Collections.Immutable;
using Explainers.Sources;

namespace Explainers.Rendering.Templating;

/// <summary>Finished HTML: the one type that templates print as it is; everything else they print is escaped.</summary>
/// <param name="Text">The markup.</param>
/// <param name="Origins">Which source made which part, in order of offset.</param>
internal sealed record Html(string Text, ImmutableArray<Origin> Origins)
{
    /// <summary>Markup that the theme or the compiler made.</summary>
    public static Html Of(string text) => new(text, []);

    /// <inheritdoc />
    public override string ToString() => Text;
}

/// <summary>Says that what follows an offset was made by a place of a source file, until the next origin.</summary>
/// <param name="Offset">UTF-16 units from the start of the page.</param>
/// <param name="Span">The place, or none where the theme takes over again.</param>
public readonly record struct Origin(int Offset, FileSpan Span);
