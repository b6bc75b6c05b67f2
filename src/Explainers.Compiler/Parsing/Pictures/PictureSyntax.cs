using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Pictures;

/// <summary>The formats of pictures that are published.</summary>
internal enum PictureFormat
{
    /// <summary>A photograph, compressed with loss.</summary>
    Jpeg,

    /// <summary>A picture without loss.</summary>
    Png,

    /// <summary>Either, from the web.</summary>
    WebP,

    /// <summary>256 colours, often moving.</summary>
    Gif,

    /// <summary>A drawing made of lines.</summary>
    Svg,
}

/// <summary>A file of <c>images/</c> as it is published: only what the picture needs, without metadata.</summary>
/// <param name="File">The file.</param>
/// <param name="Content">The picture, or null where the file may not be published.</param>
internal sealed record PictureSyntax(SourceFile File, PictureContent? Content)
{
    /// <summary>
    /// Makes the finding that says why the file may not be published, given the place that shows it; null where it may, or where
    /// findings say so.
    /// </summary>
    internal Func<FileSpan, Diagnostic>? Fault { get; init; }
}

/// <summary>What a picture consists of.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Width">Its width in pixels as it is seen; 0 for a drawing.</param>
/// <param name="Height">Its height in pixels as it is seen; 0 for a drawing.</param>
/// <param name="Frames">How many pictures it shows one after the other.</param>
/// <param name="Parts">The bytes that are published, piece by piece.</param>
internal sealed record PictureContent(PictureFormat Format, int Width, int Height, int Frames, ImmutableArray<ReadOnlyMemory<byte>> Parts)
{
    /// <summary>Whether it has more than one frame.</summary>
    public bool IsMoving => Frames > 1;

    /// <summary>The file that is published.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            var bytes = new byte[Parts.Sum(part => part.Length)];
            var at = 0;
            foreach (var part in Parts)
            {
                part.CopyTo(bytes.AsMemory(at));
                at += part.Length;
            }
            return bytes;
        }
    }
}

/// <summary>What a reader of one format found: a picture, or why there is none.</summary>
/// <param name="Content">The picture, or null.</param>
/// <param name="Why">Why the file may not be published, as the end of a sentence; null where it may.</param>
internal readonly record struct PictureReading(PictureContent? Content, string? Why)
{
    /// <summary>A file that breaks the rules of its format, or ends too early.</summary>
    public static readonly PictureReading Damaged = new(null, "is damaged or not whole");

    /// <summary>A file whose colours only a table for printers explains.</summary>
    public static readonly PictureReading ForPrint = new(null, "has a colour profile for print");

    /// <summary>A picture as it is seen, which may be stored on its side.</summary>
    public static PictureReading Of(PictureFormat format, int width, int height, int orientation, int frames,
        ImmutableArray<ReadOnlyMemory<byte>> parts) =>
        new(orientation >= Exif.FirstOnItsSide
            ? new PictureContent(format, height, width, frames, parts)
            : new PictureContent(format, width, height, frames, parts), null);
}
