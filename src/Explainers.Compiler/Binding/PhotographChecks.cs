using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing.Pictures;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>Finds images that may not be published, credits of images that are not there, and photographs that no article shows.</summary>
internal static class PhotographChecks
{
    /// <summary>Checks the images of a site.</summary>
    public static IEnumerable<Diagnostic> Check(BindingQueries site, Reads reads)
    {
        var lists = site.Syntax.Lists.Get(reads, default);
        PictureSyntax[] faulty = [.. lists.Images.Select(path => site.Syntax.Picture.Get(reads, path).Value)
            .Where(picture => picture.Fault is not null)];
        if (faulty.Length == 0 && lists.Credits.IsEmpty) return [];
        var shown = site.Articles.All.Get(reads, default)
            .SelectMany(article => site.Articles.Images.Get(reads, article))
            .Concat(site.Authors.Portraits(reads))
            .ToArray();
        return [.. Faults(faulty, shown), .. Unused(site, reads, shown)];
    }

    /// <summary>Files of <c>images/</c> that may not be published, at the first place that shows them.</summary>
    private static IEnumerable<Diagnostic> Faults(PictureSyntax[] faulty, ShownImage[] shown)
    {
        var places = new Dictionary<string, FileSpan>(StringComparer.Ordinal);
        foreach (var image in shown)
            if (image.Path is { } path) places.TryAdd(path, image.Span);
        foreach (var picture in faulty) yield return picture.Fault!(places.GetValueOrDefault(picture.File.Path, FileSpan.None));
    }

    /// <summary>Credits of images that are not there, and photographs that no article shows, published or not.</summary>
    private static IEnumerable<Diagnostic> Unused(BindingQueries site, Reads reads, ShownImage[] shown)
    {
        var lists = site.Syntax.Lists.Get(reads, default);
        var images = lists.Images.ToHashSet(StringComparer.Ordinal);
        var photographs = shown.Where(image => image.IsPhotograph).Select(image => image.Path).ToHashSet(StringComparer.Ordinal);
        var waiting = site.Publication.Published.Get(reads, default).Waiting.Images.ToHashSet(StringComparer.Ordinal);
        NearestIndex? near = null;
        foreach (var credit in lists.Credits.Select(path => site.Syntax.Credit.Get(reads, path)!.Value))
        {
            var start = FileSpan.StartOf(credit.File);
            if (!images.Contains(credit.Image))
                yield return Catalog.UnknownImage(start, credit.Image, (near ??= new NearestIndex(images)).To(credit.Image));
            else if (!photographs.Contains(credit.Image) && !waiting.Contains(credit.Image))
                yield return Catalog.UnusedPhotograph(start, credit.Image);
        }
    }
}
