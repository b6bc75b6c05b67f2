using System.Collections.Frozen;
using System.Globalization;
using Explainers.Diagnostics;
using Explainers.Parsing.Naming;
using Explainers.Sources;

namespace Explainers.Parsing.Pictures;

/// <summary>
/// Reads a file of <c>images/</c>. Only pictures are published, and of a picture only the parts that a reader of its format knows and
/// keeps; any other file
/// has a fault.
/// </summary>
internal static class PictureParser
{
    /// <summary>What messages call a picture that is made of pixels.</summary>
    public const string Photograph = "photograph";

    /// <summary>What messages call a picture that is made of lines.</summary>
    public const string Drawing = "drawing";

    private const long MostPixels = 100_000_000;
    private const int MostFrames = 1_000;
    private const string Unknown = "is no JPEG, PNG, WebP or GIF file that can be read";

    private static readonly FrozenDictionary<string, PictureFormat> Extensions = new Dictionary<string, PictureFormat>
    {
        [".jpg"] = PictureFormat.Jpeg,
        [".jpeg"] = PictureFormat.Jpeg,
        [".png"] = PictureFormat.Png,
        [".webp"] = PictureFormat.WebP,
        [".gif"] = PictureFormat.Gif,
        [".svg"] = PictureFormat.Svg,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Foreign = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, ".avif", ".heic", ".heif", ".jxl", ".tif", ".tiff", ".bmp", ".ico");

    /// <summary>
    /// Whether a file is a photograph by its name; drawings need no credit and no sizes. Formats that are not published are among
    /// them, so that they are reported.
    /// </summary>
    public static bool IsPhotograph(string path) =>
        Path.GetExtension(path) is var extension && (Foreign.Contains(extension)
            || (Extensions.TryGetValue(extension, out var format) && format != PictureFormat.Svg));

    /// <summary>Reads a file.</summary>
    public static Diagnosed<PictureSyntax> Parse(SourceFile file)
    {
        var extension = Path.GetExtension(file.Path);
        if (!Names.IsShort(file.Path)) return Faulty(file, at => Catalog.InvalidName(at, file.Path, "the name of an image", null));
        var isKnown = Extensions.TryGetValue(extension, out var named);
        if (!isKnown && !Foreign.Contains(extension))
            return Faulty(file, at => Catalog.UnreadableImage(at, "file", file.Path, "is not a picture"));
        if (file.Bytes.IsEmpty) return Faulty(file, at => Catalog.UnreadableImage(at, IsPhotograph(file.Path) ? Photograph : Drawing,
            file.Path, "is an empty file"));
        if (named == PictureFormat.Svg && isKnown && Named(file.Bytes.Span) is null) return SvgReader.Read(file);
        var reading = Raster(file.Bytes);
        if (reading.Why is { } why) return Faulty(file, at => Catalog.UnreadableImage(at, Photograph, file.Path, why));
        var content = reading.Content!;
        if (isKnown && named == content.Format) return new Diagnosed<PictureSyntax>(new PictureSyntax(file, content), []);
        return Faulty(file, at => Catalog.MisnamedImage(at, file.Path, Name(content.Format), file.Stem + Extension(content.Format)));
    }

    /// <summary>Reads a picture that is made of pixels, in whichever format it is.</summary>
    public static PictureReading Raster(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var reading = JpegReader.Begins(bytes) ? JpegReader.Read(file)
            : PngReader.Begins(bytes) ? PngReader.Read(file, MostPixels)
            : GifReader.Begins(bytes) ? GifReader.Read(file)
            : WebPReader.Begins(bytes) ? WebPReader.Read(file)
            : new PictureReading(null, Named(bytes) is { } name
                ? $"is {(name[0] is 'A' or 'H' or 'I' ? "an" : "a")} {name} file; JPEG, PNG, WebP and GIF are read" : Unknown);
        return TooMuch(reading.Content) is { } why ? new PictureReading(null, why) : reading;
    }

    private static string? TooMuch(PictureContent? content) => content switch
    {
        null => null,
        _ when (long)content.Width * content.Height > MostPixels =>
            string.Create(CultureInfo.InvariantCulture,
                $"has {content.Width} × {content.Height} pixels, more than the {MostPixels / 1_000_000} million that are read"),
        { Frames: > MostFrames } =>
            string.Create(CultureInfo.InvariantCulture, $"has {content.Frames} frames, more than the {MostFrames:N0} that are read"),
        _ => null,
    };

    private static Diagnosed<PictureSyntax> Faulty(SourceFile file, Func<FileSpan, Diagnostic> fault) =>
        new(new PictureSyntax(file, null) { Fault = fault }, []);

    private static string Extension(PictureFormat format) =>
        format == PictureFormat.Jpeg ? ".jpg" : $".{format.ToString().ToLowerInvariant()}";

    /// <summary>The name of a format as people write it.</summary>
    private static string Name(PictureFormat format) => format == PictureFormat.WebP ? "WebP" : format.ToString().ToUpperInvariant();

    /// <summary>
    /// The name of a format that is not published, or is another than that of a drawing; null for one that is not known by its first
    /// bytes.
    /// </summary>
    private static string? Named(ReadOnlySpan<byte> file) => file switch
    {
        _ when JpegReader.Begins(file) || file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) => "JPEG",
        _ when PngReader.Begins(file) => "PNG",
        _ when GifReader.Begins(file) => "GIF",
        _ when WebPReader.Begins(file) => "WebP",
        [(byte)'B', (byte)'M', ..] => "BMP",
        _ when file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) => "TIFF",
        _ when file.StartsWith("%PDF"u8) => "PDF",
        [0, 0, 1, 0, ..] => "ICO",
        [0xFF, 0x0A, ..] => "JPEG XL",
        _ when file.Length > 12 && file[4..].StartsWith("JXL "u8) => "JPEG XL",
        _ when file.Length > 12 && file[4..].StartsWith("ftypavi"u8) => "AVIF",
        _ when file.Length > 12 && (file[4..].StartsWith("ftyphei"u8) || file[4..].StartsWith("ftypmif"u8)) => "HEIF",
        _ => null,
    };
}
