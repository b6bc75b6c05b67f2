using System.Collections.Immutable;
using System.Globalization;
using Explainers.Binding;
using Explainers.Incremental;
using Explainers.Parsing.Pictures;
using Explainers.Rendering.Images;
using Explainers.Sources;

namespace Explainers.Scopes;

/// <summary>A smaller picture of a photograph.</summary>
internal sealed record PhotographSize(int Width, int Height, string Url, string Key);

/// <summary>A photograph with the sizes that it is published in.</summary>
/// <param name="Path">The path of the photograph.</param>
/// <param name="Content">What is published of it, or null where it may not be.</param>
/// <param name="Sizes">Smaller pictures, the smallest first; none for a moving one.</param>
internal sealed record PhotographFiles(string Path, PictureContent? Content, EquatableArray<PhotographSize> Sizes);

/// <summary>Photographs in sizes for narrow and wide screens.</summary>
internal static class Photographs
{
    /// <summary>The width of the largest size.</summary>
    public const int Widest = 1600;

    private const string Recipe = "photograph 1";
    private const int Quality = 78;
    private const int QualityOfDrawings = 92;
    private static readonly ImmutableArray<int> Widths = [480, 960, Widest];

    /// <summary>The sizes of a photograph; none where nothing scales it.</summary>
    public static PhotographFiles Of(SourceFile image, PictureContent? content, IImaging? imaging)
    {
        if (imaging is null || content is null || content.IsMoving) return new PhotographFiles(image.Path, content, []);
        var key = new PictureKey(Recipe, imaging).Add(image.Bytes.Span).ToString();
        return new PhotographFiles(
            image.Path,
            content,
            WidthsOf(content.Width).Select(width => Sized(image.Path, content, width, key, imaging)).ToEquatable());
    }

    /// <summary>Screens' widths below the photograph's own, and its own where that is no screen's.</summary>
    private static IEnumerable<int> WidthsOf(int own) =>
        Widths.Where(width => width < own * 0.9).Append(Math.Min(own, Widest)).Distinct();

    private static PhotographSize Sized(string path, PictureContent content, int width, string photograph, IImaging imaging)
    {
        var height = Math.Max(1, (int)Math.Round((double)content.Height * width / content.Width));
        var key = new PictureKey(Recipe, imaging).Add(photograph).Add(string.Create(CultureInfo.InvariantCulture,
            $"{width} {height} {QualityOf(content)}")).ToString();
        return new PhotographSize(width, height, Routes.Photograph(path, width, PictureKey.Short(key)), key);
    }

    /// <summary>Pictures without loss are more often drawings and screens, in which loss is seen sooner.</summary>
    public static int QualityOf(PictureContent content) =>
        content.Format is PictureFormat.Png or PictureFormat.Gif ? QualityOfDrawings : Quality;
}
