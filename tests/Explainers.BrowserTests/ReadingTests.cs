using Explainers.BrowserTests.Inspecting;
using Microsoft.Playwright;

namespace Explainers.BrowserTests;

/// <summary>What readers do on the pages, and what they see when it works.</summary>
public sealed class ReadingTests(RealSite site)
{
    private const string IsTarget = "element => element.matches(':target')";

    [Fact]
    public Task An_article_is_whole_without_script() => OnEachArticle(withScript: false, async page =>
    {
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main dl").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#source-1")).ToBeVisibleAsync();
        var words = (await page.Locator("main").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.True(words > 400, $"{words} words are too few for an article with its facts and sources");
    });

    [Fact]
    public Task A_note_leads_to_its_source_and_back() => OnEachArticle(withScript: null, async page =>
    {
        var note = page.Locator("a[role=doc-noteref]").First;
        var source = page.Locator($"li{await note.GetAttributeAsync("href")}");
        await note.ClickAsync();
        await Assertions.Expect(source).ToBeInViewportAsync();
        Assert.True(await source.EvaluateAsync<bool>(IsTarget), "the note does not lead to the source's entry");
        await source.Locator($"a[href='#{await note.GetAttributeAsync("id")}']").ClickAsync();
        await Assertions.Expect(note).ToBeInViewportAsync();
        Assert.True(await note.EvaluateAsync<bool>(IsTarget), "the entry's link does not lead back to the note");
    });

    [Fact]
    public Task The_first_tab_stop_leads_to_the_main_content() => OnEach([.. site.Pages], withScript: null, async page =>
    {
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("a[href='#main']")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("a[href='#main']")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
    });

    [Fact]
    public async Task An_unknown_address_gets_the_page_that_says_so()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var response = await page.GotoAsync(new Uri(site.Address, "/there/is/no/such/page/").AbsoluteUri);
        Assert.Equal(404, response!.Status);
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
        Assert.NotEqual(0, await page.EvaluateAsync<int>("() => document.styleSheets.length"));
    }

    private Task OnEachArticle(bool? withScript, Func<IPage, Task> look) => OnEach([.. site.Articles], withScript, look);

    private async Task OnEach(string[] paths, bool? withScript, Func<IPage, Task> look)
    {
        var failures = new List<string>();
        await using var context = await site.Browser.NewContextAsync(Mode.All[0].ToContext(withScript));
        context.SetDefaultTimeout(3_000);
        var page = await context.NewPageAsync();
        foreach (var path in paths)
        {
            await page.GotoAsync(new Uri(site.Address, path).AbsoluteUri);
            try
            {
                await look(page);
            }
            catch (Exception exception) when (exception is PlaywrightException or Xunit.Sdk.XunitException or TimeoutException)
            {
                failures.Add($"{path}: {exception.Message}");
            }
        }
        Assert.True(failures.Count == 0, $"{failures.Count} of {paths.Length} pages:\n{string.Join('\n', failures)}");
    }
}
