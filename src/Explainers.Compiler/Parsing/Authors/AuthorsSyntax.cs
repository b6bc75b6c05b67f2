using System.Collections.Immutable;
using Explainers.Parsing.Yaml;

namespace Explainers.Parsing.Authors;

/// <summary>The keys of authors.yaml, the file that says who writes the articles.</summary>
internal static class AuthorKeys
{
    /// <summary>An author.</summary>
    public static readonly KeyTable Author = new("an author",
        new("name", Shape.Text, "the name, as readers see it", Presence.Required),
        new("role", Shape.Text, "the role, such as Science editor"),
        new("bio", Shape.Text, "who this is, in a few sentences"),
        new("photograph", Shape.Name, "a photograph with a credit, such as images/lindholt.jpg"),
        new(
            "links",
            Shape.ListOrMap("an address or a list of addresses", Shape.Url, Shape.Url),
            "the same person elsewhere; a name before an address is what readers see"),
        new("languages", Shape.List("a code or a list of codes", Shape.Language), "the languages that this person works in, such as en"),
        new("expertise", Shape.List("a text or a list of texts", Shape.Text), "what this person knows about"),
        new("email", Shape.Mailbox, "where readers can write to"));

    /// <summary>The whole file.</summary>
    public static readonly KeyTable File = new("authors.yaml") { Others = Shape.Record(Author) };
}

/// <summary>Who writes the articles, as written.</summary>
/// <param name="Authors">The authors in written order.</param>
/// <param name="IsPartial">Whether the file could be read only in part, so that nothing can be said of who is not there.</param>
internal sealed record AuthorsSyntax(ImmutableArray<AuthorSyntax> Authors, bool IsPartial);

/// <summary>An author as written.</summary>
/// <param name="Id">The id that articles name.</param>
/// <param name="Name">The name for readers.</param>
/// <param name="Role">The role, or null.</param>
/// <param name="Bio">Who this is, or null.</param>
/// <param name="Photograph">The path of a photograph below the input folder, or null.</param>
/// <param name="Links">Addresses elsewhere, with what readers see of them.</param>
/// <param name="Languages">Codes of languages.</param>
/// <param name="Expertise">What this person knows about.</param>
/// <param name="Email">A mailbox, or null.</param>
internal sealed record AuthorSyntax(
    ScalarSyntax Id,
    string Name,
    string? Role,
    string? Bio,
    ScalarSyntax? Photograph,
    ImmutableArray<(string Label, string Url)> Links,
    ImmutableArray<string> Languages,
    ImmutableArray<string> Expertise,
    string? Email);
