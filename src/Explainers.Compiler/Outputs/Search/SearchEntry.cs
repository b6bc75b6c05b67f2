using Explainers.Incremental;
using Explainers.Scopes;

namespace Explainers.Outputs.Search;

/// <summary>Something that a search can find, with the words that it is found by.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Url">Its address, as pages link to it.</param>
/// <param name="Title">Its name, which counts most.</param>
/// <param name="Context">What stands before the title in a result, the sheet of a fact, or null.</param>
/// <param name="Text">What a result says below its title.</param>
internal sealed record SearchEntry(SearchKind Kind, string Url, string Title, string? Context, string Text)
{
    /// <summary>Its words, as <see cref="EntryWords"/> writes them.</summary>
    public EquatableArray<byte> Words { get; init; }
}
