using System.Text.RegularExpressions;
using Explainers.BrowserTests.Inspecting;
using Explainers.BrowserTests.Serving;
using Microsoft.Playwright;

namespace Explainers.BrowserTests;

/// <summary>What stands on other sites waits for a reader, and footnotes open in place; both under the policy of the deploy.</summary>
public sealed partial class EmbedTests(FixturePages site) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("explainers-embeds-").FullName;

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Nothing_is_loaded_from_elsewhere_before_a_reader_presses_the_button()
    {
        await using var server = await ServedAsync("embeds");
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var asked = new List<string>();
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) refused.Add(message.Text);
        };
        await page.RouteAsync(Elsewhere(), route =>
        {
            asked.Add(new Uri(route.Request.Url).Host);
            return route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<title>Shown</title>" });
        });
        await page.GotoAsync(new Uri(server.Address, "/films/").AbsoluteUri);
        // The one service that site.yaml lets in at once.
        Assert.Equal(["plausible.io"], asked.Distinct());
        var figures = page.Locator(".embed[data-embed]");
        var count = await figures.CountAsync();
        Assert.Equal(8, count);
        for (var i = 0; i < count; i++)
        {
            var figure = figures.Nth(i);
            var host = new Uri((await figure.GetAttributeAsync("data-embed"))!).Host;
            var button = figure.GetByRole(AriaRole.Button);
            await page.RunAndWaitForRequestAsync(() => button.PressAsync("Enter"), request => new Uri(request.Url).Host == host);
            await Assertions.Expect(figure.Locator("iframe, audio, video")).ToBeVisibleAsync();
            Assert.Contains(host, asked);
        }
        Assert.Empty(refused);
    }

    [Fact]
    public async Task Without_script_each_of_them_is_a_link()
    {
        await using var server = await ServedAsync("embeds");
        await using var context = await site.Browser.NewContextAsync(Mode.All[0].ToContext(withScript: false));
        var page = await context.NewPageAsync();
        await page.RouteAsync(Elsewhere(), route => route.AbortAsync());
        await page.GotoAsync(new Uri(server.Address, "/films/").AbsoluteUri);
        await Assertions.Expect(page.Locator(".embed button").First).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".embed a[rel='external']").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_footnote_opens_in_place_and_stands_in_the_list()
    {
        await using var server = await ServedAsync("footnotes");
        await using var context = await site.Browser.NewContextAsync(Mode.All[0].ToContext(withScript: false));
        context.SetDefaultTimeout(3_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(server.Address, "/notes/").AbsoluteUri);
        var note = page.Locator("#fn-text-2");
        await Assertions.Expect(note).ToBeVisibleAsync();
        var slip = page.Locator("#fn-text-2:popover-open");
        await Assertions.Expect(slip).ToHaveCountAsync(0);
        await page.Locator("[popovertarget='fn-text-2']").First.ClickAsync();
        await Assertions.Expect(slip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(slip).ToHaveCountAsync(0);
        await Assertions.Expect(note).ToBeVisibleAsync();
        await page.Locator("#fn-2 .uses a").First.ClickAsync();
        await Assertions.Expect(page.Locator("#fnref-2")).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData("footnotes", "/notes/")]
    [InlineData("markdown-that-people-expect", "/a/")]
    public async Task Its_pages_have_no_fault_in_any_mode(string name, string path)
    {
        await using var server = await ServedAsync(name);
        var found = await Inspector.InspectAsync(site.Browser, server.Address, [path]);
        Assert.True(found.IsEmpty, string.Join('\n', found));
    }

    [Fact]
    public async Task A_newsroom_that_uses_everything_has_no_fault_in_any_mode()
    {
        await using var server = await ServedAsync(Path.Join("..", "newsroom"));
        string[] pages = ["/what-does-the-ferry-cost/", "/films-of-the-ferry/", "/authors/m-lindholt/", "/authors/", "/privacy/"];
        var found = (await Inspector.InspectAsync(site.Browser, server.Address, pages))
            // The machine of the tests may have no way to the one service that pages ask at once.
            .Where(finding => !finding.Place.Contains("plausible.io", StringComparison.Ordinal)
                && !finding.Place.Contains("net::ERR", StringComparison.Ordinal));
        Assert.Empty(found);
    }

    [GeneratedRegex("^https://")]
    private static partial Regex Elsewhere();

    private async Task<StaticServer> ServedAsync(string name)
    {
        var server = new StaticServer(_folder);
        var from = Path.Join(RepositoryRoot.Folder, "tests", "sites", name);
        var theme = Path.Join(from, "theme");
        await FixturePages.BuildAsync(
            Path.Join(from, "input"), Directory.Exists(theme) ? theme : "theme", _folder, server.Address, "--no-cache");
        return server;
    }
}
