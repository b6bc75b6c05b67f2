using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Text;

namespace Explainers.Binding;

/// <summary>Somebody who writes articles, or has another part in them.</summary>
/// <param name="Id">The id that articles name.</param>
/// <param name="Name">The name for readers.</param>
/// <param name="Role">The role, or null.</param>
/// <param name="Bio">Who this is, or null.</param>
/// <param name="Photograph">The path of a photograph with a credit, or null.</param>
/// <param name="Links">The same person elsewhere.</param>
/// <param name="Languages">Codes of languages.</param>
/// <param name="Expertise">What this person knows about.</param>
/// <param name="Email">A mailbox, or null.</param>
internal sealed record Author(
    string Id,
    string Name,
    string? Role,
    string? Bio,
    string? Photograph,
    EquatableArray<AuthorLink> Links,
    EquatableArray<string> Languages,
    EquatableArray<string> Expertise,
    string? Email)
{
    /// <summary>The page of this person.</summary>
    public string Url => Routes.Author(Id);
}

/// <summary>An address elsewhere, with what readers see of it.</summary>
internal sealed record AuthorLink(string Label, string Url);

/// <summary>A part in an article.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Author">The id of who did it.</param>
/// <param name="Date">The day on which it was done, or null.</param>
internal sealed record Contribution(ContributionKind Kind, string Author, PartialDate? Date);
