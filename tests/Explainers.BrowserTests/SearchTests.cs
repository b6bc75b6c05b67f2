using System.Globalization;
using System.Text.Json;
using Explainers.Outputs.Search;
using Microsoft.Playwright;

namespace Explainers.BrowserTests;

/// <summary>Readers find what they look for, however they type it.</summary>
public sealed class SearchTests(FixturePages site)
{
    [Theory]
    [InlineData("alaska purchase", "The Alaska Purchase")]
    [InlineData("Vladimir Putin", "Vladimir Putin")]
    [InlineData("land swaps", "Land swap")]
    [InlineData("pruchase", "The Alaska Purchase")]
    [InlineData("xlaska purchase", "The Alaska Purchase")]
    [InlineData("zelenskyy", "Volodymyr Zelensky")]
    [InlineData("Žełénský", "Volodymyr Zelensky")]
    [InlineData("marke", "Markets after the summit")]
    [InlineData("purchase price", "The Alaska Purchase · Price")]
    public Task A_query_finds(string query, string title) => OnSearch(async page =>
    {
        await page.Locator("#query").FillAsync(query);
        await Assertions.Expect(page.Locator(".hits a").Filter(new LocatorFilterOptions { HasText = title }).First).ToBeVisibleAsync();
        var first = await page.Locator(".hits a").AllInnerTextsAsync();
        Assert.True(first.Take(3).Any(found => found.StartsWith(title, StringComparison.Ordinal)),
            $"'{title}' is not among the first three: {string.Join("; ", first)}");
        Assert.Equal(query, new Uri(page.Url).Query[3..] is var text ? Uri.UnescapeDataString(text) : "");
    });

    [Fact]
    public Task A_fact_is_a_result_with_value_date_and_source() => OnSearch(async page =>
    {
        await page.Locator("#query").FillAsync("purchase price");
        var result = page.Locator(".hits li").Filter(new LocatorFilterOptions { HasText = "The Alaska Purchase · Price" }).First;
        await Assertions.Expect(result).ToContainTextAsync("$7.2 million");
        await Assertions.Expect(result).ToContainTextAsync("Source: ");
        await result.Locator("a").ClickAsync();
        await Assertions.Expect(page.Locator("#price")).ToBeInViewportAsync();
    });

    [Fact]
    public Task It_works_from_the_keyboard() => OnSearch(async page =>
    {
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#query")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("summit");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("results");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".hits a").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#query")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#query")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator(".hits li")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task It_says_so_when_nothing_is_found_and_what_it_searched_for_instead() => OnSearch(async page =>
    {
        await page.Locator("#query").FillAsync("xqzzy");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("Nothing was found for “xqzzy”");
        await page.Locator("#query").FillAsync("pruchase");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("Searched for: purchase");
    });

    [Fact]
    public async Task Without_script_there_is_a_list_from_A_to_Z_and_no_box()
    {
        await using var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "search/").AbsoluteUri);
        await Assertions.Expect(page.Locator("#query")).ToBeHiddenAsync();
        await page.Locator(".letters a").Filter(new LocatorFilterOptions { HasText = "P" }).ClickAsync();
        await Assertions.Expect(page.Locator("#letter-p")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task An_address_that_is_not_found_becomes_a_query()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "alaska-pruchase-1867").AbsoluteUri);
        await Assertions.Expect(page.Locator(".hits a").First).ToContainTextAsync("Alaska");
    }

    [Fact]
    public Task The_module_reads_words_as_the_compiler_does() => OnSearch(async page =>
    {
        var letters = string.Join(" a", Enumerable.Range(0x21, 0x2100).Select(code => (char)code)
            .Where(letter => !char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.OtherNotAssigned)
            .Select(letter => $"a{letter}b"));
        string[] texts =
        [
            letters, "The city's harbor, don't-ask; $7.2 million in 1,000 days. 3.",
                "Straße ŒUVRE Ærø Þing İstanbul ΟΔΟΣ ὕβρις Ёлка Україна", "東京タワー and 서울 and नमस्ते",
            "שָׁלוֹם مُحَمَّد", "a b 5 x² ½ 12.5.2025 1,2,3 .5 5. ’s 's Trump’s O'Brien's rock'n'roll", "𝒳𝒴 😀 𠀋", new string('ä', 60),
            "U.S., U.N.-backed, the U.K.'s; Ph.D.s, e.g. 9 a.m.–5 p.m.; example.com end.Next is.It",
            "É.U. 𝒳.𝒴 😀a.b don't.a 中.a x2.b a.bc.d ab.cd .u.s. u..s",
        ];
        var script = await page.Locator("script[type=module]").GetAttributeAsync("src");
        foreach (var text in texts)
        {
            var expected = new List<string>();
            new WordReader(word => expected.Add(word.ToString())).Text(text);
            var actual = (await page.EvaluateAsync<JsonElement>("async ([script, text]) => (await import(script)).words(text)",
                new[] { script, text })).EnumerateArray().Select(word => word.GetString()!);
            Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));
        }
    });

    private async Task OnSearch(Func<IPage, Task> test)
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "search/").AbsoluteUri);
        await test(page);
    }
}
