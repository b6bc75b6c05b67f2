using System.Collections.Immutable;

namespace Explainers.Rendering.Proofreading;

/// <summary>What a proofreader notes of a page while reading it.</summary>
/// <param name="Page">The page's file.</param>
/// <param name="Ids">The ids of its elements.</param>
/// <param name="Links">Its links, images and other addresses, with their places.</param>
/// <param name="RepeatedIds">Ids that a second element bears, at that element.</param>
/// <param name="BareImages">Images without a text alternative.</param>
internal sealed record PageOutline(
    OutputFile Page,
    HashSet<string> Ids,
    ImmutableArray<Mention> Links,
    ImmutableArray<Mention> RepeatedIds,
    ImmutableArray<Mention> BareImages);

/// <summary>A text in a page, and the offset of the element that has it.</summary>
internal readonly record struct Mention(string Text, int Offset);
