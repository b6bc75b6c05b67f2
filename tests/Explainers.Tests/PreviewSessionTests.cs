using System.Collections.Concurrent;
using System.Text;
using Explainers.Cli.Invocation;
using Explainers.Cli.Preview;

namespace Explainers.Tests;

/// <summary>The page in view is compiled before the rest of the site, and nothing stale is ever shown as new.</summary>
public sealed class PreviewSessionTests
{
    private const string Shown = "input/articles/article-3.md";

    [Fact]
    public async Task The_page_in_view_is_told_before_the_site_is_compiled()
    {
        await using var preview = await Session.OpenAsync();
        using var open = preview.Open("/article-3/");
        preview.Site.Write(Shown, Article("New words."));
        await preview.UntilCurrent("/article-3/", "New words.");
        var (first, last) = (preview.Told.First(told => Has(told, "New words.")), preview.Told.Last());
        Assert.False(first.IsCurrent);
        Assert.Equal(["/article-3/"], first.Fresh.Keys);
        Assert.True(last.IsCurrent);
        Assert.Empty(last.Fresh);
        Assert.True(last.Snapshot.Number > first.Snapshot.Number);
    }

    [Fact]
    public async Task Pages_that_nobody_shows_are_new_as_well_when_they_are_asked_for_in_between()
    {
        await using var preview = await Session.OpenAsync();
        var between = new ConcurrentQueue<string>();
        using var asking = preview.Of.Open.Open("/article-3/", () =>
        {
            if (preview.Of.State.IsCurrent) return;
            foreach (var url in new[] { "/article-3/", "/article-4/", "/article-99/" })
                between.Enqueue(preview.Of.Page(url) is { } page ? Encoding.UTF8.GetString(page.Bytes.Span) : "none");
        });
        preview.Site.Write("input/articles/article-4.md", Article("The other."));
        preview.Site.Write(Shown, Article("New words."));
        await preview.UntilCurrent("/article-3/", "New words.");
        await preview.UntilCurrent("/article-4/", "The other.");
        Assert.Contains(between, page => page.Contains("New words.", StringComparison.Ordinal));
        Assert.Contains(between, page => page.Contains("The other.", StringComparison.Ordinal));
        Assert.Contains("none", between);
    }

    [Fact]
    public async Task A_page_with_an_error_is_not_told_before_the_findings_are()
    {
        await using var preview = await Session.OpenAsync();
        using var open = preview.Open("/article-3/");
        preview.Site.Write(Shown, Article("Wrong: {{ no.fact }}."));
        await Previewing.Until(() => preview.Of.Snapshot.Findings.Any(finding => finding.Code is "unknown-sheet" or "unknown-fact"));
        Assert.DoesNotContain(preview.Told, told => !told.IsCurrent && told.Fresh.Count > 0);
        Assert.Contains("Text.", Encoding.UTF8.GetString(preview.Of.Page("/article-3/")!.Bytes.Span), StringComparison.Ordinal);
    }

    private static string Article(string words) => $"---\ntitle: Article 3\ndescription: The one numbered 3.\n---\n\n{words}\n";

    private static bool Has(PreviewState state, string words) =>
        state.Fresh.TryGetValue("/article-3/", out var page)
        && Encoding.UTF8.GetString(page.Page.Bytes.Span).Contains(words, StringComparison.Ordinal);

    /// <summary>A session that follows a site of some articles.</summary>
    private sealed class Session : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly StringWriter _error = new();
        private Task _following = Task.CompletedTask;

        private Session()
        {
            var options = new CompileOptions(new DateOnly(2026, 11, 23));
            var request = new SiteRequest("input", null, "", options, ReportFormat.Text, Strictness: Strictness.None, ShowsTimings: false)
            {
                IsDayNamed = true,
            };
            Of = new PreviewSession(request, new CliEnvironment(TextWriter.Null, _error, Site.Folder, TimeProvider.System));
        }

        public Scratch Site { get; } = Scratch.OfArticles(8);

        public PreviewSession Of { get; }

        /// <summary>What was shown each time that a page was told of something.</summary>
        public ConcurrentQueue<PreviewState> Told { get; } = new();

        public static async Task<Session> OpenAsync()
        {
            var session = new Session();
            await session.Of.OpenAsync(session._stop.Token);
            session._following = session.Of.FollowAsync(static _ => { }, session._stop.Token);
            return session;
        }

        public IDisposable Open(string url) => Of.Open.Open(url, () => Told.Enqueue(Of.State));

        public Task UntilCurrent(string url, string words) => Previewing.Until(() => Of.State is { IsCurrent: true } state
            && state.Snapshot.File(url) is { } page && Encoding.UTF8.GetString(page.Bytes.Span).Contains(words, StringComparison.Ordinal));

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _following;
            _stop.Dispose();
            await _error.DisposeAsync();
            Site.Dispose();
        }
    }
}
