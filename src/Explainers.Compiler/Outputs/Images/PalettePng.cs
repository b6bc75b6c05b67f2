using System.Buffers.Binary;
using Explainers.Parsing.Pictures;
using ICSharpCode.SharpZipLib.Zip.Compression;
using ICSharpCode.SharpZipLib.Zip.Compression.Streams;

namespace Explainers.Outputs.Images;

/// <summary>Writes a picture of few colours as a PNG with a palette, which is a quarter as large as one without.</summary>
internal static class PalettePng
{
    private const int Most = 256;

    /// <summary>
    /// Writes a picture; colours that are nearly the same become the most frequent of them where there are more than a palette holds.
    /// </summary>
    /// <param name="pixels">Red, green, blue and a fourth byte of each pixel, row by row.</param>
    /// <param name="width">Pixels in a row.</param>
    public static byte[] Write(ReadOnlySpan<byte> pixels, int width)
    {
        var counts = Counts(pixels);
        var bits = 8;
        while (bits > 1 && counts.Keys.Select(colour => Group(colour, bits)).Distinct().Count() > Most) bits--;
        var groups = counts.GroupBy(colour => Group(colour.Key, bits)).OrderBy(group => group.Key).ToArray();
        var palette = groups.Select(group => group.OrderByDescending(colour => colour.Value).ThenBy(colour => colour.Key).First().Key)
            .ToArray();
        var indices = groups.SelectMany((group, index) => group.Select(colour => (Colour: colour.Key, Index: (byte)index)))
            .ToDictionary(pair => pair.Colour, pair => pair.Index);
        using var png = new MemoryStream();
        png.Write(PngChunk.Signature);
        PngChunk.Write(png, "IHDR"u8, Header(width, pixels.Length / 4 / width));
        PngChunk.Write(png, "PLTE"u8, [.. palette.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8), (byte)colour })]);
        PngChunk.Write(png, "IDAT"u8, Compressed(pixels, width, indices));
        PngChunk.Write(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static Dictionary<int, int> Counts(ReadOnlySpan<byte> pixels)
    {
        var counts = new Dictionary<int, int>();
        var (last, run) = (Colour(pixels), 0);
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var colour = Colour(pixels[i..]);
            if (colour != last)
            {
                counts[last] = counts.GetValueOrDefault(last) + run;
                (last, run) = (colour, 0);
            }
            run++;
        }
        counts[last] = counts.GetValueOrDefault(last) + run;
        return counts;
    }

    private static int Colour(ReadOnlySpan<byte> pixel) => (pixel[0] << 16) | (pixel[1] << 8) | pixel[2];

    /// <summary>The colour with only the upper bits of each part.</summary>
    private static int Group(int colour, int bits)
    {
        var part = 0xFF & (0xFF << (8 - bits));
        return colour & ((part << 16) | (part << 8) | part);
    }

    /// <summary>Size, eight bits a pixel, a palette, the usual compression, no interlacing.</summary>
    private static byte[] Header(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3);
        return header;
    }

    /// <summary>
    /// The rows, each behind a zero: neighbours in a palette have nothing in common that a filter could use. The compressor is managed
    /// code, whose bytes
    /// are the same on every machine; at its best it takes five times as long for a twelfth less.
    /// </summary>
    private static byte[] Compressed(ReadOnlySpan<byte> pixels, int width, Dictionary<int, byte> indices)
    {
        var row = new byte[width + 1];
        var last = Colour(pixels);
        var index = indices[last];
        using var bytes = new MemoryStream();
        using (var zlib = new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION)))
        {
            for (var start = 0; start < pixels.Length; start += width * 4)
            {
                for (var x = 0; x < width; x++)
                {
                    var colour = Colour(pixels[(start + (x * 4))..]);
                    if (colour != last) (last, index) = (colour, indices[colour]);
                    row[x + 1] = index;
                }
                zlib.Write(row);
            }
        }
        return bytes.ToArray();
    }
}
