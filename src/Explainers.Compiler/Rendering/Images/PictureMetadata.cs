using System.Buffers.Binary;
using SkiaSharp;

namespace Explainers.Rendering.Images;

/// <summary>
/// Takes out of published pictures what cameras and editors write into them beside the picture (places, serial numbers, previews, comments),
/// without touching the picture: only the way up and the colour profile stay.
/// </summary>
internal static class PictureMetadata
{
    private const int Upright = (int)SKEncodedOrigin.TopLeft;

    /// <summary>A file without metadata; one in a format that is not known, or that is not whole, stays as it is.</summary>
    public static ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        using var clean = new MemoryStream(file.Length);
        var isWhole = bytes switch
        {
            [0xFF, 0xD8, 0xFF, ..] => Jpeg(bytes, clean),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png(bytes, clean),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebP(bytes, clean),
            _ => false,
        };
        return isWhole && clean.Length != file.Length ? clean.ToArray() : file;
    }

    /// <summary>Keeps the segments that the picture needs, and nothing behind its end.</summary>
    private static bool Jpeg(ReadOnlySpan<byte> bytes, MemoryStream clean)
    {
        clean.Write(bytes[..2]);
        var orientation = Orientation(bytes);
        if (orientation != Upright)
        {
            ReadOnlySpan<byte> exif = [.. "Exif\0\0"u8, .. Tiff(orientation)];
            clean.Write([0xFF, 0xE1, 0, (byte)(exif.Length + 2)]);
            clean.Write(exif);
        }
        for (var at = 2; at + 4 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF) return false;
            if (bytes[at + 1] == 0xFF)
            {
                at++;
                continue;
            }
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 4 || at + length > bytes.Length) return false;
            if (IsPartOfPicture(bytes[at + 1], bytes.Slice(at + 4, length - 4))) clean.Write(bytes.Slice(at, length));
            var isScan = bytes[at + 1] == 0xDA;
            at += length;
            if (!isScan) continue;
            var end = EndOfScan(bytes, at);
            if (end < 0) return false;
            clean.Write(bytes[at..end]);
            at = end;
            if (bytes[at + 1] != 0xD9) continue;
            clean.Write(bytes.Slice(at, 2));
            return true;
        }
        return false;
    }

    /// <summary>Where the next marker stands behind the data of a scan, or -1.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        for (; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] == 0xFF && bytes[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
        }
        return -1;
    }

    /// <summary>Whether a segment says how the picture is to be drawn; of those for applications: JFIF, colour profiles, and Adobe's kind of colours.</summary>
    private static bool IsPartOfPicture(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        0xE0 => content.StartsWith("JFIF\0"u8),
        0xE2 => content.StartsWith("ICC_PROFILE\0"u8),
        0xEE => content.StartsWith("Adobe"u8),
        (>= 0xE1 and <= 0xEF) or 0xFE => false,
        _ => true,
    };

    private static bool Png(ReadOnlySpan<byte> bytes, MemoryStream clean)
    {
        clean.Write(bytes[..8]);
        var orientation = Orientation(bytes);
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            if (length < 0 || length > bytes.Length - at - 12) return false;
            var type = bytes.Slice(at + 4, 4);
            var isLast = type.SequenceEqual("IEND"u8);
            if (!(type.SequenceEqual("eXIf"u8) || type.SequenceEqual("tEXt"u8) || type.SequenceEqual("zTXt"u8) || type.SequenceEqual("iTXt"u8) || type.SequenceEqual("tIME"u8)))
                clean.Write(bytes.Slice(at, length + 12));
            if (at == 8 && orientation != Upright) PngChunk.Write(clean, "eXIf"u8, Tiff(orientation));
            if (isLast) return true;
            at += length + 12;
        }
        return false;
    }

    private static bool WebP(ReadOnlySpan<byte> bytes, MemoryStream clean)
    {
        var orientation = Orientation(bytes);
        clean.Write(bytes[..12]);
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[(at + 4)..]);
            if (length < 0 || length > bytes.Length - at - 8) return false;
            var padded = Math.Min(8 + length + (length & 1), bytes.Length - at);
            var type = bytes.Slice(at, 4);
            if (type.SequenceEqual("VP8X"u8) && length >= 1) WebPHeader(bytes.Slice(at, padded), orientation, clean);
            else if (!type.SequenceEqual("EXIF"u8) && !type.SequenceEqual("XMP "u8)) clean.Write(bytes.Slice(at, padded));
            at += padded;
        }
        if (orientation != Upright) WebPOrientation(orientation, clean);
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, (int)clean.Length - 8);
        clean.Position = 4;
        clean.Write(size);
        return true;
    }

    /// <summary>The header that says which other parts there are.</summary>
    private static void WebPHeader(ReadOnlySpan<byte> header, int orientation, MemoryStream clean)
    {
        const byte Exif = 0x08, Xmp = 0x04;
        clean.Write(header[..8]);
        clean.WriteByte((byte)((header[8] & ~(Exif | Xmp)) | (orientation != Upright ? Exif : 0)));
        clean.Write(header[9..]);
    }

    private static void WebPOrientation(int orientation, MemoryStream clean)
    {
        ReadOnlySpan<byte> tiff = Tiff(orientation);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, tiff.Length);
        clean.Write("EXIF"u8);
        clean.Write(length);
        clean.Write(tiff);
    }

    /// <summary>Which way up the picture is, as EXIF numbers it.</summary>
    private static int Orientation(ReadOnlySpan<byte> bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        return codec is null ? Upright : (int)codec.EncodedOrigin;
    }

    /// <summary>EXIF data that says which way up a picture is, and nothing else.</summary>
    private static byte[] Tiff(int orientation) =>
        [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
}
