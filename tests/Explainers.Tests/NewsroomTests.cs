using System.Text.Json;
using Explainers.Parsing.Settings;

namespace Explainers.Tests;

/// <summary>The site of tests/newsroom, which uses together what a newsroom needs besides facts, built for each host.</summary>
public sealed class NewsroomTests
{
    private const string Before = "2026-11-28T05:59+01:00";
    private const string After = "2026-11-28T06:00+01:00";

    public static TheoryData<string> AllHosts() => [.. Hosts.Names];

    [Theory]
    [MemberData(nameof(AllHosts))]
    public void It_builds_for_each_host_without_a_finding(string host)
    {
        using var site = Newsroom();
        site.Insert("input/site.yaml", "title: The Harbour Desk\n", $"host: {host}\n");
        var run = site.Run("build", "--strict", "--now", After);
        Assert.True(run.Status == 0 && run.Error.Contains("no findings", StringComparison.Ordinal), run.Error);
        var files = site.FilesOf("output");
        foreach (var path in (string[])["CNAME", "rates.txt", ".well-known/proof.txt", "talk.mp3", "authors/m-lindholt/feed.xml"])
            Assert.Contains(path, files.Keys);
        var article = site.Read("output/what-does-the-ferry-cost/index.html");
        foreach (var shown in (string[])["The ferry in figures", "Maja Lindholt", "Rose Moreau", "role=\"doc-endnotes\"", "<mark>",
            "<del>", "<dt>", "type=\"checkbox\"", "buttondown.com/api", "plausible.io/js/script.js", "/topics/ferry/", "Who we are",
            "\"author\":", "We asked the office"])
            Assert.Contains(shown, article, StringComparison.Ordinal);
        Assert.Contains("„immer“", site.Read("output/was-kostet-die-faehre/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("<iframe", site.Read("output/films-of-the-ferry/index.html"), StringComparison.Ordinal);
        Assert.Contains("Datawrapper", site.Read("output/privacy/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_embargo_is_kept_to_the_minute()
    {
        using var site = Newsroom();
        Assert.Equal(0, site.Run("build", "--strict", "--now", Before).Status);
        Assert.DoesNotContain(site.FilesOf("output").Values, bytes =>
            bytes.AsSpan().IndexOf("second-pier"u8) >= 0 || bytes.AsSpan().IndexOf("opens this morning"u8) >= 0);
        Assert.Equal(0, site.Run("build", "--strict", "--now", After).Status);
        Assert.Contains("second-pier", site.Read("output/feed.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_desk_is_told_who_looks_after_what_and_what_comes_next()
    {
        using var site = Newsroom();
        using var next = JsonDocument.Parse(site.Run("next", "--json", "--now", Before).Output);
        Assert.Equal("2026-11-28T05:00:00Z", next.RootElement.GetProperty("next").GetString());
        var due = site.Run("facts", "due", "--days", "60", "--now", Before).Output;
        Assert.Contains("owner: Fares desk", due, StringComparison.Ordinal);
        var report = site.Run("report", "--days", "60", "--now", Before).Output;
        Assert.Contains("Maja Lindholt", report, StringComparison.Ordinal);
        Assert.Contains("Fares desk", report, StringComparison.Ordinal);
    }

    internal static Scratch Newsroom()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "newsroom");
        return Scratch.CopyOf(Path.Combine(folder, "input"), Path.Combine(folder, "theme"));
    }
}
