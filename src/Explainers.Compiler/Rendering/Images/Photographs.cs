using System.Collections.Immutable;
using System.Globalization;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing.Pictures;
using Explainers.Sources;

namespace Explainers.Rendering.Images;

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
    private const string Recipe = "photograph 1";
    private const int Quality = 78;
    private const int QualityOfDrawings = 92;
    private static readonly ImmutableArray<int> Widths = [480, 960, 1600];

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

    /// <summary>Makes the pictures of a photograph that the cache does not have; one whose pixels cannot be read is reported.</summary>
    /// <param name="photograph">The photograph.</param>
    /// <param name="at">The first place that shows it.</param>
    /// <param name="imaging">Scales it.</param>
    /// <param name="cache">Keeps pictures.</param>
    public static Diagnosed<ImmutableArray<OutputFile>> Make(
        PhotographFiles photograph,
        FileSpan at,
        IImaging? imaging,
        IPictureCache cache)
    {
        if (imaging is null || photograph.Content is not { } content) return new Diagnosed<ImmutableArray<OutputFile>>([], []);
        var files = ImmutableArray.CreateBuilder<OutputFile>();
        using var scaler = imaging.Photograph(content.Bytes, Widths[^1]);
        foreach (var size in photograph.Sizes)
        {
            var picture = cache.Get(size.Key, () => scaler.WebP(size.Width, size.Height, QualityOf(content)));
            if (picture.IsEmpty)
                return new Diagnosed<ImmutableArray<OutputFile>>([], [Damaged(photograph, at)]);
            files.Add(new OutputFile(Routes.File(size.Url), picture));
        }
        return new Diagnosed<ImmutableArray<OutputFile>>(files.ToImmutable(), []);
    }

    private static Diagnostic Damaged(PhotographFiles photograph, FileSpan at) =>
        Catalog.UnreadableImage(at, PictureParser.Photograph, photograph.Path, PictureReading.Damaged.Why!);

    /// <summary>Screens' widths below the photograph's own, and its own where that is no screen's.</summary>
    private static IEnumerable<int> WidthsOf(int own) =>
        Widths.Where(width => width < own * 0.9).Append(Math.Min(own, Widths[^1])).Distinct();

    private static PhotographSize Sized(string path, PictureContent content, int width, string photograph, IImaging imaging)
    {
        var height = Math.Max(1, (int)Math.Round((double)content.Height * width / content.Width));
        var key = new PictureKey(Recipe, imaging).Add(photograph).Add(string.Create(CultureInfo.InvariantCulture,
            $"{width} {height} {QualityOf(content)}")).ToString();
        return new PhotographSize(width, height, Routes.Photograph(path, width, PictureKey.Short(key)), key);
    }

    /// <summary>Pictures without loss are more often drawings and screens, in which loss is seen sooner.</summary>
    private static int QualityOf(PictureContent content) =>
        content.Format is PictureFormat.Png or PictureFormat.Gif ? QualityOfDrawings : Quality;
}
