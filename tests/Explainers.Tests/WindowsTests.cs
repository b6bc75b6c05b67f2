using System.Text;

namespace Explainers.Tests;

/// <summary>Windows: line ends, backslashes, a disk that does not tell small letters from capital ones; and names of folders with spaces, umlauts and emoji.</summary>
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
        using var here = Scratch.OfRealSite();
        using var windows = Scratch.OfRealSite();
        ChangeLineEnds(windows);
        Assert.Equal(0, here.Run("build", "--strict").Status);
        Assert.Equal(0, windows.Run("build", "--strict").Status);
        AssertSame(here.FilesOf("output"), windows.FilesOf("output"));
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
        AssertSame(Scratch.Files(Path.Combine(folder, "expected", "output")), new SortedDictionary<string, byte[]>(shown.ToDictionary(), StringComparer.Ordinal));
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

    private static void ChangeLineEnds(Scratch site)
    {
        foreach (var (path, bytes) in Scratch.Files(site.Folder).Where(file => TextFiles.Contains(Path.GetExtension(file.Key)) && !file.Key.StartsWith("expected/", StringComparison.Ordinal)))
        {
            var text = Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
            File.WriteAllBytes(Path.Combine(site.Folder, path), Encoding.Latin1.GetBytes(text));
        }
    }

    private static void AssertSame(SortedDictionary<string, byte[]> expected, SortedDictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (path, bytes) in actual) Assert.True(bytes.AsSpan().SequenceEqual(expected[path]), $"{path} is another:\n{Encoding.UTF8.GetString(bytes)}");
    }
}
