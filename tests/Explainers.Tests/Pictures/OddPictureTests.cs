using System.Text;
using Explainers.Parsing.Pictures;
using SkiaSharp;

namespace Explainers.Tests.Pictures;

/// <summary>
/// Files that break the rules of their format, after the corrupt files of PngSuite and what else is seen; none is published.
/// </summary>
public sealed class OddPictureTests
{
    private const string Damaged = "is damaged or not whole";
    private static readonly byte[] Png = PlantedPictures.Plain(SKEncodedImageFormat.Png);
    private static readonly byte[] Header = [.. PlantedPictures.Big(2), .. PlantedPictures.Big(2), 8, 0, 0, 0, 0];
    private static readonly byte[] Rows = [0, 1, 2, 0, 3, 4];

    public static TheoryData<string, byte[]> Pngs() => new()
    {
        { "no pixels (xdtn0g01)", Made(Header) },
        { "an unknown colour type (xc1n0g08)", Made([.. Header[..9], 1, 0, 0, 0], Packed(Rows)) },
        { "an unknown colour type (xc9n2c08)", Made([.. Header[..9], 9, 0, 0, 0], Packed(Rows)) },
        { "a bit depth of 0 (xd0n2c08)", Made([.. Header[..8], 0, 0, 0, 0, 0], Packed(Rows)) },
        { "a bit depth of 3 (xd3n2c08)", Made([.. Header[..8], 3, 0, 0, 0, 0], Packed(Rows)) },
        { "a bit depth of 99 (xd9n2c08)", Made([.. Header[..8], 99, 0, 0, 0, 0], Packed(Rows)) },
        { "no size (x00n0g01)", Made([.. new byte[8], 8, 0, 0, 0, 0], Packed(Rows)) },
        { "line ends changed to one (xlfn0g04)", [.. Png[..4], .. Png[5..]] },
        { "line ends changed to the other (xcrn0g04)", [.. Png[..5], .. Png[6..]] },
        { "seven bits (xs7n0g01)", Changed(Png, 0, 0x09) },
        { "a wrong first byte (xs1n0g01)", Changed(Png, 0, 0x88) },
        { "a wrong name (xs2n0g01)", Changed(Png, 1, (byte)'Q') },
        { "a wrong checksum of the header (xhdn0g08)", Changed(Png, 30, (byte)(Png[30] ^ 1)) },
        { "a wrong checksum of the pixels (xcsn0g01)", Changed(Png, Png.Length - 13, (byte)(Png[^13] ^ 1)) },
        { "too few pixels", Made(Header, Packed(Rows[..5])) },
        { "too many pixels", Made(Header, Packed([.. Rows, 0, 1, 2])) },
        { "bytes after the compressed pixels", Made(Header, [.. Packed(Rows), .. "secret"u8]) },
        { "a cut within the compressed pixels", Made(Header, Packed(Rows)[..^2]) },
        { "an unknown critical chunk", [.. Png[..33], .. PlantedPictures.Chunk("SECR", [1]), .. Png[33..]] },
        { "two headers", [.. Png[..33], .. Png[8..33], .. Png[33..]] },
        { "no header", [.. Png[..8], .. Png[33..]] },
        { "a chunk that is longer than the file", [.. Png[..33], 0x7F, 0xFF, 0xFF, 0xFF, .. Png[37..]] },
        { "no end", Png[..^12] },
    };

    [Theory]
    [MemberData(nameof(Pngs))]
    public void A_png_that_breaks_the_rules_is_not_published(string what, byte[] file)
    {
        var reading = PictureParser.Raster(file);
        Assert.True(reading.Content is null, what);
        Assert.NotNull(reading.Why);
    }

    [Fact]
    public void A_png_of_every_kind_is_whole()
    {
        foreach (var (colour, depth, bits) in ((byte, byte, int)[])[(0, 1, 1), (0, 16, 16), (2, 8, 24), (2, 16, 48), (3, 4, 4),
            (4, 8, 16), (6, 8, 32), (6, 16, 64)])
        {
            byte[] palette = colour == 3 ? PlantedPictures.Chunk("PLTE", new byte[48]) : [];
            foreach (var interlaced in (byte[])[0, 1])
            {
                byte[] header = [.. PlantedPictures.Big(5), .. PlantedPictures.Big(3), depth, colour, 0, 0, interlaced];
                var file = Made(header, Packed(new byte[interlaced == 0 ? 3 * Row(5) : (3 * Row(1)) + (2 * Row(2)) + Row(3) + Row(5)]),
                    palette);
                Assert.Equal(5, PictureParser.Raster(file).Content?.Width);
                using var bitmap = SKBitmap.Decode(file);
                Assert.NotNull(bitmap);
            }

            int Row(int width) => 1 + (((width * bits) + 7) / 8);
        }
    }

    [Fact]
    public void A_small_file_that_claims_a_huge_picture_is_not_read()
    {
        byte[] header = [.. PlantedPictures.Big(60000), .. PlantedPictures.Big(60000), 8, 6, 0, 0, 0];
        Assert.Equal("has 60000 × 60000 pixels, more than the 100 million that are read",
            PictureParser.Raster(Made(header, Packed(Rows))).Why);
        Assert.Equal("has 1001 frames, more than the 1,000 that are read", PictureParser.Raster(PlantedPictures.Gif(1001)).Why);
        var moving = PlantedPictures.Chunk("acTL", [.. PlantedPictures.Big(100_000), 0, 0, 0, 0]);
        Assert.Equal("has 100000 frames, more than the 1,000 that are read",
            PictureParser.Raster((byte[])[.. Png[..33], .. moving, .. Png[33..]]).Why);
    }

    [Theory]
    [InlineData("GIF89a", Damaged)]
    [InlineData("BM......", "is a BMP file; JPEG, PNG, WebP and GIF are read")]
    [InlineData("....ftypavif....", "is an AVIF file; JPEG, PNG, WebP and GIF are read")]
    [InlineData("....ftypheic....", "is an HEIF file; JPEG, PNG, WebP and GIF are read")]
    [InlineData("%PDF-1.7", "is a PDF file; JPEG, PNG, WebP and GIF are read")]
    [InlineData("<html>", "is no JPEG, PNG, WebP or GIF file that can be read")]
    [InlineData("RIFF\u0010\0\0\0WEBPEVIL\0\0\0\0", Damaged)]
    public void Other_formats_are_named(string begin, string why) =>
        Assert.Equal(why, PictureParser.Raster(Encoding.Latin1.GetBytes(begin)).Why);

    [Fact]
    public void A_jpeg_segment_holds_nothing_but_what_it_must()
    {
        var jpeg = PlantedPictures.Plain(SKEncodedImageFormat.Jpeg);
        foreach (var segment in (byte[][])[[0xFF, 0xDD, 0, 8, 0, 0, .. "TEXT"u8], [0xFF, 0xDB, 0, 6, .. "TEXT"u8],
            [0xFF, 0xC4, 0, 6, .. "TEXT"u8], [0xFF, 0xF0, 0, 6, .. "TEXT"u8], [0xFF, 0x01], [(byte)'T']])
            Assert.Equal(Damaged, PictureParser.Raster((byte[])[.. jpeg[..20], .. segment, .. jpeg[20..]]).Why);
    }

    private static byte[] Made(byte[] header, byte[]? pixels = null, byte[]? palette = null) =>
    [
        .. Png[..8],
        .. PlantedPictures.Chunk("IHDR", header),
        .. palette ?? [],
        .. pixels is null ? [] : PlantedPictures.Chunk("IDAT", pixels),
        .. PlantedPictures.Chunk("IEND", []),
    ];

    private static byte[] Packed(byte[] bytes) => PlantedPictures.Packed(bytes);

    private static byte[] Changed(byte[] file, int at, byte value)
    {
        var changed = file.ToArray();
        changed[at] = value;
        return changed;
    }
}
