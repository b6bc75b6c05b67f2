using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Sources;
using SkiaSharp;

namespace Explainers.Rendering.Images;

/// <summary>A smaller picture of a photograph.</summary>
internal sealed record PhotographSize(int Width, int Height, string Url, string Key);

/// <summary>A photograph with the sizes that it is published in.</summary>
/// <param name="Image">The photograph.</param>
/// <param name="Span">The first place that shows it.</param>
/// <param name="Size">What it is, or null where it can not be read.</param>
/// <param name="Sizes">Smaller pictures, the smallest first; none for a moving one.</param>
internal sealed record PhotographFiles(SourceFile Image, FileSpan Span, PictureSize? Size, ImmutableArray<PhotographSize> Sizes);

/// <summary>The photographs that articles show, in sizes for narrow and wide screens.</summary>
internal sealed class Photographs
{
    private const string Recipe = "photograph 1";
    private const int MostPixels = 100_000_000;
    private const int Quality = 78;
    private const int QualityOfDrawings = 92;
    private static readonly ImmutableArray<int> Widths = [480, 960, 1600];
    private readonly FrozenDictionary<string, PhotographFiles> _files;

    /// <summary>Reads the heads of all photographs that a site shows.</summary>
    public Photographs(BoundSite site)
    {
        BoundImagePart[] shown = site.Images.IsEmpty ? [] : [.. site.All
            .SelectMany(article => article.Images)
            .Where(part => part.Photograph is not null)
            .DistinctBy(part => part.Photograph!.Image.Path, StringComparer.Ordinal)];
        var files = new PhotographFiles[shown.Length];
        Parallel.For(0, shown.Length, i => files[i] = Read(shown[i].Photograph!.Image, shown[i].Span));
        _files = files.ToFrozenDictionary(file => file.Image.Path, StringComparer.Ordinal);
    }

    /// <summary>The sizes of a photograph that an article shows.</summary>
    public PhotographFiles this[Photograph photograph] => _files[photograph.Image.Path];

    /// <summary>Whether the site shows none.</summary>
    public bool IsEmpty => _files.Count == 0;

    /// <summary>Makes the pictures that the cache does not have; a photograph that is damaged, or not what its name says, is reported.</summary>
    public Diagnosed<ImmutableArray<OutputFile>> Make(IPictureCache cache)
    {
        PhotographFiles[] files = [.. _files.Values.OrderBy(file => file.Image.Path, StringComparer.Ordinal)];
        var made = new Diagnosed<ImmutableArray<OutputFile>>[files.Length];
        Parallel.For(0, files.Length, i => made[i] = Make(files[i], cache));
        return new Diagnosed<ImmutableArray<OutputFile>>([.. made.SelectMany(one => one.Value)], [.. made.SelectMany(one => one.Findings)]);
    }

    private static Diagnosed<ImmutableArray<OutputFile>> Make(PhotographFiles photograph, IPictureCache cache)
    {
        if (Fault(photograph) is { } fault) return new Diagnosed<ImmutableArray<OutputFile>>([], [fault]);
        var files = ImmutableArray.CreateBuilder<OutputFile>();
        using var scaler = new PhotographScaler(photograph.Image.Bytes, Widths[^1]);
        foreach (var size in photograph.Sizes)
        {
            var picture = cache.Get(size.Key, () => scaler.WebP(size.Width, size.Height, QualityOf(photograph.Size!)));
            if (picture.IsEmpty) return new Diagnosed<ImmutableArray<OutputFile>>([], [Catalog.UnreadableImage(photograph.Span, photograph.Image.Path, "is damaged or not whole")]);
            files.Add(new OutputFile(Routes.File(size.Url), picture));
        }
        return new Diagnosed<ImmutableArray<OutputFile>>(files.ToImmutable(), []);
    }

    private static Diagnostic? Fault(PhotographFiles photograph)
    {
        var (image, span, size, _) = photograph;
        if (image.Bytes.IsEmpty) return Catalog.UnreadableImage(span, image.Path, "is an empty file");
        if (size is null) return Catalog.UnreadableImage(span, image.Path, "is no JPEG, PNG, WebP or GIF file that can be read");
        if (IsHuge(size)) return Catalog.UnreadableImage(span, image.Path, string.Create(CultureInfo.InvariantCulture, $"has {size.Width} × {size.Height} pixels, more than the {MostPixels / 1_000_000} million that are read"));
        var extensions = Extensions(size.Format);
        if (extensions.IsEmpty) return Catalog.UnreadableImage(span, image.Path, $"is a {Named(size.Format)} file; JPEG, PNG, WebP and GIF are read");
        if (extensions.Contains(Path.GetExtension(image.Path).ToLowerInvariant())) return null;
        return Catalog.MisnamedImage(span, image.Path, Named(size.Format), image.Stem + extensions[0]);
    }

    private static string Named(SKEncodedImageFormat format) => format == SKEncodedImageFormat.Webp ? "WebP" : format.ToString().ToUpperInvariant();

    private static ImmutableArray<string> Extensions(SKEncodedImageFormat format) => format switch
    {
        SKEncodedImageFormat.Jpeg => [".jpg", ".jpeg"],
        SKEncodedImageFormat.Png => [".png"],
        SKEncodedImageFormat.Webp => [".webp"],
        SKEncodedImageFormat.Gif => [".gif"],
        _ => [],
    };

    private static PhotographFiles Read(SourceFile image, FileSpan span)
    {
        var size = PictureSize.Read(image.Bytes);
        if (size is null || size.IsMoving || IsHuge(size)) return new PhotographFiles(image, span, size, []);
        var key = new PictureKey(Recipe).Add(image.Bytes.Span).ToString();
        return new PhotographFiles(image, span, size, [.. WidthsOf(size.Width).Select(width => Sized(image, size, width, key))]);
    }

    /// <summary>Screens' widths below the photograph's own, and its own where that is no screen's.</summary>
    private static IEnumerable<int> WidthsOf(int own) => Widths.Where(width => width < own * 0.9).Append(Math.Min(own, Widths[^1])).Distinct();

    private static PhotographSize Sized(SourceFile image, PictureSize size, int width, string photograph)
    {
        var height = Math.Max(1, (int)Math.Round((double)size.Height * width / size.Width));
        var key = new PictureKey(Recipe).Add(photograph).Add(string.Create(CultureInfo.InvariantCulture, $"{width} {height} {QualityOf(size)}")).ToString();
        return new PhotographSize(width, height, Routes.Photograph(image.Path, width, PictureKey.Short(key)), key);
    }

    /// <summary>Pictures without loss are more often drawings and screens, in which loss is seen sooner.</summary>
    private static int QualityOf(PictureSize size) => size.Format is SKEncodedImageFormat.Png or SKEncodedImageFormat.Gif ? QualityOfDrawings : Quality;

    private static bool IsHuge(PictureSize size) => (long)size.Width * size.Height > MostPixels;
}
