using Explainers.Cli.Invocation;
using Explainers.Cli.Preview;
using Explainers.Facts;

namespace Explainers.Tests.Hostile;

/// <summary>The preview lives on whatever a file does, and sees changes wherever links lead.</summary>
public sealed class PreviewFaultTests
{
    private const string Article = "---\ntitle: Story\ndescription: D\n---\n\nFirst.\n";

    [Theory]
    [InlineData("input/articles/story.md", "../../shared/story.md")]
    [InlineData("input/articles/more", "../../shared")]
    [InlineData("input/articles/story.md", "../../again.md")]
    [InlineData("input/articles/story.md", "../_kept/story.md")]
    public async Task Preview_symlink(string link, string target)
    {
        using var scratch = Small();
        foreach (var path in new[] { "shared/story.md", "input/_kept/story.md" }) scratch.Write(path, Article);
        scratch.Link("again.md", "shared/story.md");
        scratch.Link(link, target);
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        await preview.UntilPage("/story/", "First.");
        foreach (var path in new[] { "shared/story.md", "input/_kept/story.md" }) scratch.Replace(path, "First.", "Second.");
        await preview.UntilPage("/story/", "Second.");
        foreach (var path in new[] { "shared/story.md", "input/_kept/story.md" })
        {
            scratch.Write(path + "~", Article.Replace("First.", "Third.", StringComparison.Ordinal));
            File.Move(Path.Combine(scratch.Folder, path + "~"), Path.Combine(scratch.Folder, path), overwrite: true);
        }
        await preview.UntilPage("/story/", "Third.");
        File.Delete(Path.Combine(scratch.Folder, link));
        await preview.UntilPage("/story/", "Third.", has: false);
        scratch.Link(link, target);
        await preview.UntilPage("/story/", "Third.");
    }

    [Fact]
    public async Task A_pipe_and_a_link_out_are_told_of_and_the_end_is_prompt()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no named pipes in folders.");
        using var scratch = Small();
        scratch.Write("input/articles/story.md", Article);
        SpecialFileTests.Pipe(Path.Combine(scratch.Folder, "input/articles/pipe.md"));
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        Assert.Contains("not-a-file", preview.Words, StringComparison.Ordinal);
        scratch.Link("input/articles/out.md", "/etc/passwd");
        await Previewing.Until(() => preview.Words.Contains("misplaced-link", StringComparison.Ordinal));
        SpecialFileTests.Pipe(Path.Combine(scratch.Folder, "input/articles/later.md"));
        await Previewing.Until(() => preview.Words.Contains("later.md", StringComparison.Ordinal));
        await preview.UntilPage("/story/", "First.");
        Assert.Equal(0, await preview.StopAsync());
    }

    [Theory]
    [InlineData(260)]
    [InlineData(100_000)]
    public async Task An_article_that_the_compiler_chokes_on_ends_nothing(int depth)
    {
        using var scratch = Small();
        scratch.Write("input/articles/story.md", Article);
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        scratch.Write("input/articles/story.md", $"{Article}{new string('*', depth)}a{new string('*', depth)}\n");
        await Previewing.Until(() => preview.Words.Contains("error", StringComparison.Ordinal)
            || preview.TextAsync("/story/").Result.Contains("***", StringComparison.Ordinal));
        scratch.Write("input/articles/story.md", Article.Replace("First.", "Second.", StringComparison.Ordinal));
        await preview.UntilPage("/story/", "Second.");
    }

    [Fact]
    public async Task A_compiler_that_fails_is_a_finding_and_the_page_stays()
    {
        using var scratch = Small();
        scratch.Write("input/articles/story.md", Article);
        using var error = new StringWriter();
        // An address without a host makes the compiler throw; no command line lets one through.
        var options = new CompileOptions(new DateOnly(2026, 11, 23)) { Address = new Uri("relative", UriKind.Relative) };
        var request = new SiteRequest("input", null, "", options, ReportFormat.Text, Strictness: Strictness.None,
            ShowsTimings: false)
        { IsDayNamed = true };
        var session = new PreviewSession(request, new CliEnvironment(TextWriter.Null, error, scratch.Folder, TimeProvider.System));
        await session.OpenAsync(TestContext.Current.CancellationToken);
        Assert.Equal("tool-fault", Assert.Single(session.Snapshot.Findings).Code);
    }

    private static Scratch Small()
    {
        var scratch = new Scratch();
        scratch.Write("input/site.yaml", "title: A site\ndescription: D\nbase_url: https://example.org/\n");
        scratch.Write("input/articles/.keep", "");
        return scratch;
    }
}
