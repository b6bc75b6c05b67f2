using System.Text;
using CsCheck;
using Explainers.Parsing.Pictures;
using Explainers.Sources;
using SkiaSharp;

namespace Explainers.Tests.Pictures;

/// <summary>
/// What a file holds beside its picture is not published, in any format; and a file that cannot be read to its end is not published
/// at all.
/// </summary>
public sealed class PlantedMarkTests
{
    private static readonly (string Name, byte[] Bytes)[] Files =
    [
        ("camera.jpg", PlantedPictures.Jpeg()),
        ("upright.jpeg", PlantedPictures.Jpeg(1)),
        ("screen.png", PlantedPictures.Png()),
        ("still.webp", PlantedPictures.WebP(isMoving: false)),
        ("moving.webp", PlantedPictures.WebP(isMoving: true)),
        ("moving.gif", PlantedPictures.Gif()),
        ("still.gif", PlantedPictures.Gif(1)),
        ("drawing.svg", Encoding.UTF8.GetBytes(PlantedPictures.Svg())),
    ];

    public static TheoryData<string> Names() => [.. Files.Select(file => file.Name)];

    [Fact]
    public void No_byte_of_a_site_holds_what_was_planted()
    {
        using var scratch = new Scratch();
        scratch.Write("input/site.yaml", "title: T\ndescription: D\nbase_url: https://x.example/\nsocial_cards: true\n");
        Scratch.Copy(Path.Combine(RepositoryRoot.Path, "theme"), Path.Combine(scratch.Folder, "theme"));
        Directory.CreateDirectory(Path.Combine(scratch.Folder, "input", "images"));
        foreach (var (name, bytes) in Files)
        {
            Assert.True(PlantedPictures.IsIn(bytes), $"{name} has no mark.");
            File.WriteAllBytes(Path.Combine(scratch.Folder, "input", "images", name), bytes);
            if (!name.EndsWith(".svg", StringComparison.Ordinal)) scratch.Write($"input/images/{name}.yaml", "credit: Jane Doe\n");
        }
        scratch.Write("input/articles/a.md",
            $"---\ntitle: A\ndescription: D.\n---\n{string.Concat(Files.Select(file => $"\n![x](../images/{file.Name})\n"))}");
        var run = scratch.Run("build");
        Assert.True(run.Status == 0, run.Error);
        var output = scratch.FilesOf("output");
        Assert.True(Files.All(file => output[$"images/{file.Name}"].Length > 0));
        Assert.Equal(5, output.Keys.Count(path => path.StartsWith("assets/images/", StringComparison.Ordinal)));
        Assert.Equal(2, output.Keys.Count(path => path.StartsWith("assets/cards/", StringComparison.Ordinal)));
        Assert.Empty(output.Where(file => PlantedPictures.IsIn(file.Value)).Select(file => file.Key));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_picture_stays_as_it_is(string name)
    {
        var bytes = Files.Single(file => file.Name == name).Bytes;
        var clean = Clean(name, bytes)!.Bytes.ToArray();
        Assert.Equal(clean, Clean(name, clean)!.Bytes.ToArray());
        if (name.EndsWith(".svg", StringComparison.Ordinal)) return;
        using var before = SKCodec.Create(SKData.CreateCopy(bytes));
        using var after = SKCodec.Create(SKData.CreateCopy(clean));
        Assert.Equal(before.EncodedOrigin, after.EncodedOrigin);
        Assert.Equal(before.FrameCount, after.FrameCount);
        Assert.Equal(before.RepetitionCount, after.RepetitionCount);
        Assert.Equal(Colours(before.Info.ColorSpace), Colours(after.Info.ColorSpace));
        Assert.Equal(before.Pixels, after.Pixels);
        Assert.Equal(Math.Max(1, after.FrameCount), Clean(name, bytes)!.Frames);
    }

    [Fact]
    public void A_drawing_keeps_what_browsers_draw()
    {
        var clean = Encoding.UTF8.GetString(Clean("drawing.svg", Files[^1].Bytes)!.Bytes.Span);
        foreach (var kept in (string[])["<title>A square</title>", "fill: red", "fill=\"url(#a)\"", "<stop offset=\"0\" />",
            "viewBox=\"0 0 9 9\"", "href=\"data:image/jpeg;base64,"])
            Assert.Contains(kept, clean, StringComparison.Ordinal);
        Assert.StartsWith("<svg ", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_colour_space_stays_and_its_words_go()
    {
        foreach (var format in (SKEncodedImageFormat[])[SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp])
        {
            var bytes = PlantedPictures.Plain(format, isWide: true);
            var clean = PictureParser.Raster(bytes).Content!.Bytes.ToArray();
            using var before = SKCodec.Create(SKData.CreateCopy(bytes));
            using var after = SKCodec.Create(SKData.CreateCopy(clean));
            Assert.False(before.Info.ColorSpace.IsSrgb);
            Assert.Equal(Colours(before.Info.ColorSpace), Colours(after.Info.ColorSpace));
        }
        Assert.Equal(PictureReading.ForPrint, PictureParser.Raster(WithProfile(PlantedPictures.Profile(isForPrint: true))));
        Assert.False(PlantedPictures.IsIn(PictureParser.Raster(WithProfile(PlantedPictures.Profile()[..200])).Content!.Bytes.Span));
    }

    /// <summary>Random changes and cuts: nothing throws, and what is still taken for a picture holds no mark beside it.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Damage_never_throws_and_never_lets_a_mark_through(string name)
    {
        // Damage can make words of a comment in a style; they are what such a drawing says.
        var whole = name.EndsWith(".svg", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(PlantedPictures.Svg(inStyles: ""))
            : Files.Single(file => file.Name == name).Bytes;
        var places = Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte);
        var damage = Gen.Select(places.Array[0, 6], Gen.OneOf(Gen.Const(whole.Length), Gen.Int[0, whole.Length]));
        Property.Holds(damage, 3000, drawn =>
        {
            var (changes, length) = drawn;
            var bytes = whole[..length];
            foreach (var (at, value) in changes)
                if (at < length) bytes[at] = value;
            var published = Clean(name, bytes)?.Bytes ?? default;
            return !PlantedPictures.IsIn(published.Span);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_that_was_cut_off_is_not_published(string name)
    {
        var bytes = Clean(name, Files.Single(file => file.Name == name).Bytes)!.Bytes.ToArray();
        for (var length = 0; length < bytes.Length - 1; length++) Assert.Null(Clean(name, bytes[..length]));
    }

    private static byte[] WithProfile(byte[] profile)
    {
        var plain = PlantedPictures.Plain(SKEncodedImageFormat.Png);
        return [.. plain[..33], .. PlantedPictures.Chunk("iCCP", [.. "x"u8, 0, 0, .. PlantedPictures.Packed(profile)]), .. plain[33..]];
    }

    private static string Colours(SKColorSpace space)
    {
        space.ToColorSpaceXyz(out var xyz);
        space.GetNumericalTransferFunction(out var curve);
        return string.Join(' ', xyz.Values.Concat(curve.Values)
            .Select(number => number.ToString("F3", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static PictureContent? Clean(string name, byte[] bytes) =>
        PictureParser.Parse(new SourceFile($"images/{name}", name, bytes)).Value.Content;
}
