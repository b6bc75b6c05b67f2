using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Photographs;
using Explainers.Parsing.Pictures;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>A photograph with what is said of it.</summary>
/// <param name="Image">Its file.</param>
/// <param name="Credit">Whose it is.</param>
/// <param name="Caption">What readers are told below it, with references; empty for nothing.</param>
internal sealed record Photograph(SourceFile Image, CreditSyntax Credit, ImmutableArray<BodyPart> Caption);

/// <summary>An image whose address is known.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Photograph">What is said of it, or null for a drawing, or an image of another site.</param>
/// <param name="Alt">What it shows, in words, or null where the writer says nothing.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Placement">Where it stands.</param>
/// <param name="Span">The image in its file.</param>
internal sealed record BoundImagePart(
    string Url,
    Photograph? Photograph,
    ImmutableArray<BodyPart>? Alt,
    ImmutableArray<BodyPart>? Title,
    ImagePlacement Placement,
    FileSpan Span) : BodyPart
{
    /// <summary>The path of its file below the input folder, where it lies there.</summary>
    public string? Path { get; init; }

    /// <summary>The texts that it brings along.</summary>
    public IEnumerable<BodyPart> Texts => (Alt ?? []).Concat(Title ?? []).Concat(Photograph?.Caption ?? []);
}

/// <summary>Binds images to their files and credits.</summary>
internal static class PhotographBinder
{
    /// <summary>
    /// Binds an image of an article; a photograph without a credit is reported, and one among words, where its credit would have no place.
    /// </summary>
    public static BoundImagePart Bind(ImagePart image, ArticleSyntax article, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        var url = LinkBinder.Url(new LinkPart(image.Target, image.Span), article, scope, findings) ?? Routes.Home;
        var path = LinkBinder.PathOf(image.Target, article);
        ImmutableArray<BodyPart>? alt = image.Alt is { } words ? ArticleBinder.Parts(words, article, scope, findings) : null;
        ImmutableArray<BodyPart>? title = image.Title is { } said ? ArticleBinder.Parts(said, article, scope, findings) : null;
        var bound = new BoundImagePart(url, null, alt, title, image.Placement, image.Span) { Path = path };
        if (!PictureParser.IsPhotograph(path) || scope.Image(path) is not { } file) return bound;
        if (image.Placement == ImagePlacement.InText) findings.Add(Catalog.MisplacedImage(image.Span, path));
        if (scope.Credit(path) is not { } credit)
        {
            findings.Add(Catalog.MissingCredit(image.Span, path));
            return bound;
        }
        return bound with
        {
            Photograph = new Photograph(file, credit, credit.Caption is { } caption ? ArticleBinder.Text(caption, scope, findings) : []),
        };
    }
}
