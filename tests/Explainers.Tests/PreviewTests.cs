using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Explainers.Cli;
using Explainers.Cli.Invocation;
using Explainers.Cli.Preview;

namespace Explainers.Tests;

/// <summary>The preview follows whatever happens to the files, and answers nobody but this machine.</summary>
public sealed class PreviewTests
{
    private const string Site = "title: A site\ndescription: A site for a test.\nbase_url: https://example.org/\n";
    private const string Sheet =
        "title: Sheet\nsource: here\nsources:\n  here: { publisher: The Paper, title: T, url: https://example.org/ }\n"
        + "facts:\n  price: { label: Price, value: 7 million USD, review_by: 2026-12-01 }\n";
    private const string Article = "---\ntitle: One\ndescription: The first.\nabout: [sheet]\n---\n\nIt cost {{ sheet.price }}.\n";

    [Fact]
    public async Task A_saved_file_is_on_the_page_and_the_browser_is_told()
    {
        using var scratch = Small();
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        using var page = await preview.FollowAsync("/one/");
        var first = await page.UntilAsync(_ => true);
        Assert.Contains("7000000 USD", first.GetProperty("html").GetString(), StringComparison.Ordinal);
        var fact = Assert.Single(first.GetProperty("facts").EnumerateArray());
        Assert.Equal("sheet.price", fact.GetProperty("name").GetString());
        Assert.Equal("The Paper", fact.GetProperty("sources")[0].GetProperty("publisher").GetString());
        Assert.Equal("soon", fact.GetProperty("state").GetString());
        scratch.Replace("input/facts/sheet.yaml", "7 million", "9 million");
        var second = await page.UntilAsync(message => message.TryGetProperty("html", out _));
        Assert.Contains("9000000 USD", second.GetProperty("html").GetString(), StringComparison.Ordinal);
        await preview.UntilPage("/one/", "9000000 USD");
    }

    [Fact]
    public async Task While_an_error_stands_the_last_good_page_is_shown_with_the_finding_and_its_place()
    {
        using var scratch = Small();
        await using var preview =
            await Previewing.StartAsync(scratch.Folder, "--editor", "edit://open?file={file}&line={line}&column={column}");
        using var page = await preview.FollowAsync("/one/");
        scratch.Replace("input/articles/one.md", "sheet.price", "sheet.prise");
        var broken = await page.UntilAsync(message => message.GetProperty("errors").GetInt32() == 1);
        Assert.True(broken.GetProperty("isOld").GetBoolean());
        var finding = broken.GetProperty("findings").EnumerateArray()
            .Single(finding => finding.GetProperty("code").GetString() == "unknown-fact");
        Assert.Equal("input/articles/one.md:7:12", finding.GetProperty("place").GetString());
        Assert.Equal($"edit://open?file={Path.Combine(scratch.Folder, "input/articles/one.md").Replace('\\', '/')}&line=7&column=12",
            finding.GetProperty("editor").GetString());
        var line = finding.GetProperty("line").GetString()!;
        Assert.Equal("sheet.prise", line[finding.GetProperty("from").GetInt32()..finding.GetProperty("to").GetInt32()]);
        using var home = await preview.FollowAsync("/");
        Assert.Equal(1, (await home.UntilAsync(_ => true)).GetProperty("errorsElsewhere").GetInt32());
        Assert.Contains("7000000 USD", await preview.TextAsync("/one/"), StringComparison.Ordinal);
        scratch.Replace("input/articles/one.md", "sheet.prise", "sheet.price");
        var mended = await page.UntilAsync(message => message.GetProperty("errors").GetInt32() == 0);
        Assert.False(mended.GetProperty("isOld").GetBoolean());
    }

    [Fact]
    public async Task When_the_day_is_over_dates_are_judged_by_the_next()
    {
        using var scratch = Small();
        scratch.Replace("input/articles/one.md", "about:", "published: 2026-11-24\nabout:");
        var clock = new Clock { Now = new DateTimeOffset(2026, 11, 23, 23, 59, 59, 800, TimeSpan.Zero) };
        await using var preview = await Previewing.StartAsync(scratch.Folder, clock);
        using var page = await preview.FollowAsync("/one/");
        Assert.StartsWith("Embargoed", (await page.UntilAsync(_ => true)).GetProperty("mark").GetString(), StringComparison.Ordinal);
        clock.Now = clock.Now.AddHours(1);
        await page.UntilAsync(message => !message.TryGetProperty("mark", out _));
    }

    [Fact]
    public async Task A_file_that_was_emptied_just_now_is_what_it_was_until_it_is_filled()
    {
        using var scratch = Small();
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        using var page = await preview.FollowAsync("/one/");
        scratch.Write("empty", "");
        // A file from the future is always one of just now.
        File.SetLastWriteTimeUtc(Path.Combine(scratch.Folder, "empty"), DateTime.UtcNow.AddDays(1));
        File.Move(Path.Combine(scratch.Folder, "empty"), Path.Combine(scratch.Folder, "input/facts/sheet.yaml"), overwrite: true);
        scratch.Replace("input/articles/one.md", "It cost", "It costs");
        var message = await page.UntilAsync(message => message.TryGetProperty("html", out var html)
            && html.GetString()!.Contains("It costs", StringComparison.Ordinal));
        Assert.Equal(0, message.GetProperty("errors").GetInt32());
        scratch.Write("input/facts/sheet.yaml", Sheet.Replace("7 million", "8 million", StringComparison.Ordinal));
        await preview.UntilPage("/one/", "8000000 USD");
    }

    [Fact]
    public void A_preview_that_is_ended_before_it_shows_the_site_says_nothing()
    {
        using var scratch = Small();
        using var stop = new CancellationTokenSource();
        using var error = new StringWriter();
        stop.Cancel();
        var status = Application.Run(["preview", "--port", FreePort.Find()],
            new CliEnvironment(TextWriter.Null, error, scratch.Folder, TimeProvider.System) { Stop = stop.Token });
        Assert.Equal((0, ""), (status, error.ToString()));
    }

    [Fact]
    public async Task Drafts_are_shown_and_marked()
    {
        using var scratch = Small();
        scratch.Replace("input/articles/one.md", "about:", "status: draft\nabout:");
        scratch.Write("input/articles/two.md", Article.Replace("about:", "published: 2027-01-01\nabout:", StringComparison.Ordinal));
        scratch.Write("input/articles/three.md", Article.Replace("about:", "expires: 2026-11-22\nabout:", StringComparison.Ordinal));
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        foreach (var (path, mark) in new[] { ("/one/", "Draft"), ("/two/", "Embargoed"), ("/three/", "Expired") })
        {
            using var page = await preview.FollowAsync(path);
            Assert.StartsWith(mark, (await page.UntilAsync(_ => true)).GetProperty("mark").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Editors_may_save_by_renaming_and_files_may_come_go_and_move()
    {
        using var scratch = Small();
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        var article = Path.Combine(scratch.Folder, "input", "articles", "one.md");
        for (var i = 0; i < 3; i++)
        {
            File.WriteAllText(article + ".new~", Article.Replace("It cost", $"Saved {i}: it cost", StringComparison.Ordinal));
            File.Move(article + ".new~", article, overwrite: true);
            await preview.UntilPage("/one/", $"Saved {i}");
        }
        File.Move(article, Path.Combine(scratch.Folder, "input", "articles", "two.md"));
        await preview.UntilPage("/two/", "Saved 2");
        Assert.Equal(HttpStatusCode.NotFound, (await preview.GetAsync("/one/")).StatusCode);
        File.Delete(Path.Combine(scratch.Folder, "input", "articles", "two.md"));
        await preview.UntilPage("/two/", "Saved 2", has: false);
    }

    [Fact]
    public async Task Folders_may_go_and_come_back()
    {
        using var scratch = Small();
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        var articles = Path.Combine(scratch.Folder, "input", "articles");
        Directory.Move(articles, Path.Combine(scratch.Folder, "aside"));
        await preview.UntilPage("/one/", "It cost", has: false);
        Directory.Move(Path.Combine(scratch.Folder, "aside"), articles);
        await preview.UntilPage("/one/", "It cost");
        var input = Path.Combine(scratch.Folder, "input");
        Directory.Move(input, Path.Combine(scratch.Folder, "aside"));
        await preview.UntilPage("/one/", "It cost", has: false);
        Directory.Move(Path.Combine(scratch.Folder, "aside"), input);
        await preview.UntilPage("/one/", "It cost");
        scratch.Write("input/articles/one.md", Article.Replace("It cost", "After all that it cost", StringComparison.Ordinal));
        await preview.UntilPage("/one/", "After all that");
        scratch.Write("theme/layouts/page.sbn-html", "<main>{{ article.body }}</main>");
        scratch.Write("input/pages/new/deep.md", Article.Replace("It cost", "In a new folder it cost", StringComparison.Ordinal));
        await preview.UntilPage("/new/deep/", "In a new folder");
    }

    [Fact]
    public async Task A_thousand_changes_in_a_burst_end_in_the_last()
    {
        using var scratch = Small();
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        for (var i = 0; i < 1_000; i++)
        {
            scratch.Write($"input/articles/burst-{i % 50}.md",
                Article.Replace("It cost", $"Change {i}: it cost", StringComparison.Ordinal));
        }
        for (var i = 950; i < 1_000; i++) await preview.UntilPage($"/burst-{i % 50}/", $"Change {i}:");
    }

    [Fact]
    public async Task Two_browsers_are_told_of_their_own_pages()
    {
        using var scratch = Small();
        scratch.Write("input/articles/two.md", "---\ntitle: Two\ndescription: The second.\n---\n\nNothing here.\n");
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        using var one = await preview.FollowAsync("/one/");
        using var two = await preview.FollowAsync("/two/");
        await one.UntilAsync(_ => true);
        await two.UntilAsync(_ => true);
        scratch.Replace("input/facts/sheet.yaml", "7 million", "9 million");
        var snapshot = (await one.UntilAsync(message => message.TryGetProperty("html", out _))).GetProperty("snapshot").GetInt32();
        var other = await two.UntilAsync(message => message.GetProperty("snapshot").GetInt32() >= snapshot);
        Assert.Equal(JsonValueKind.Undefined, other.TryGetProperty("html", out var html) ? html.ValueKind : JsonValueKind.Undefined);
    }

    [Fact]
    public async Task A_port_in_use_is_passed_over_and_the_end_is_quiet()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var scratch = Small();
        await using var preview = await Previewing.StartAsync(scratch.Folder, "--port", $"{port}");
        Assert.NotEqual(port, preview.Address.Port);
        Assert.Contains($"Port {port} is in use", preview.Words, StringComparison.Ordinal);
        Assert.Equal(0, await preview.StopAsync());
        Assert.DoesNotContain("fault of ours", preview.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost")]
    [InlineData("10.0.0.1:80")]
    public async Task Requests_for_another_host_are_refused(string host)
    {
        using var scratch = Small();
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        using var answer = await preview.GetAsync("/", request => request.Headers.Host = host);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_is_served_but_the_site_with_the_headers_of_the_deploy()
    {
        using var scratch = Small();
        scratch.Write("secret.txt", "a secret");
        scratch.Write("input/_draft.md", "a secret");
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        foreach (var path in new[] { "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/input/site.yaml", "/site.yaml",
            "/_draft.md", "/_headers", "/_redirects", "/_preview/", "/_preview/../secret.txt", "/_preview/overlay.txt" })
            Assert.Equal(HttpStatusCode.NotFound, (await preview.GetAsync(path)).StatusCode);
        using var page = await preview.GetAsync("/one/");
        Assert.Equal("nosniff", Assert.Single(page.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains(page.Headers.GetValues("Content-Security-Policy"), policy =>
            policy.StartsWith("default-src 'none'", StringComparison.Ordinal));
        using var folder = await preview.GetAsync("/one");
        Assert.Equal("/one/", folder.Headers.Location?.ToString());
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.MethodNotAllowed,
            (await client.PostAsync(new Uri(preview.Address, "/one/"), new StringContent("x"),
            TestContext.Current.CancellationToken)).StatusCode);
        using var live = await preview.GetAsync("/_preview/live?page=/one/");
        Assert.Equal(HttpStatusCode.Forbidden, live.StatusCode);
    }

    [Fact]
    public async Task What_is_not_a_page_is_made_when_it_is_asked_for()
    {
        using var scratch = Scratch.OfFixture();
        await using var preview = await Previewing.StartAsync(scratch.Folder);
        foreach (var path in new[] { "/feed.xml", "/sitemap.xml", "/facts/summit.json", "/facts/summit.csv", "/search/index.json",
            "/robots.txt" })
            Assert.Equal(HttpStatusCode.OK, (await preview.GetAsync(path)).StatusCode);
        var folder = JsonDocument.Parse(await preview.TextAsync("/search/index.json")).RootElement.GetProperty("folder").GetString();
        Assert.Equal(HttpStatusCode.OK, (await preview.GetAsync($"{folder}words-0.bin")).StatusCode);
        Assert.DoesNotContain("error", preview.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vscode", "/home/ann/my site/ä.md", "vscode://file/home/ann/my%20site/%C3%A4.md:3:14")]
    [InlineData("vscode", "C:\\Users\\ann\\one.md", "vscode://file/C:/Users/ann/one.md:3:14")]
    [InlineData("jetbrains", "/home/ann/one.md", "idea://open?file=/home/ann/one.md&line=3&column=14")]
    [InlineData("textmate", "/home/ann/one.md", "txmt://open?url=file:///home/ann/one.md&line=3&column=14")]
    [InlineData("textmate", "C:\\Users\\ann\\one.md", "txmt://open?url=file:///C:/Users/ann/one.md&line=3&column=14")]
    [InlineData("my://{file}#{line}", "/one.md", "my://one.md#3")]
    public void Links_open_the_editor_at_the_place(string editor, string path, string link) =>
        Assert.Equal(link, new EditorLink(editor).Of(path, 3, 14));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private static Scratch Small()
    {
        var scratch = new Scratch();
        scratch.Write("input/site.yaml", Site);
        scratch.Write("input/facts/sheet.yaml", Sheet);
        scratch.Write("input/articles/one.md", Article);
        return scratch;
    }
}
