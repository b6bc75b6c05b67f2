namespace Explainers.Tests;

/// <summary>Writing a site: only what changed, nothing of anybody else's.</summary>
public sealed class SiteWriterTests
{
    [Fact]
    public void A_second_build_writes_nothing()
    {
        using var site = TinySite();
        site.Run();
        var page = Path.Combine(site.Folder, "output", "index.html");
        File.SetLastWriteTimeUtc(page, DateTime.UnixEpoch);
        var run = site.Run();
        Assert.Contains("0 written", run.Error, StringComparison.Ordinal);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(page));
    }

    [Fact]
    public void A_changed_file_is_written_and_a_stray_is_removed()
    {
        using var site = TinySite();
        site.Run();
        site.Write("output/old/page/index.html", "old");
        site.Write("output/index.html", "changed by hand");
        var run = site.Run();
        Assert.Contains("1 written", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 removed", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "output", "old")));
        Assert.NotEqual("changed by hand", site.Read("output/index.html"));
    }

    [Fact]
    public void A_folder_with_a_dot_in_the_output_is_left_alone()
    {
        using var site = TinySite();
        site.Run();
        site.Write("output/.git/HEAD", "ref: refs/heads/pages");
        site.Run();
        Assert.Equal("ref: refs/heads/pages", site.Read("output/.git/HEAD"));
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("input")]
    [InlineData("input/articles")]
    [InlineData(".")]
    [InlineData("notes/mine.txt")]
    public void A_folder_that_is_not_the_tools_own_is_never_touched(string output)
    {
        using var site = TinySite();
        site.Write("notes/mine.txt", "mine");
        var before = site.FilesOf(".");
        var run = site.Run("build", "--output", output);
        Assert.Equal(2, run.Status);
        Assert.Contains("error foreign-output:", run.Error, StringComparison.Ordinal);
        Assert.Equal(before.Keys, site.FilesOf(".").Keys);
    }

    [Fact]
    public void Links_out_of_the_output_are_removed_and_what_they_lead_to_stays()
    {
        using var site = TinySite();
        site.Write("elsewhere/mine.txt", "mine");
        site.Run();
        Directory.CreateSymbolicLink(Path.Combine(site.Folder, "output", "stray"), Path.Combine(site.Folder, "elsewhere"));
        Directory.Delete(Path.Combine(site.Folder, "output", "facts"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(site.Folder, "output", "facts"), Path.Combine(site.Folder, "elsewhere"));
        Assert.Equal(0, site.Run().Status);
        Assert.Equal("mine", site.Read("elsewhere/mine.txt"));
        Assert.Equal(["mine.txt"], site.FilesOf("elsewhere").Keys);
        Assert.False(Path.Exists(Path.Combine(site.Folder, "output", "stray")));
        Assert.True(File.Exists(Path.Combine(site.Folder, "output", "facts", "index.html")));
    }

    [Fact]
    public void A_folder_where_a_page_was_and_a_page_where_a_folder_was_change_places()
    {
        using var site = TinySite();
        site.Run();
        File.Delete(Path.Combine(site.Folder, "output", "404.html"));
        site.Write("output/404.html/inner.txt", "a folder");
        Directory.Delete(Path.Combine(site.Folder, "output", "facts"), recursive: true);
        site.Write("output/facts", "a file");
        Assert.Equal(0, site.Run().Status);
        Assert.True(File.Exists(Path.Combine(site.Folder, "output", "404.html")));
        Assert.True(File.Exists(Path.Combine(site.Folder, "output", "facts", "index.html")));
    }

    [Fact]
    public void A_check_writes_nothing()
    {
        using var site = TinySite();
        Assert.Equal(0, site.Run("check").Status);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "output")));
    }

    private static Scratch TinySite()
    {
        var site = new Scratch();
        site.Write("input/site.yaml", "title: A site\ndescription: A site for a test.\nbase_url: https://example.org/\n");
        site.Write("input/articles/one.md", "---\ntitle: One\ndescription: The first.\n---\n\nText.\n");
        return site;
    }
}
