using Explainers.Binding;

namespace Explainers.Rendering.Search;

/// <summary>What a result of a search is; entries are numbered in this order.</summary>
internal enum SearchKind
{
    /// <summary>An explainer.</summary>
    Article,

    /// <summary>A page about the site.</summary>
    Page,

    /// <summary>A fact sheet.</summary>
    Sheet,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A term.</summary>
    Term,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>Any other fact.</summary>
    Fact,
}

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
