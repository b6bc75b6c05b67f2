using System.Net;
using System.Net.WebSockets;

namespace Explainers.Tests.Hostile;

/// <summary>What the preview shows, drafts among it, is read by nobody else.</summary>
public sealed class PreviewDoorTests
{
    private static readonly string[] Paths = ["/x/", "/facts/denali.json", "/facts/denali.csv", "/facts/denali/", "/search/index.json",
        "/feed.xml", "/_preview/overlay.js", "/nothing"];

    [Fact]
    public async Task No_answer_may_be_read_or_embedded_by_other_sites()
    {
        using var scratch = Drafts();
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        foreach (var path in Paths)
        {
            using var answer = await preview.GetAsync(path);
            Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
            Assert.Contains("frame-ancestors 'self'", answer.Headers.GetValues("Content-Security-Policy"));
        }
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "{address}.evil.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "http://127.0.0.1")]
    [InlineData("Origin", "https://{host}")]
    [InlineData("Origin", "{host}")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Pages_of_other_sites_are_answered_nothing(string header, string value)
    {
        using var scratch = Drafts();
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        var sent = value.Replace("{address}", $"http://{preview.Address.Authority}", StringComparison.Ordinal)
            .Replace("{host}", preview.Address.Authority, StringComparison.Ordinal);
        foreach (var path in Paths)
        {
            using var answer = await preview.GetAsync(path, request => request.Headers.TryAddWithoutValidation(header, sent));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader(header, sent);
        await Assert.ThrowsAsync<WebSocketException>(() =>
            socket.ConnectAsync(new Uri($"ws://{preview.Address.Authority}/_preview/live?page=/x/"),
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Its_own_pages_and_people_who_follow_a_link_are_answered()
    {
        using var scratch = Drafts();
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        using var visit = await preview.GetAsync("/x/", request =>
        {
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            request.Headers.Add("Sec-Fetch-Mode", "navigate");
            request.Headers.Add("Sec-Fetch-Dest", "document");
        });
        Assert.Equal(HttpStatusCode.OK, visit.StatusCode);
        using var own = await preview.GetAsync("/facts/denali.json", request =>
            request.Headers.Add("Origin", $"http://{preview.Address.Authority}"));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        using var frame = await preview.GetAsync("/x/", request =>
        {
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            request.Headers.Add("Sec-Fetch-Mode", "navigate");
            request.Headers.Add("Sec-Fetch-Dest", "iframe");
        });
        Assert.Equal(HttpStatusCode.Forbidden, frame.StatusCode);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", $"http://{preview.Address.Authority}");
        await socket.ConnectAsync(new Uri($"ws://{preview.Address.Authority}/_preview/live?page=/x/"),
            TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    private static Scratch Drafts()
    {
        var scratch = new Scratch();
        scratch.Run("new", "site", ".");
        scratch.Write("input/articles/x.md", "---\ntitle: T\ndescription: D\nstatus: draft\n---\n\nNothing.\n");
        return scratch;
    }
}
