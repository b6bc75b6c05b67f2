using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Parsing.Pictures;
using Explainers.Sources;

namespace Explainers.Rendering.Images;

/// <summary>A smaller picture of a photograph.</summary>
internal sealed record PhotographSize(int Width, int Height, string Url, string Key);

/// <summary>A photograph with the sizes that it is published in.</summary>
/// <param name="Image">The photograph.</param>
/// <param name="Span">The first place that shows it.</param>
/// <param name="Content">What is published of it, or null where it may not be.</param>
/// <param name="Sizes">Smaller pictures, the smallest first; none for a moving one.</param>
internal sealed record PhotographFiles(SourceFile Image, FileSpan Span, PictureContent? Content, ImmutableArray<PhotographSize> Sizes);

/// <summary>The photographs that articles show, in sizes for narrow and wide screens.</summary>
internal sealed class Photographs
{
    private const string Recipe = "photograph 1";
    private const int Quality = 78;
    private const int QualityOfDrawings = 92;
    private static readonly ImmutableArray<int> Widths = [480, 960, 1600];
    private readonly FrozenDictionary<string, PhotographFiles> _files;
    private readonly IImaging? _imaging;

    /// <summary>Finds the sizes of all photographs that a site shows; none where nothing scales them.</summary>
    public Photographs(BoundSite site, IImaging? imaging)
    {
        _imaging = imaging;
        BoundImagePart[] shown = site.Images.IsEmpty ? [] : [.. site.All
            .SelectMany(article => article.Images)
            .Where(part => part.Photograph is not null)
            .DistinctBy(part => part.Photograph!.Image.Path, StringComparer.Ordinal)];
        var files = new PhotographFiles[shown.Length];
        Parallel.For(0, shown.Length, i => files[i] = Read(shown[i].Photograph!.Image, shown[i].Span,
            site.Pictures.GetValueOrDefault(shown[i].Photograph!.Image.Path)));
        _files = files.ToFrozenDictionary(file => file.Image.Path, StringComparer.Ordinal);
    }

    /// <summary>The sizes of a photograph that an article shows.</summary>
    public PhotographFiles this[Photograph photograph] => _files[photograph.Image.Path];

    /// <summary>What scales them, or null where nothing does.</summary>
    public string? MadeBy => _imaging?.Version;

    /// <summary>Whether the site shows none.</summary>
    public bool IsEmpty => _files.Count == 0;

    /// <summary>Makes the pictures that the cache does not have; a photograph whose pixels cannot be read is reported.</summary>
    public Diagnosed<ImmutableArray<OutputFile>> Make(IPictureCache cache)
    {
        PhotographFiles[] files = [.. _files.Values.OrderBy(file => file.Image.Path, StringComparer.Ordinal)];
        var made = new Diagnosed<ImmutableArray<OutputFile>>[files.Length];
        Parallel.For(0, files.Length, i => made[i] = Make(files[i], cache));
        return new Diagnosed<ImmutableArray<OutputFile>>([.. made.SelectMany(one => one.Value)], [.. made.SelectMany(one => one.Findings)]);
    }

    private Diagnosed<ImmutableArray<OutputFile>> Make(PhotographFiles photograph, IPictureCache cache)
    {
        if (_imaging is null || photograph.Content is not { } content) return new Diagnosed<ImmutableArray<OutputFile>>([], []);
        var files = ImmutableArray.CreateBuilder<OutputFile>();
        using var scaler = _imaging.Photograph(content.Bytes, Widths[^1]);
        foreach (var size in photograph.Sizes)
        {
            var picture = cache.Get(size.Key, () => scaler.WebP(size.Width, size.Height, QualityOf(content)));
            if (picture.IsEmpty)
                return new Diagnosed<ImmutableArray<OutputFile>>([], [Damaged(photograph)]);
            files.Add(new OutputFile(Routes.File(size.Url), picture));
        }
        return new Diagnosed<ImmutableArray<OutputFile>>(files.ToImmutable(), []);
    }

    private static Diagnostic Damaged(PhotographFiles photograph) =>
        Catalog.UnreadableImage(photograph.Span, PictureParser.Photograph, photograph.Image.Path, PictureReading.Damaged.Why!);

    private PhotographFiles Read(SourceFile image, FileSpan span, PictureContent? content)
    {
        if (_imaging is null || content is null || content.IsMoving) return new PhotographFiles(image, span, content, []);
        var key = new PictureKey(Recipe, _imaging).Add(image.Bytes.Span).ToString();
        return new PhotographFiles(
            image, span, content, [.. WidthsOf(content.Width).Select(width => Sized(image, content, width, key, _imaging))]);
    }

    /// <summary>Screens' widths below the photograph's own, and its own where that is no screen's.</summary>
    private static IEnumerable<int> WidthsOf(int own) => Widths.Where(width => width < own * 0.9).Append(Math.Min(own, Widths[^1])).Distinct();

    private static PhotographSize Sized(SourceFile image, PictureContent content, int width, string photograph, IImaging imaging)
    {
        var height = Math.Max(1, (int)Math.Round((double)content.Height * width / content.Width));
        var key = new PictureKey(Recipe, imaging).Add(photograph).Add(string.Create(CultureInfo.InvariantCulture,
            $"{width} {height} {QualityOf(content)}")).ToString();
        return new PhotographSize(width, height, Routes.Photograph(image.Path, width, PictureKey.Short(key)), key);
    }

    /// <summary>Pictures without loss are more often drawings and screens, in which loss is seen sooner.</summary>
    private static int QualityOf(PictureContent content) =>
        content.Format is PictureFormat.Png or PictureFormat.Gif ? QualityOfDrawings : Quality;
}
