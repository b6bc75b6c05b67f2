using Explainers.BrowserTests.Inspecting;
using Microsoft.Playwright;

namespace Explainers.BrowserTests;

/// <summary>What readers do on the pages, and what they see when it works.</summary>
public sealed class ReadingTests(FixturePages site)
{
    [Fact]
    public Task An_article_is_whole_without_script() => OnEachArticle(withScript: false, async page =>
    {
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main dl").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#source-1")).ToBeVisibleAsync();
        var words = (await page.Locator("main").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.True(words > 100, $"{words} words are too few for an article with its facts and sources");
    });

    [Fact]
    public Task A_note_shows_its_source_in_place_and_leads_to_the_list_and_back() => OnEachArticle(withScript: false, async page =>
    {
        var note = page.Locator("sup.notes button").First;
        var place = page.Locator("sup.notes > span").First;
        var popover = page.Locator($"#{await note.GetAttributeAsync("popovertarget")}");
        await Assertions.Expect(popover).ToBeHiddenAsync();
        await note.PressAsync("Enter");
        await Assertions.Expect(popover).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(popover).ToBeHiddenAsync();
        await note.ClickAsync();
        var more = popover.Locator(".more a");
        var source = page.Locator($"li{await more.GetAttributeAsync("href")}");
        await more.ClickAsync();
        await Assertions.Expect(source).ToBeInViewportAsync();
        await source.Locator($"a[href='#{await place.GetAttributeAsync("id")}']").ClickAsync();
        await Assertions.Expect(place).ToBeInViewportAsync();
    });

    [Fact]
    public Task On_paper_a_note_is_a_link_and_no_button() => OnEach([site.Articles[0]], withScript: false, async page =>
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(page.Locator("sup.notes a").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("sup.notes button").First).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("nav").First).ToBeHiddenAsync();
    });

    [Fact]
    public Task On_a_phone_the_story_begins_within_one_and_a_half_screens() => OnEachArticle(withScript: false, async page =>
    {
        await page.SetViewportSizeAsync(390, 844);
        var text = await page.Locator(".body p").First.BoundingBoxAsync();
        Assert.True(text!.Y < 1.5 * 844, $"It begins at {text.Y}, on {page.Url}.");
        // What is folded opens without script.
        var fold = page.Locator(".beside .fold").First;
        if (await fold.CountAsync() == 0) return;
        await Assertions.Expect(fold.Locator("dl, ol").First).ToBeHiddenAsync();
        await fold.Locator("summary").ClickAsync();
        await Assertions.Expect(fold.Locator("dl, ol").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task On_a_desktop_lines_are_easy_to_read_and_what_is_beside_them_is_open() => OnEachArticle(withScript: false, async page =>
    {
        await page.SetViewportSizeAsync(1280, 900);
        var letters = await page.EvaluateAsync<double>("""
            () => {
                const text = document.querySelector('.body > p');
                const canvas = document.createElement('canvas').getContext('2d');
                canvas.font = getComputedStyle(text).font;
                const sample = 'The talks ended with no ceasefire and no announced agreement, and both presidents flew home. ';
                return text.getBoundingClientRect().width / (canvas.measureText(sample).width / sample.length);
            }
            """);
        Assert.InRange(letters, 55, 80);
        foreach (var fold in await page.Locator(".beside .fold :is(dl, ol)").AllAsync()) await Assertions.Expect(fold).ToBeVisibleAsync();
    });

    [Fact]
    public Task Readers_turn_the_marks_of_sources_off_and_on() => OnEach([site.Articles[0]], withScript: false, async page =>
    {
        var mark = page.Locator(".body sup.notes:not(.footnote)").First;
        await Assertions.Expect(mark).ToBeVisibleAsync();
        await page.Locator(".marks input").UncheckAsync();
        await Assertions.Expect(mark).ToBeHiddenAsync();
        await page.Locator(".marks input").CheckAsync();
        await Assertions.Expect(mark).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_contents_mark_the_card_being_read() => OnEach([site.Articles[0]], withScript: null, async page =>
    {
        var link = page.Locator(".contents a").Nth(2);
        await link.ClickAsync();
        await Assertions.Expect(link).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(page.Locator(".contents a").First).Not.ToHaveAttributeAsync("aria-current", "true");
    });

    [Fact]
    public async Task Cards_can_be_framed_and_pages_can_not()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync(
            $"<iframe src='{new Uri(site.Address, site.Cards[0])}'></iframe><iframe src='{new Uri(site.Address, site.Articles[0])}'></iframe><iframe src='{site.Address}'></iframe>");
        await Assertions.Expect(page.FrameLocator("iframe >> nth=0").Locator("h1")).ToBeVisibleAsync();
        foreach (var refused in page.Frames.Skip(2)) Assert.DoesNotContain(site.Address.Authority, refused.Url, StringComparison.Ordinal);
    }

    [Fact]
    public Task The_first_tab_stop_leads_to_the_main_content() => OnEach([.. site.Pages.Except(site.Cards)], withScript: null, async page =>
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
