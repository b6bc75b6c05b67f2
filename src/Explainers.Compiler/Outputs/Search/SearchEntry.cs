using Explainers.Binding;
using Explainers.Scopes;

namespace Explainers.Outputs.Search;

/// <summary>Something that a search can find.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Url">Its address, as pages link to it.</param>
/// <param name="Title">Its name, which counts most.</param>
/// <param name="Context">What stands before the title in a result, the sheet of a fact, or null.</param>
/// <param name="Text">What a result says below its title.</param>
internal sealed record SearchEntry(SearchKind Kind, string Url, string Title, string? Context, string Text)
{
    /// <summary>The article or page whose body is searched too, or null.</summary>
    public ArticleId? Article { get; init; }
}
