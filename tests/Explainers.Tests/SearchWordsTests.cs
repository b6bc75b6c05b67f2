using System.IO.Compression;
using System.Text;
using Explainers.Outputs.Search;

namespace Explainers.Tests;

/// <summary>The words that the search index has of a text.</summary>
public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("How does the U.S. Senate vote?", "how does the us senate vote")]
    [InlineData("US, U.S, U.S., us", "us us us us")]
    [InlineData("The U.N. and the UN", "the un and the un")]
    [InlineData("U.S.-Russia talks, U.K.'s and U.K.’s", "us russia talks uk and uk")]
    [InlineData("U.S.A., U.S.S.R.; J.R.R. Tolkien", "usa ussr jrr tolkien")]
    [InlineData("A Ph.D., two Ph.D.s, a B.Sc. and an M.A.", "phd two phds bsc and an ma")]
    [InlineData("e.g., i.e. at 9 a.m.–5 p.m. in Washington, D.C.", "eg ie at 9 am 5 pm in washington dc")]
    [InlineData("É.U. and Ü.K.", "eu and uk")]
    [InlineData("example.com, end.Next, is.It, 7.2 and 1,000. U.Senate", "example com end next is it 7.2 and 1000 senate")]
    [InlineData("x2.b and 2.b and v1.2.3", "x2 and 2 and v1.2.3")]
    [InlineData("...U.S...", "us")]
    [InlineData("É.U. 𝒳.𝒴 😀a.b don't.a 中.a x2.b a.bc.d ab.cd .u.s. u..s", "eu 𝒳 𝒴 donta 中 x2 abcd ab cd us")]
    public void Abbreviations_with_points_are_one_word(string text, string words) => Assert.Equal(words, string.Join(' ', Words(text)));

    [Fact]
    public void The_index_of_a_site_has_them()
    {
        using var scratch = new Scratch();
        Scratch.Copy(Path.Combine(GoldenSites.Sites, "search-abbreviations"), scratch.Folder);
        Scratch.Copy(Path.Combine(RepositoryRoot.Path, "theme"), Path.Combine(scratch.Folder, "theme"));
        Assert.Equal(0, scratch.Run("build").Status);
        var words = Inflated(scratch.FilesOf("output").Single(file => file.Key.Contains("/words-", StringComparison.Ordinal)).Value);
        // Before each word stand the number of letters that it shares with the one before, and the number of the others.
        Assert.Contains("\0\u0002un", words, StringComparison.Ordinal);
        Assert.Contains("\u0001\u0001s", words, StringComparison.Ordinal);
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        new WordReader(word => words.Add(word.ToString())).Text(text);
        return words;
    }

    private static string Inflated(byte[] bytes)
    {
        using var deflate = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        deflate.CopyTo(inflated);
        return Encoding.Latin1.GetString(inflated.ToArray());
    }
}
