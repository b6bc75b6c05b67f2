namespace Explainers.Tests.Writing;

/// <summary>Disks that refuse: each time a message that names the path and the cause, exit status 2, and the old site as it was.</summary>
public sealed class DiskFaultTests
{
    [Theory]
    [InlineData("size=4k", "the disk is full")]
    [InlineData("size=200k", "the disk is full")]
    [InlineData("nr_inodes=3", "the disk takes no more files")]
    [InlineData("nr_inodes=20", "the disk takes no more files")]
    [InlineData("nr_inodes=50", "the disk takes no more files")]
    [InlineData("ro", "the disk is read-only")]
    public void A_first_build_that_has_no_room_leaves_nothing(string options, string cause)
    {
        using var site = Scratch.OfArticles(60);
        using var disk = SmallDisk(site, "output", options);
        var run = site.Run("build", "--no-cache");
        AssertRefused(run, "output", cause);
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk.Folder));
    }

    [Fact]
    public void A_rebuild_that_has_no_room_leaves_the_old_site()
    {
        using var site = Scratch.OfArticles(60);
        Assert.Equal(0, site.Run().Status);
        var before = site.FilesOf("output");
        // Room for the site and a few files more; a page of memory holds the end of each file.
        using var disk = SmallDisk(site, "output", $"size={before.Values.Sum(file => 4 * ((file.Length + 4095) / 4096)) + 80}k");
        Assert.Equal(0, site.Run().Status);
        site.Replace("input/site.yaml", "A site\n", "Another site\n");
        // The first build needs room for staged files alone, since they are moved; the second for old and new.
        AssertRefused(site.Run(), "output", "the disk is full");
        var after = site.FilesOf("output");
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, file => Assert.Equal(file.Value, after[file.Key]));
    }

    [Fact]
    public void A_full_disk_of_the_cache_does_not_stop_a_build()
    {
        using var site = Scratch.OfArticles(60);
        using var disk = SmallDisk(site, ".cache", "size=8k");
        Assert.Equal(0, site.Run().Status);
        Assert.Equal(0, site.Run().Status);
        Assert.All(Directory.EnumerateFiles(disk.Folder), file => Assert.EndsWith(".bin", file, StringComparison.Ordinal));
    }

    [Fact]
    public void A_disk_that_is_mounted_in_the_output_is_written_to()
    {
        using var site = Scratch.OfArticles(3);
        Assert.Equal(0, site.Run().Status);
        var before = site.FilesOf("output");
        using var disk = SmallDisk(site, "output/article-1", "size=1m");
        Assert.Equal(0, site.Run().Status);
        Assert.Equal(before["article-1/index.html"], File.ReadAllBytes(Path.Combine(disk.Folder, "index.html")));
        Assert.Equal(before.Keys, site.FilesOf("output").Keys);
        site.Replace("input/site.yaml", "A site\n", "Another site\n");
        Assert.Equal(0, site.Run().Status);
        Assert.Equal(before.Keys, site.FilesOf("output").Keys);
    }

    [Theory]
    [InlineData("output", 0, "output")]
    [InlineData("output", 555, "output")]
    [InlineData("output", 333, "output")]
    [InlineData("output/article-1", 555, "output/article-1")]
    [InlineData("output/article-1", 0, "output/article-1")]
    [InlineData("output/stale", 555, "output/stale")]
    [InlineData("output/stale", 0, "output/stale")]
    [InlineData("output/stale", 333, "output/stale")]
    [InlineData(".cache", 555, ".cache")]
    [InlineData(".", 555, ".cache")]
    public void A_folder_without_rights_is_named(string folder, int mode, string named)
    {
        using var site = Scratch.OfArticles(3);
        Assert.Equal(0, site.Run("build", "--no-cache").Status);
        site.Write("output/stale/inner/old.html", "old");
        if (folder == ".cache") Directory.CreateDirectory(Path.Combine(site.Folder, folder));
        site.Replace("input/site.yaml", "A site\n", "Another site\n");
        var before = site.FilesOf("output");
        Assert.True(ToolProcess.CanRun("chown", "-R", "65534", site.Folder) || !Environment.IsPrivilegedProcess);
        ToolProcess.CanRun("chmod", $"{mode:000}", Path.Combine(site.Folder, folder));
        string[] options = folder.StartsWith("output", StringComparison.Ordinal) ? ["--no-cache"] : [];
        var run = ToolProcess.RunAsNobody(site.Folder, ["build", "--today", "2026-11-23", .. options]);
        ToolProcess.CanRun("chmod", "-R", "777", site.Folder);
        AssertRefused(run, named, "you do not have the rights");
        Assert.Equal(before.Keys, site.FilesOf("output").Keys);
        Assert.All(before, file => Assert.Equal(file.Value, site.FilesOf("output")[file.Key]));
    }

    [Theory]
    [InlineData("input/site.yaml/output", "unwritable-output: input/site.yaml/output cannot be written: input/site.yaml is a file")]
    [InlineData("input/site.yaml", "foreign-output: input/site.yaml holds or lies in a folder")]
    [InlineData("notes.txt", "foreign-output: notes.txt is a file")]
    public void A_path_that_leads_through_a_file_is_named(string output, string words)
    {
        using var site = Scratch.OfArticles(1);
        site.Write("notes.txt", "mine");
        var run = site.Run("build", "--output", output);
        Assert.Equal(2, run.Status);
        Assert.Contains(output == "input/site.yaml/output" ? "error" : $"error {words}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_whose_name_is_too_long_is_named()
    {
        using var site = Scratch.OfArticles(1);
        var name = new string('x', 300);
        AssertRefused(site.Run("build", "--output", name), name, "a name in its path is too long for the disk");
    }

    private static void AssertRefused(Run run, string named, string cause)
    {
        Assert.True(run.Status == 2, $"{run.Status}: {run.Error}");
        var line = string.Join(' ', run.Error.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"error unwritable-output: {named}", line, StringComparison.Ordinal);
        Assert.Contains($" cannot be written: {cause}", line, StringComparison.Ordinal);
    }

    private static Mounted SmallDisk(Scratch site, string folder, string options)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) Assert.Skip("Only root on Linux can mount a small disk.");
        var full = Directory.CreateDirectory(Path.Combine(site.Folder, folder)).FullName;
        if (!ToolProcess.CanRun("mount", "-t", "tmpfs", "-o", options, "tmpfs", full))
            Assert.Skip("This system does not let root mount a small disk.");
        return new Mounted(full);
    }

    private sealed class Mounted(string folder) : IDisposable
    {
        public string Folder => folder;

        public void Dispose() => ToolProcess.CanRun("umount", folder);
    }
}
