using Explainers.Parsing.Articles;
using Explainers.Parsing.Text;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Photographs;

/// <summary>The keys of the file beside a photograph that says whose it is.</summary>
internal static class CreditKeys
{
    /// <summary>The whole file.</summary>
    public static readonly KeyTable Photograph = new("a photograph",
        new("credit", Shape.Text, "who took it, as readers are told", Presence.Required),
        new("licence", Shape.Text, "on what terms it is used"),
        new("source", Shape.Url, "where it was published"),
        new("date", Shape.Date, "when it was taken"),
        new("caption", Shape.Text, "what readers are told below it; may refer to facts"));
}

/// <summary>Whose a photograph is, as written in the file beside it: <c>images/summit.jpg.yaml</c> for <c>images/summit.jpg</c>.</summary>
/// <param name="File">The file.</param>
/// <param name="Credit">Who took it.</param>
/// <param name="Licence">On what terms it is used, or null.</param>
/// <param name="Source">Where it was published, or null.</param>
/// <param name="Date">When it was taken, or null.</param>
/// <param name="Caption">What readers are told below it, or null.</param>
internal sealed record CreditSyntax(
    SourceFile File,
    string Credit,
    string? Licence,
    string? Source,
    PartialDate? Date,
    ProseSyntax? Caption)
{
    /// <summary>The extension of such files, which stands behind that of the photograph.</summary>
    public const string Extension = ".yaml";

    /// <summary>The path of the photograph.</summary>
    public string Image => File.Path[..^Extension.Length];
}
