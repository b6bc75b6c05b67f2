using Explainers.Hosting;

namespace Explainers.Tests.Writing;

/// <summary>The output never holds what the site is made from, nor lies in it, whatever links, mounts and spellings lead there.</summary>
public sealed class OverlapTests
{
    private const string Marker = "This folder is written by explainers. It removes files here that the site does not have.\n";

    [Theory]
    [InlineData("real/input", "alias", null)]
    [InlineData("alias/input", "real", null)]
    [InlineData("real/input", "alias/input/articles/out", null)]
    [InlineData("alias/input", "other/real", null)]
    [InlineData("real/input", "chain/input", null)]
    [InlineData("real/input", "output", "output/theme")]
    [InlineData("real/input", "output", "real/linked-theme")]
    public void Input_and_theme_are_found_through_links(string input, string output, string? theme)
    {
        using var site = new Scratch();
        site.Run("new", "site", "real");
        site.Write("real/.explainers", Marker);
        site.Write("output/.explainers", Marker);
        site.Write("output/theme/card.txt", "mine");
        Link(site, "alias", "real");
        Link(site, "chain", "alias");
        Link(site, "other", ".");
        Link(site, "real/linked-theme", "../output/theme");
        var before = site.FilesOf("real");
        string[] options = theme is null ? [] : ["--theme", theme];
        var run = site.Run(["build", "--input", input, "--output", output, "--no-cache", .. options]);
        Assert.Equal(2, run.Status);
        Assert.StartsWith($"error foreign-output: {output} holds or lies in", run.Error, StringComparison.Ordinal);
        Assert.Equal(before.Keys, site.FilesOf("real").Keys);
        Assert.Equal("mine", site.Read("output/theme/card.txt"));
    }

    [Fact]
    public void The_top_of_a_disk_and_a_home_folder_are_refused()
    {
        using var site = new Scratch();
        site.Run("new", "site", ".");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        foreach (var folder in new[] { Path.GetPathRoot(site.Folder)!, home }.Where(folder => folder.Length > 0))
        {
            var run = site.Run("build", "--output", folder);
            Assert.Equal(2, run.Status);
            Assert.StartsWith($"error foreign-output: {folder} is ", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_second_mount_of_the_folder_of_the_input_is_found()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) Assert.Skip("Only root on Linux can mount a folder twice.");
        using var site = new Scratch();
        site.Run("new", "site", "real");
        site.Write("real/.explainers", Marker);
        var alias = Directory.CreateDirectory(Path.Combine(site.Folder, "alias")).FullName;
        if (!ToolProcess.CanRun("mount", "--bind", Path.Combine(site.Folder, "real"), alias))
            Assert.Skip("This system does not let root mount.");
        try
        {
            var before = site.FilesOf("real");
            var run = site.Run("build", "--input", "real/input", "--output", "alias", "--no-cache");
            Assert.Equal(2, run.Status);
            Assert.StartsWith("error foreign-output: alias holds or lies in", run.Error, StringComparison.Ordinal);
            Assert.Equal(before.Keys, site.FilesOf("real").Keys);
        }
        finally
        {
            ToolProcess.CanRun("umount", alias);
        }
    }

    [Theory]
    [InlineData("a/b", "a/b")]
    [InlineData("one", "a/b")]
    [InlineData("two/x", "a/b/x")]
    [InlineData("up/x", "x")]
    [InlineData("dangling/x", "nowhere/x")]
    public void A_real_path_has_no_links(string path, string real)
    {
        using var site = new Scratch();
        Directory.CreateDirectory(Path.Combine(site.Folder, "a", "b"));
        Link(site, "one", "a/b");
        Link(site, "two", "one");
        Link(site, "up", "one/../..");
        Link(site, "dangling", "nowhere");
        Assert.Equal(Path.Combine(RealPath.OrTyped(site.Folder), real), RealPath.OrTyped(Path.Combine(site.Folder, path))
            .Replace('\\', '/'));
    }

    private static void Link(Scratch site, string path, string target) =>
        Directory.CreateSymbolicLink(Path.Combine(site.Folder, path), target);
}
