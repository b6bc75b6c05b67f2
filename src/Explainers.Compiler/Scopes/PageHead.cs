using Explainers.Binding;
using Explainers.Facts;
using Explainers.Incremental;

namespace Explainers.Scopes;

/// <summary>What a page is to the outside: the head of its HTML.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Layout">The layout that draws it: <c>article</c>.</param>
/// <param name="Language">Its language.</param>
/// <param name="Title">Its title, or null on the home page, which bears the site's.</param>
/// <param name="Description">What it says, in a sentence.</param>
/// <param name="Published">Its first publication, where it has one.</param>
/// <param name="Changed">Its last change, where that is known.</param>
internal sealed record PageHead(
    string Url,
    string Layout,
    string Language,
    string? Title,
    string Description,
    PublicationDate? Published = null,
    PublicationDate? Changed = null)
{
    /// <summary>The facts that its title and description state.</summary>
    public EquatableArray<FactId> States { get; init; }

    /// <summary>The people that its title and description name.</summary>
    public EquatableArray<FactId> Names { get; init; }

    /// <summary>Which part of a list it shows, or null where it shows none that can be long.</summary>
    public Pager? Pager { get; init; }
}
