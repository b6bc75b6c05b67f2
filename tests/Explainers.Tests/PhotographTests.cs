using System.Text;
using Explainers.Parsing.Pictures;
using SkiaSharp;

namespace Explainers.Tests;

/// <summary>What is published of a photograph: upright, in several sizes, without what the camera wrote beside it.</summary>
public sealed class PhotographTests
{
    private static readonly string Case = Path.Combine(RepositoryRoot.Path, "tests", "sites", "photographs");
    private static readonly byte[] Field = File.ReadAllBytes(Path.Combine(Case, "input", "images", "base", "field.jpg"));

    [Fact]
    public void The_original_keeps_its_picture_and_its_way_up_and_loses_all_else()
    {
        var clean = Clean(Field);
        Assert.Contains("secret comment", Encoding.Latin1.GetString(Field), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        Assert.DoesNotContain("\0\0\0\u003D\0\0\0\u0001", Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        Assert.Equal(SKEncodedOrigin.RightTop, Origin(clean));
        Assert.Equal(Pixels(Field), Pixels(clean));
        Assert.Equal(clean, Clean(clean));
    }

    [Theory]
    [InlineData("tests/sites/misnamed-image/input/images/base.jpg", "secret")]
    [InlineData("tests/sites/photographs/input/images/hangar.webp", "EXIF")]
    public void Other_formats_lose_it_too(string path, string secret)
    {
        var bytes = File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, path));
        var clean = Clean(bytes);
        Assert.DoesNotContain(secret, Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        Assert.Equal(Pixels(bytes), Pixels(clean));
    }

    [Fact]
    public void A_webp_with_a_place_loses_it_and_keeps_its_way_up()
    {
        var plain = File.ReadAllBytes(Path.Combine(Case, "input", "images", "hangar.webp"));
        byte[] tiff = [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 3, 0, 0, 0, 0, 0, 0];
        byte[] body = [.. "WEBPVP8X"u8, 10, 0, 0, 0, 0x0C, 0, 0, 0, 43, 1, 0, 199, 0, 0, .. plain[12..], .. "EXIF"u8,
            (byte)(tiff.Length + 6), 0, 0, 0, .. tiff, .. "secret"u8, .. "XMP "u8, 6, 0, 0, 0, .. "secret"u8];
        byte[] file = [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body];
        var clean = Clean(file);
        Assert.Equal(SKEncodedOrigin.BottomRight, Origin(file));
        Assert.Equal(SKEncodedOrigin.BottomRight, Origin(clean));
        Assert.DoesNotContain("secret", Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        Assert.Equal(clean.Length - 8, BitConverter.ToInt32(clean, 4));
        Assert.Equal(Pixels(plain), Pixels(clean));
    }

    [Fact]
    public void Smaller_pictures_are_upright_and_have_no_metadata()
    {
        using var scratch = Scratch.CopyOf(Path.Combine(Case, "input"));
        Assert.Equal(0, scratch.Run("build").Status);
        var made = scratch.FilesOf("output/assets/images");
        Assert.Equal([(480, 720), (800, 1200)], made.Where(file => file.Key.StartsWith("base/", StringComparison.Ordinal))
            .Select(file => Size(file.Value)));
        foreach (var bytes in made.Values) Assert.DoesNotContain("EXIF", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        using var smallest = SKBitmap.Decode(made.First(file => file.Key.Contains(".480.", StringComparison.Ordinal)).Value);
        Assert.True(smallest.GetPixel(470, 10) is { Red: > 200, Green: < 60 }, "The red corner is not at the upper right.");
        Assert.True(smallest.GetPixel(10, 10) is { Red: < 200 }, "The red corner is at the upper left.");
    }

    private static byte[] Clean(byte[] bytes) => PictureParser.Raster(bytes).Content!.Bytes.ToArray();

    private static SKEncodedOrigin Origin(byte[] bytes)
    {
        using var codec = SKCodec.Create(SKData.CreateCopy(bytes));
        return codec.EncodedOrigin;
    }

    private static (int Width, int Height) Size(byte[] bytes)
    {
        using var codec = SKCodec.Create(SKData.CreateCopy(bytes));
        return (codec.Info.Width, codec.Info.Height);
    }

    private static byte[] Pixels(byte[] bytes)
    {
        using var codec = SKCodec.Create(SKData.CreateCopy(bytes));
        return codec.Pixels;
    }
}
