using Explainers.Cli.Disk;

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

    [Fact]
    public void What_a_former_build_wrote_below_a_dot_goes_and_what_others_wrote_there_stays()
    {
        using var site = TinySite();
        var settings = site.Read("input/site.yaml");
        site.Write("input/site.yaml", settings + "security: { contact: \"mailto:a@example.org\", expires: 2099-01-01 }\n");
        Assert.Equal(0, site.Run().Status);
        Assert.Contains(" .well-known/security.txt\n", site.Read("output/.explainers"), StringComparison.Ordinal);
        site.Write("output/.well-known/of-the-host", "theirs");
        site.Write("output/.htaccess", "theirs");
        site.Write("input/site.yaml", settings);
        Assert.Contains("1 removed", site.Run().Error, StringComparison.Ordinal);
        Assert.Equal([".explainers", ".htaccess", ".well-known/of-the-host"], site.FilesOf("output").Keys.Where(path => path[0] == '.'));
        Assert.DoesNotContain("security", site.Read("output/.explainers"), StringComparison.Ordinal);
        site.Write("input/site.yaml", settings + "security: { contact: \"mailto:a@example.org\", expires: 2099-01-01 }\n");
        site.Run();
        site.Write("output/.well-known/security.txt", "changed by hand");
        File.Delete(Path.Combine(site.Folder, "output", ".well-known", "of-the-host"));
        site.Write("input/site.yaml", settings);
        Assert.Contains("0 removed", site.Run().Error, StringComparison.Ordinal);
        Assert.Equal("changed by hand", site.Read("output/.well-known/security.txt"));
    }

    [Fact]
    public void A_folder_that_a_dot_file_leaves_empty_goes_too()
    {
        using var site = TinySite();
        var settings = site.Read("input/site.yaml");
        site.Write("input/site.yaml", settings + "security: { contact: \"mailto:a@example.org\", expires: 2099-01-01 }\n");
        site.Run();
        site.Write("input/site.yaml", settings);
        site.Run();
        Assert.False(Path.Exists(Path.Combine(site.Folder, "output", ".well-known")));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("anything", false)]
    [InlineData("This folder is written by explainers. It removes files here that the site does not have.\r\n", true)]
    public void A_marker_is_known_by_its_content(string marker, bool isOurs)
    {
        using var site = TinySite();
        site.Write("output/.explainers", marker);
        site.Write("output/mine.txt", "mine");
        Assert.Equal(isOurs ? 0 : 2, site.Run().Status);
        Assert.Equal(isOurs, !File.Exists(Path.Combine(site.Folder, "output", "mine.txt")));
    }

    [Fact]
    public void A_name_that_the_disk_cannot_have_leaves_the_output_as_it_was()
    {
        using var site = TinySite();
        site.Run();
        site.Write("output/new", "a file where a folder is needed");
        var before = site.FilesOf("output");
        using (var output = Open(site))
        {
            Assert.Null(output.Add("new/folder/page.html", "new"u8));
            Assert.Null(output.Add("index.html", "new"u8));
            Assert.Null(output.Add(new string('x', 300) + ".html", "new"u8));
            var finding = Assert.Single(output.Commit().Findings);
            const string words = "xxx.html cannot be written: a name in its path is too long for the disk";
            Assert.Contains(words, finding.Message, StringComparison.Ordinal);
        }
        AssertSame(before, site.FilesOf("output"));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(site.Folder, "output"), "new*"));
    }

    [Fact]
    public void An_abandoned_output_is_as_it_was_and_one_that_was_not_there_is_gone()
    {
        using var site = TinySite();
        using (var output = Open(site, "public/site")) Assert.Null(output.Add("index.html", "new"u8));
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "public")));
        site.Run();
        var before = site.FilesOf("output");
        using (var output = Open(site)) Assert.Null(output.Add("index.html", "new"u8));
        AssertSame(before, site.FilesOf("output"));
    }

    [Fact]
    public void A_file_with_a_second_name_is_replaced_and_not_written_into()
    {
        using var site = TinySite();
        site.Run();
        var page = Path.Combine(site.Folder, "output", "index.html");
        site.Write("elsewhere/page", "mine");
        File.Delete(page);
        File.CreateSymbolicLink(page, Path.Combine(site.Folder, "elsewhere", "page"));
        Assert.Equal(0, site.Run().Status);
        Assert.Equal("mine", site.Read("elsewhere/page"));
        Assert.Null(new FileInfo(page).LinkTarget);
    }

    [Theory]
    [InlineData(".explainers-staging")]
    [InlineData(".explainers-staging/lock")]
    public void A_link_in_place_of_the_staging_folder_is_not_followed(string name)
    {
        using var site = TinySite();
        site.Run();
        Directory.CreateDirectory(Path.Combine(site.Folder, "elsewhere"));
        site.Write("output/index.html", "changed by hand");
        if (name.Contains('/')) Directory.CreateDirectory(Path.Combine(site.Folder, "output", ".explainers-staging"));
        var target = Path.Combine(site.Folder, "elsewhere", name.Contains('/') ? "file" : "");
        Directory.CreateSymbolicLink(Path.Combine(site.Folder, "output", name), target);
        var run = site.Run();
        Assert.Equal(2, run.Status);
        Assert.StartsWith("error unwritable-output: output cannot be written: .explainers-staging", run.Error, StringComparison.Ordinal);
        Assert.Empty(site.FilesOf("elsewhere"));
    }

    [Fact]
    public void What_a_dead_build_staged_goes_and_what_a_person_put_beside_it_stays()
    {
        using var site = TinySite();
        site.Run();
        site.Write("elsewhere/mine.txt", "mine");
        site.Write("output/.explainers-staging/0123456789abcdef-1", "staged");
        site.Write("output/.explainers-staging/0123456789abcdef-2/old.html", "moved aside");
        var link = Path.Combine(site.Folder, "output/.explainers-staging/0123456789abcdef-2/link");
        Directory.CreateSymbolicLink(link, Path.Combine(site.Folder, "elsewhere"));
        site.Write("output/.explainers-staging/mine.txt", "mine");
        Assert.Equal(0, site.Run().Status);
        Assert.Equal(["mine.txt"], site.FilesOf("output/.explainers-staging").Keys);
        Assert.Equal("mine", site.Read("elsewhere/mine.txt"));
    }

    private static StagedOutput Open(Scratch site, string folder = "output")
    {
        var target = new OutputTarget(Path.Combine(site.Folder, folder), folder, []) { IsFlushed = false };
        var opened = StagedOutput.Open(target, null, TestContext.Current.CancellationToken);
        Assert.Empty(opened.Findings);
        return opened.Value!;
    }

    private static void AssertSame(SortedDictionary<string, byte[]> expected, SortedDictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, file => Assert.Equal(file.Value, actual[file.Key]));
    }

    private static Scratch TinySite()
    {
        var site = new Scratch();
        site.Write("input/site.yaml", "title: A site\ndescription: A site for a test.\nbase_url: https://example.org/\n");
        site.Write("input/articles/one.md", "---\ntitle: One\ndescription: The first.\n---\n\nText.\n");
        return site;
    }
}
