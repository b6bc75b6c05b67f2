using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Parsing.Pictures;
using Explainers.Rendering;
using Explainers.Rendering.Images;
using Explainers.Scopes;
using Explainers.Sources;

namespace Explainers.Outputs.Images;

/// <summary>Makes the sizes of photographs.</summary>
internal static class PhotographScaling
{
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
        using var scaler = imaging.Photograph(content.Bytes, Photographs.Widest);
        foreach (var size in photograph.Sizes)
        {
            var picture = cache.Get(size.Key, () => scaler.WebP(size.Width, size.Height, Photographs.QualityOf(content)));
            if (picture.IsEmpty)
                return new Diagnosed<ImmutableArray<OutputFile>>([], [Damaged(photograph, at)]);
            files.Add(new OutputFile(Routes.File(size.Url), picture));
        }
        return new Diagnosed<ImmutableArray<OutputFile>>(files.ToImmutable(), []);
    }

    private static Diagnostic Damaged(PhotographFiles photograph, FileSpan at) =>
        Catalog.UnreadableImage(at, PictureParser.Photograph, photograph.Path, PictureReading.Damaged.Why!);
}
