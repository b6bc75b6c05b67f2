using Explainers.Outputs.Images;
using Explainers.Parsing.Text;
using Explainers.Scopes;
using SkiaSharp;

namespace Explainers.Tests;

/// <summary>
/// The pictures that networks show beside links: their size, their colours, the order of their letters, and that a cache changes nothing.
/// </summary>
public sealed class SocialCardTests
{
    private const string Folder = "assets/cards/";

    [Fact]
    public void Cards_are_small_files_of_the_size_that_networks_ask_for()
    {
        var cards = BuiltSite.Files.Where(file => file.Key.StartsWith(Folder, StringComparison.Ordinal)).ToArray();
        Assert.Equal(["alaska-purchase", "alaska-summit", "markets", "site", "warum-alaska"],
            cards.Select(card => card.Key[Folder.Length..].Split('.')[0]));
        foreach (var (path, bytes) in cards)
        {
            var name = path[Folder.Length..];
            Assert.True(bytes.Length < 60 * 1024, $"{name} has {bytes.Length} bytes.");
            using var card = SKBitmap.Decode(bytes);
            Assert.Equal((SocialCard.Width, SocialCard.Height), (card.Width, card.Height));
            Assert.Equal(new SKColor(0xFB, 0xFA, 0xF6), card.GetPixel(600, 40));
            Assert.Equal(new SKColor(0x0F, 0x52, 0x57), card.GetPixel(600, 4));
            Assert.Contains($"https://fixture.example/assets/cards/{name}", Page(name), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_build_gives_the_same_files_with_a_cache_and_without_and_with_one_that_is_broken()
    {
        using var scratch = Scratch.CopyOf(Path.Combine(RepositoryRoot.Path, "tests", "sites", "photographs", "input"));
        scratch.Write("input/site.yaml", scratch.Read("input/site.yaml") + "social_cards: true\n");
        Assert.Equal(0, scratch.Run("build", "--output", "cold").Status);
        var kept = Pictures(scratch);
        Assert.Equal(5, kept.Length);
        Assert.Equal(0, scratch.Run("build", "--output", "warm").Status);
        foreach (var (path, bytes) in kept) File.WriteAllBytes(Path.Combine(scratch.Folder, ".cache", path), bytes[..(bytes.Length / 2)]);
        Assert.Equal(0, scratch.Run("build", "--output", "mended").Status);
        Assert.Equal(kept, Pictures(scratch));
        foreach (var ((path, _), (_, other)) in kept.Zip(kept.Skip(1).Append(kept[0])))
            File.WriteAllBytes(Path.Combine(scratch.Folder, ".cache", path), other);
        Assert.Equal(0, scratch.Run("build", "--output", "swapped").Status);
        foreach (var folder in new[] { "warm", "mended", "swapped" })
            Assert.Equal(scratch.FilesOf("cold"), scratch.FilesOf(folder));
        Assert.Equal(kept, Pictures(scratch));
    }

    private static KeyValuePair<string, byte[]>[] Pictures(Scratch scratch) =>
        [.. scratch.FilesOf(".cache").Where(file => file.Key.StartsWith("pictures/", StringComparison.Ordinal))];

    [Fact]
    public void A_check_adds_nothing_to_the_cache()
    {
        using var scratch = Scratch.OfFixture();
        Assert.Equal(0, scratch.Run("check").Status);
        Assert.Empty(scratch.FilesOf(".cache"));
    }

    [Theory]
    [InlineData("Alaska 1867", false, "Alaska 1867")]
    [InlineData("שלום 1867", true, "1867| םולש")]
    [InlineData("שלום (Alaska) 1,867", true, "1,867| )|Alaska|( םולש")]
    [InlineData("The word שלום, twice", false, "The word |םולש|, twice")]
    [InlineData("12 km שלום", false, "12 km |םולש")]
    public void Words_of_both_directions_stand_in_the_order_that_they_are_drawn_in(string line, bool isRightToLeft, string drawn) =>
        Assert.Equal(drawn, string.Join('|', TextDirections.Ordered(line, isRightToLeft)
            .Select(piece => piece.IsRightToLeft ? new string([.. piece.Text.Reverse()]) : piece.Text)));

    [Theory]
    [InlineData("One two", "One |two")]
    [InlineData("7.2\u00A0million", "7.2\u00A0million")]
    [InlineData("land-swaps and F-22", "land-|swaps |and |F-22")]
    [InlineData("1867–1959", "1867–1959")]
    [InlineData("阿拉斯加。", "阿|拉|斯|加。")]
    public void Lines_end_where_a_reader_expects_it(string text, string pieces) =>
        Assert.Equal(pieces, string.Join('|', LineBreaker.Pieces(text)));

    private static string Page(string card) =>
        BuiltSite.Read(card.StartsWith("site.", StringComparison.Ordinal) ? "index.html" : $"{card.Split('.')[0]}/index.html");
}
