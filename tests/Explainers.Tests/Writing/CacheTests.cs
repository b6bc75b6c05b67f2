using System.IO.Hashing;

namespace Explainers.Tests.Writing;

/// <summary>A cache is trusted by what its files hold, not by their names, and nothing is removed from it that is not its own.</summary>
public sealed class CacheTests
{
    [Theory]
    [InlineData("pages-2024.bin")]
    [InlineData("pages-0123456789abcdef.bin")]
    [InlineData("pictures/ab/mine.png")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public void A_file_of_somebody_else_stays(string name)
    {
        using var site = Site();
        site.Write($"mine/{name}", "mine, and long enough to have a head: " + new string('x', 100));
        Assert.Equal(0, site.Run("build", "--cache", "mine").Status);
        Assert.Equal(0, site.Run("build", "--cache", "mine").Status);
        Assert.StartsWith("mine", site.Read($"mine/{name}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("torn")]
    [InlineData("foreign")]
    [InlineData("empty")]
    [InlineData("huge")]
    [InlineData("garbage with a right checksum")]
    [InlineData("garbage behind the head")]
    [InlineData("garbage at the end")]
    [InlineData("folder")]
    [InlineData("link")]
    [InlineData("pipe")]
    public void A_broken_file_is_made_again(string fault)
    {
        using var site = Site();
        site.Run();
        var before = site.FilesOf("output");
        var files = Directory.GetFiles(Path.Combine(site.Folder, ".cache"), "*-*.bin");
        Assert.Equal(["build", "graph"], files.Select(file => Path.GetFileName(file).Split('-')[0]).Order(StringComparer.Ordinal));
        site.Write("elsewhere/file", "mine");
        foreach (var file in files) Break(file, fault, Path.Combine(site.Folder, "elsewhere", "file"));
        site.Write("output/index.html", "changed by hand");
        for (var i = 0; i < 2; i++)
        {
            var run = site.Run();
            Assert.True(run.Status == 0, run.Error);
            Assert.All(before, file => Assert.Equal(file.Value, site.FilesOf("output")[file.Key]));
        }
        Assert.Equal("mine", site.Read("elsewhere/file"));
        if (fault is not "folder") Assert.All(files, file => Assert.True(new FileInfo(file) is { LinkTarget: null, Length: > 100 }));
    }

    [Fact]
    public void What_another_version_kept_goes_and_so_does_what_a_killed_build_left()
    {
        using var site = Site();
        site.Run();
        var kept = Directory.GetFiles(Path.Combine(site.Folder, ".cache"), "build-*.bin")[0];
        var old = Path.Combine(site.Folder, ".cache", "build-0123456789abcdef.bin");
        File.Copy(kept, old);
        var oldGraph = old.Replace("build-", "graph-", StringComparison.Ordinal);
        File.Copy(Directory.GetFiles(Path.Combine(site.Folder, ".cache"), "graph-*.bin")[0], oldGraph);
        site.Write(".cache/0123456789abcdef0123456789abcdef.explainers-part", "half");
        site.Write("input/articles/more.md", "---\ntitle: More\ndescription: More.\n---\n\nText.\n");
        Assert.Equal(0, site.Run().Status);
        Assert.False(File.Exists(old) || File.Exists(oldGraph));
        Assert.DoesNotContain(site.FilesOf(".cache").Keys, name => name.EndsWith("-part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nothing", true)]
    [InlineData("an article", false)]
    [InlineData("a page of the output", false)]
    [InlineData("a file too many", false)]
    [InlineData("the day", false)]
    [InlineData("the folder", false)]
    public void A_build_with_nothing_to_do_says_what_the_last_one_said(string change, bool isKnown)
    {
        using var site = Site();
        site.Write("input/articles/more.md", "---\ntitle: More\ndescription: More.\n---\n\nIt has 17 rooms.\n");
        var first = site.Run();
        if (change == "an article") site.Replace("input/articles/more.md", "17", "18");
        if (change == "a page of the output") site.Replace("output/index.html", "<html", "<HTML");
        if (change == "a file too many") site.Write("output/more.html", "mine");
        var second = site.Run(["build", "--timings", .. change == "the day" ? ["--today", "2026-11-24"] : Array.Empty<string>(),
            .. change == "the folder" ? ["--output", "other"] : Array.Empty<string>()]);
        Assert.Equal(first.Status, second.Status);
        Assert.Contains("warning unbound-figure", second.Error, StringComparison.Ordinal);
        Assert.Equal(isKnown, !second.Error.Contains("\nrender ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_build_after_a_change_writes_what_changed_and_mends_what_was_touched()
    {
        using var site = Site();
        site.Write("input/articles/more.md", "---\ntitle: More\ndescription: More.\n---\n\nText.\n");
        Assert.Equal(0, site.Run().Status);
        site.Replace("input/articles/more.md", "Text.", "Other text.");
        site.Write("output/index.html", "changed by hand");
        File.Delete(Path.Combine(site.Folder, "output", "sitemap.xml"));
        var run = site.Run();
        Assert.True(run.Status == 0, run.Error);
        var kept = site.FilesOf("output");
        Assert.Equal(0, site.Run("build", "--no-cache", "--output", "clean").Status);
        var clean = site.FilesOf("clean");
        Assert.Equal(clean.Keys.Order(StringComparer.Ordinal), kept.Keys.Order(StringComparer.Ordinal));
        Assert.All(clean, file => Assert.Equal(file.Value, kept[file.Key]));
    }

    [Fact]
    public void A_build_that_finds_errors_keeps_what_it_computed_and_leaves_the_site_as_it_was()
    {
        using var site = Site();
        Assert.Equal(0, site.Run().Status);
        var before = site.FilesOf("output");
        site.Write("input/articles/more.md", "---\ntitle: More\ndescription: More.\n---\n\n{{ no.such }}\n");
        Assert.Equal(1, site.Run().Status);
        Assert.Equal(before, site.FilesOf("output"));
        site.Replace("input/articles/more.md", "{{ no.such }}", "Text.");
        Assert.Equal(0, site.Run().Status);
        Assert.True(site.FilesOf("output").Count > before.Count);
    }

    [Theory]
    [InlineData("output/cache", "lies in the output")]
    [InlineData("output", "lies in the output")]
    [InlineData("input", "lies in a folder that the site is made from")]
    [InlineData("input/cache", "lies in a folder that the site is made from")]
    [InlineData("alias/cache", "lies in a folder that the site is made from")]
    [InlineData("theme", "lies in a folder that the site is made from")]
    public void A_cache_where_it_would_be_published_or_read_is_refused(string cache, string why)
    {
        using var site = Site();
        site.Write("theme/card.txt", "");
        Directory.CreateSymbolicLink(Path.Combine(site.Folder, "alias"), Path.Combine(site.Folder, "input"));
        var before = site.FilesOf(".");
        var run = site.Run("build", "--cache", cache);
        Assert.Equal(2, run.Status);
        Assert.StartsWith($"error foreign-output: {cache} {why}", run.Error, StringComparison.Ordinal);
        Assert.Equal(before.Keys, site.FilesOf(".").Keys);
    }

    [Fact]
    public void A_file_in_place_of_the_cache_is_a_message_and_nothing_is_written()
    {
        using var site = Site();
        site.Write(".cache", "a file");
        var run = site.Run();
        Assert.Equal(2, run.Status);
        Assert.StartsWith("error unwritable-output: .cache cannot be written: it is a file", run.Error, StringComparison.Ordinal);
        Assert.Contains("--no-cache", run.Error, StringComparison.Ordinal);
        Assert.Empty(site.FilesOf("output"));
        Assert.Equal(0, site.Run("build", "--no-cache").Status);
    }

    private static void Break(string file, string fault, string elsewhere)
    {
        var bytes = File.ReadAllBytes(file);
        File.Delete(file);
        switch (fault)
        {
            case "torn": File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]); break;
            case "foreign": File.WriteAllText(file, new string('x', 1000)); break;
            case "empty": File.WriteAllText(file, ""); break;
            case "huge": using (var stream = File.Create(file)) stream.SetLength(1L << 33); break;
            case "folder": Directory.CreateDirectory(Path.Combine(file, "inner")); break;
            case "garbage behind the head":
                Random.Shared.NextBytes(bytes.AsSpan(48));
                File.WriteAllBytes(file, bytes);
                break;
            case "garbage at the end": File.WriteAllBytes(file, [.. bytes, .. "garbage"u8]); break;
            case "link": File.CreateSymbolicLink(file, elsewhere); break;
            case "pipe" when ToolProcess.CanRun("mkfifo", file): break;
            case "pipe": Assert.Skip("This system makes no pipes."); break;
            default:
                Random.Shared.NextBytes(bytes.AsSpan(48));
                XxHash128.Hash(bytes.AsSpan(32)).CopyTo(bytes.AsSpan(16));
                File.WriteAllBytes(file, bytes);
                break;
        }
    }

    private static Scratch Site()
    {
        var site = new Scratch();
        site.Run("new", "site", ".");
        return site;
    }
}
