using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Explainers.Cli.Preview;
using Explainers.Parsing.Settings;

namespace Explainers.Tests;

/// <summary>The preview sends what the host will send, and lets in itself besides.</summary>
public sealed class PreviewPolicyTests
{
    public static TheoryData<string> AllHosts() => [.. Hosts.Names];

    [Theory]
    [MemberData(nameof(AllHosts))]
    public async Task A_page_has_the_policy_of_its_host_and_the_preview_is_part_of_it(string host)
    {
        using var site = NewsroomTests.Newsroom();
        site.Insert("input/site.yaml", "title: The Harbour Desk\n", $"host: {host}\n");
        await using var preview = await Previewing.StartAsync(site.Folder);
        using var answer = await preview.GetAsync("/what-does-the-ferry-cost/");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var sent = answer.Headers.TryGetValues("Content-Security-Policy", out var policies) ? string.Join('\n', policies) : "";
        Assert.Contains("/_preview/overlay.js", page, StringComparison.Ordinal);
        Assert.All(Policies(sent, page), policy =>
        {
            foreach (var allowed in (string[])["script-src 'self' https://plausible.io", "connect-src 'self' https://plausible.io",
                "form-action 'self' https://buttondown.com"])
                Assert.Contains(allowed, policy, StringComparison.Ordinal);
        });
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public void The_policy_in_a_page_without_scripts_lets_the_preview_in()
    {
        const string Page = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;\"></head><p>&quot;";
        Assert.Equal(
            Page.Replace("none&#39;", "none&#39;; script-src &#39;self&#39;; style-src &#39;self&#39;; connect-src &#39;self&#39;",
                StringComparison.Ordinal),
            Encoding.UTF8.GetString(OverlayPolicy.AllowIn(Encoding.UTF8.GetBytes(Page)).Span));
        foreach (var other in (string[])["", "<head></head>", "<head></head>" + Page])
            Assert.Equal(other, Encoding.UTF8.GetString(OverlayPolicy.AllowIn(Encoding.UTF8.GetBytes(other)).Span));
    }

    [Fact]
    public async Task A_recording_can_be_asked_for_piece_by_piece()
    {
        using var site = NewsroomTests.Newsroom();
        await using var preview = await Previewing.StartAsync(site.Folder);
        using var answer = await preview.GetAsync("/talk.mp3", request => request.Headers.Range = new RangeHeaderValue(10, 19));
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("audio/mpeg", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(File.ReadAllBytes(Path.Combine(site.Folder, "input", "public", "talk.mp3"))[10..20],
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The policies that say what is loaded, those in a header and that in a page.</summary>
    private static string[] Policies(string sent, string page)
    {
        string[] all = [.. sent.Split('\n'), page[..page.IndexOf("</head>", StringComparison.Ordinal)]];
        string[] loading = [.. all.Where(policy => policy.Contains("default-src", StringComparison.Ordinal))];
        Assert.NotEmpty(loading);
        return loading;
    }
}
