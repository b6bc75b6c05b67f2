using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using SkiaSharp;

namespace Explainers.Tests.Pictures;

/// <summary>
/// Pictures in every format, made here byte by byte, with a mark in every place that can hold something beside the picture.
/// </summary>
internal static class PlantedPictures
{
    /// <summary>What must never be published.</summary>
    public const string Mark = "PLANTED-MARK-77";

    private const int Width = 64, Height = 48;
    private static readonly byte[] Ascii = Encoding.ASCII.GetBytes(Mark);

    /// <summary>Whether bytes hold the mark, in any of the encodings that metadata uses.</summary>
    public static bool IsIn(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf(Ascii) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(Mark)) >= 0
            || bytes.IndexOf(Encoding.BigEndianUnicode.GetBytes(Mark)) >= 0
        || bytes.IndexOf(Encoding.ASCII.GetBytes(Convert.ToBase64String(Ascii)[..16])) >= 0;

    /// <summary>A picture without anything beside it.</summary>
    public static byte[] Plain(SKEncodedImageFormat format, bool isWide = false)
    {
        var space = isWide ? SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3) : SKColorSpace.CreateSrgb();
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque, space));
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++) bitmap.SetPixel(x, y, new SKColor((byte)(x * 4), (byte)(y * 5), (byte)((x * y) % 251)));
        using var data = bitmap.Encode(format, 80);
        return data.ToArray();
    }

    /// <summary>A JPEG file with marks in its segments, its preview, its profile, and after its end.</summary>
    public static byte[] Jpeg(int orientation = 6)
    {
        var plain = Plain(SKEncodedImageFormat.Jpeg);
        byte[] thumbnail = [(byte)Mark.Length, 1, .. Ascii, .. Ascii, .. Ascii];
        return
        [
            0xFF, 0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 72, 0, 72, .. thumbnail]),
            .. Segment(0xE0, [.. "JFXX\0"u8, 0x10, .. Ascii]),
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"u8, .. Ascii]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xmp/extension/\0"u8, .. Ascii]),
            .. Segment(0xE2, [.. "MPF\0"u8, .. Ascii]),
            .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. Profile()]),
            .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Ascii]),
            .. Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1, .. Ascii]),
            .. Segment(0xEF, Ascii),
            .. Segment(0xFE, Ascii),
            .. plain[2..],
            .. Ascii,
            .. Segment(0xFE, Ascii),
            .. plain,
        ];
    }

    /// <summary>A PNG file with marks in its texts, its profile, chunks that nobody knows, and after its end.</summary>
    public static byte[] Png()
    {
        var plain = Plain(SKEncodedImageFormat.Png);
        return
        [
            .. plain[..33],
            .. Chunk("tEXt", [.. "Comment\0"u8, .. Ascii]),
            .. Chunk("zTXt", [.. Ascii, 0, 0, .. Packed(Ascii)]),
            .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Ascii]),
            .. Chunk("eXIf", Tiff(3)),
            .. Chunk("tIME", [7, 0xEA, 1, 1, 1, 1, 1]),
            .. Chunk("iCCP", [.. Ascii, 0, 0, .. Packed(Profile())]),
            .. Chunk("sPLT", [.. Ascii, 0, 8]),
            .. Chunk("gAMA", Ascii),
            .. Chunk("prVt", Ascii),
            .. plain[33..^12],
            .. Chunk("tEXt", [.. "Author\0"u8, .. Ascii]),
            .. plain[^12..],
            .. Ascii,
        ];
    }

    /// <summary>A moving WebP file, or one that stands still, with marks in its chunks and after its end.</summary>
    public static byte[] WebP(bool isMoving)
    {
        var plain = Plain(SKEncodedImageFormat.Webp);
        plain = plain[plain.AsSpan().IndexOf("VP8 "u8)..];
        byte[] size = [Width - 1, 0, 0, Height - 1, 0, 0];
        byte[] frame = Riff("ANMF", [0, 0, 0, 0, 0, 0, .. size, 100, 0, 0, 0, .. plain, .. Riff("NOTE", Ascii)]);
        byte[] body =
        [
            .. "WEBP"u8,
            .. Riff("VP8X", [(byte)(0x2C | (isMoving ? 2 : 0)), (byte)'x', (byte)'y', (byte)'z', .. size]),
            .. Riff("ICCP", Profile()),
            .. isMoving ? [.. Riff("ANIM", new byte[6]), .. frame, .. frame] : plain,
            // Nobody can tell where the data of a still picture ends but by its length, so that damage to the length must not reach a mark.
            .. Riff("NOTE", new byte[300]),
            .. Riff("NOTE", Ascii),
            .. Riff("EXIF", Tiff(8)),
            .. Riff("XMP ", Ascii),
        ];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body, .. Ascii];
    }

    /// <summary>A GIF file with marks in its extensions, after the codes of its pictures, and after its end.</summary>
    public static byte[] Gif(int frames = 2)
    {
        // A picture of 2 × 2: clear, four pixels, end; and a block that no decoder reads.
        byte[] frame = [0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 3, 0x44, 0x34, 0x05, (byte)Ascii.Length, .. Ascii, 0];
        byte[] control = [0x21, 0xF9, 4, 0, 10, 0, 0, 0];
        return
        [
            .. "GIF89a"u8, 2, 0, 2, 0, 0x81, 0, 0, .. new byte[12],
            .. Extension(0xFF, "NETSCAPE2.0"u8, [1, 5, 0], Ascii),
            .. Extension(0xFF, "XMP DataXMP"u8, Ascii, []),
            .. Extension(0xFE, Ascii, [], []),
            .. Extension(0x01, new byte[12], Ascii, []),
            .. Extension(0x77, Ascii, [], []),
            .. Enumerable.Repeat<byte[]>([.. control, .. frame], frames).SelectMany(one => one),
            0x3B,
            .. Ascii,
        ];
    }

    /// <summary>A drawing with marks in all that browsers do not draw, and in a photograph within it.</summary>
    public static string Svg(string inStyles = Mark) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [ <!-- {Mark} --> ]>
        <!-- {Mark} -->
        <?{Mark} {Mark}?>
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
          xmlns:m="urn:{Mark}" viewBox="0 0 9 9" inkscape:export-filename="/home/{Mark}" data-name="{Mark}" unknown="{Mark}" xml:base="https://{Mark}.example/">
          <title>A square</title>
          <desc>{Mark}</desc>
          <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:li>{Mark}</rdf:li></rdf:RDF></metadata>
          <inkscape:view name="{Mark}">{Mark}</inkscape:view>
          <unknown>{Mark}</unknown>
          <style>rect {"{"} /* {inStyles} */ fill: red {"}"}</style>
          <defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs>
          <rect width="9" height="9" fill="url(#a)" style="stroke: blue /* {inStyles} */"/>
          <image width="9" height="9" xlink:href="data:image/jpeg;base64,{Convert.ToBase64String(Jpeg())}"/>
        </svg>
        """;

    /// <summary>A PNG chunk with a right checksum.</summary>
    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big(data.Length), .. named, .. Big((int)Crc32.HashToUInt32(named))];
    }

    /// <summary>Bytes as zlib compresses them.</summary>
    public static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>A number of four bytes, the highest first.</summary>
    public static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    /// <summary>A profile with the primaries of Display P3, whose header, texts and private tags hold the mark.</summary>
    public static byte[] Profile(bool isForPrint = false)
    {
        byte[] colour(int x, int y, int z) => [.. "XYZ "u8, 0, 0, 0, 0, .. Big(x), .. Big(y), .. Big(z)];
        byte[] curve = [.. "curv"u8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0x33, .. Ascii];
        byte[] words = [.. "mluc"u8, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12, .. "enUS"u8, 0, 0, 0, (byte)(2 * Mark.Length), 0, 0, 0, 28,
            .. Encoding.BigEndianUnicode.GetBytes(Mark)];
        (string Name, byte[] Data)[] tags =
        [
            ("desc", words), ("cprt", words), ("dmnd", [.. "text"u8, 0, 0, 0, 0, .. Ascii]), ("priv", Ascii),
                ("wtpt", colour(0xF6D6, 0x10000, 0xD32D)),
            .. isForPrint
                ? new (string, byte[])[] { ("A2B0", [.. "mft1"u8, 0, 0, 0, 0, .. Ascii]) }
                : [("rXYZ", colour(0x83DF, 0x3DBF, -0x45)), ("gXYZ", colour(0x4ABF, 0xB137, 0x0AB9)),
                    ("bXYZ", colour(0x2838, 0x110A, 0xC8B9)), ("rTRC", curve), ("gTRC", curve), ("bTRC", curve)],
        ];
        var (table, data) = (new List<byte>(Big(tags.Length)), new List<byte>());
        foreach (var (name, value) in tags)
        {
            table.AddRange([.. Encoding.ASCII.GetBytes(name), .. Big(132 + (12 * tags.Length) + data.Count), .. Big(value.Length)]);
            data.AddRange(value);
            while (data.Count % 4 != 0) data.Add(0);
        }
        byte[] header = [.. "CMM!"u8, 4, 0x20, 0, 0, .. "mntr"u8, .. isForPrint ? "CMYK"u8 : "RGB "u8, .. isForPrint ? "Lab "u8
            : "XYZ "u8, .. new byte[12], .. "acsp"u8, .. Ascii, .. new byte[13], .. Big(0xF6D6), .. Big(0x10000), .. Big(0xD32D),
            .. new byte[48]];
        byte[] profile = [.. Big(0), .. header, .. table, .. data];
        Big(profile.Length).CopyTo(profile, 0);
        return profile;
    }

    /// <summary>EXIF data with a way up, and the mark as a comment, a place and a preview.</summary>
    private static byte[] Tiff(int orientation) =>
    [
        .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
        0x0E, 0x01, 2, 0, (byte)Mark.Length, 0, 0, 0, 38, 0, 0, 0,
        0, 0, 0, 0, .. Ascii, .. Encoding.Unicode.GetBytes(Mark), 0xFF, 0xD8, 0xFF, 0xDB, .. Ascii,
    ];

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Riff(string name, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(name), .. BitConverter.GetBytes(data.Length), .. data, .. data.Length % 2 == 0 ? Array.Empty<byte>()
            : [(byte)'P']];

    private static byte[] Extension(byte kind, ReadOnlySpan<byte> first, byte[] second, byte[] third) =>
        [0x21, kind, (byte)first.Length, .. first, .. Block(second), .. Block(third), 0];

    private static byte[] Block(byte[] data) => data.Length == 0 ? [] : [(byte)data.Length, .. data];
}
