using System.Text;
using Explainers.Cli.Disk;

namespace Explainers.Tests;

/// <summary>
/// Windows: line ends, backslashes, a disk that does not tell small letters from capital ones; and names of folders with spaces, umlauts
/// and emoji.
/// </summary>
public sealed class WindowsTests
{
    private static readonly string[] TextFiles = [".md", ".yaml", ".yml", ".sbn-html", ".css", ".js", ".svg", ".txt"];

    /// <summary>Cases that are about bytes and line ends themselves.</summary>
    private static readonly string[] AboutBytes = ["not-utf8"];

    public static TheoryData<string> Cases() => [.. GoldenSites.Cases().Select(row => row.Data).Except(AboutBytes)];

    public static TheoryData<string> SmallCases() => GoldenSites.SmallCases();

    [Fact]
    public void A_site_in_the_line_ends_of_Windows_is_the_same_site()
    {
        using var windows = Scratch.OfFixture();
        ChangeLineEnds(windows);
        Assert.Equal(0, windows.Run("build", "--strict").Status);
        AssertSame(BuiltSite.Files, windows.FilesOf("output"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_in_the_line_ends_of_Windows_gives_what_is_expected(string name)
    {
        var folder = Path.Combine(GoldenSites.Sites, name);
        using var site = new Scratch();
        Scratch.Copy(folder, site.Folder);
        ChangeLineEnds(site);
        var run = site.Run(GoldenSites.Arguments(folder));
        Assert.Equal(File.ReadAllText(Path.Combine(folder, "expected", "findings.txt")), Encoding.UTF8.GetString(GoldenSites.Report(run)));
        if (!GoldenSites.HasOutput(folder)) return;
        var shown = site.FilesOf("output").Where(file => GoldenSites.IsShown(folder, file.Key));
        AssertSame(Scratch.Files(Path.Combine(folder, "expected", "output")), new SortedDictionary<string,
            byte[]>(shown.ToDictionary(), StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SmallCases))]
    public void A_small_case_in_the_line_ends_of_Windows_gives_what_is_expected(string name)
    {
        var small = GoldenCase.Read(Path.Combine(GoldenSites.Sites, name));
        using var site = new Scratch();
        small.Fill(site);
        ChangeLineEnds(site);
        Assert.Equal(small.Expected, Encoding.UTF8.GetString(GoldenSites.Report(site.Run(small.Arguments()))));
    }

    [Fact]
    public void Paths_may_be_typed_as_on_Windows()
    {
        using var site = new Scratch();
        Assert.StartsWith("my/site/input/site.yaml\n", site.Run("new", "site", @"my\site").Output, StringComparison.Ordinal);
        Assert.Equal("my/site/input/articles/two.md\n", site.Run("new", "article", "two", "--input", @"my\site\input").Output);
        Assert.Equal(0, site.Run("build", "--input", @".\my\site\input\", "--output", @"my\output", "--cache", @"my\cache").Status);
        Assert.True(File.Exists(Path.Combine(site.Folder, "my", "output", "index.html")));
        Assert.Contains("denali.height", site.Run("facts", "list", "--input", @"my\site\input").Output, StringComparison.Ordinal);
        Assert.StartsWith("my/schemas/", site.Run("schema", "--output", @"my\schemas").Output, StringComparison.Ordinal);
        Assert.Equal(["my"], Directory.EnumerateFileSystemEntries(site.Folder).Select(Path.GetFileName));
        site.Write("my/site/input/articles/three.md", "---\ntitle: Three\n---\n");
        Assert.StartsWith("my/site/input/articles/three.md:1:1 error missing-key", site.Run("check", "--input", @"my\site\input").Error,
            StringComparison.Ordinal);
        Assert.Contains("Did you mean 'two'?", site.Run("new", "article", @"articles\two").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("with some spaces")]
    [InlineData("Erklärstücke über Öl")]
    [InlineData("Erkla\u0308rstu\u0308cke u\u0308ber O\u0308l")]
    [InlineData("🐻 и 阿拉斯加 👩‍👩‍👧")]
    [InlineData("100% [a-b] (c) #1 & 'd'")]
    public void A_folder_may_be_called_as_people_call_folders(string name)
    {
        using var site = new Scratch();
        Assert.Equal(0, site.Run("new", "site", name).Status);
        Assert.Equal(0, site.Run("new", "article", "two", "--input", $"{name}/input").Status);
        Assert.Equal(0, site.Run("build", "--strict", "--input", $"{name}/input", "--output", $"{name}/output").Status);
        Assert.Contains("denali.height", site.Run("facts", "list", "--input", $"{name}/input").Output, StringComparison.Ordinal);
        site.Run("new", "site", "plain");
        site.Run("build", "--input", "plain/input", "--output", "plain/output");
        AssertSame(site.FilesOf("plain/output"), site.FilesOf($"{name}/output"));
        site.Replace($"{name}/input/articles/how-high-is-denali.md", "{{ denali.height }} above", "{{ denali.hieght }} above");
        var report = site.Run("check", "--input", $"{name}/input").Error;
        Assert.StartsWith($"{name}/input/articles/how-high-is-denali.md:10:", report, StringComparison.Ordinal);
        Assert.Contains("hint: did you mean 'denali.height'?", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Größe der Karte.svg")]
    [InlineData("Gro\u0308\u00DFe.svg")]
    [InlineData("🐻.svg")]
    [InlineData("100% 'a' #1?;b,c.svg")]
    public void A_drawing_may_be_called_as_people_call_files(string name)
    {
        using var site = new Scratch();
        site.Run("new", "site", ".");
        site.Write($"input/images/{name}", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>\n");
        site.Replace("input/articles/how-high-is-denali.md", "## How", $"![A map](<../images/{Uri.EscapeDataString(name)}>)\n\n## How");
        Assert.Equal(0, site.Run("build", "--strict").Status);
        Assert.True(File.Exists(Path.Combine(site.Folder, "output", "images", name)));
    }

    /// <summary>What a disk that does not tell small letters from capital ones leaves when a name has changed in these alone.</summary>
    [Fact]
    public void An_earlier_spelling_of_a_file_or_folder_is_respelled_and_not_removed()
    {
        using var site = new Scratch();
        site.Write("output/Images/Map.svg", "a map");
        site.Write("output/Images/old.svg", "old");
        site.Write("output/both.txt", "kept");
        site.Write("output/Both.txt", "a stray");
        Assert.Equal(2, StaleFiles.Find(OutputListing.Of(Path.Combine(site.Folder, "output")), ["images/map.svg", "both.txt"]).Remove());
        Assert.Equal(["both.txt", "images/map.svg"], site.FilesOf("output").Keys);
        Assert.Equal("kept", site.Read("output/both.txt"));
    }

    /// <summary>Changes all texts but those that are published as they are.</summary>
    private static void ChangeLineEnds(Scratch site)
    {
        foreach (var (path, bytes) in Scratch.Files(site.Folder)
            .Where(file => TextFiles.Contains(Path.GetExtension(file.Key)) && !file.Key.StartsWith("expected/", StringComparison.Ordinal)
                && !file.Key.StartsWith("input/public/", StringComparison.Ordinal)))
        {
            var text = Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal)
                .Replace("\n", "\r\n", StringComparison.Ordinal);
            File.WriteAllBytes(Path.Combine(site.Folder, path), Encoding.Latin1.GetBytes(text));
        }
    }

    private static void AssertSame(SortedDictionary<string, byte[]> expected, SortedDictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (path, bytes) in actual) Assert.True(bytes.AsSpan().SequenceEqual(expected[path]),
            $"{path} is another:\n{Encoding.UTF8.GetString(bytes)}");
    }
}
