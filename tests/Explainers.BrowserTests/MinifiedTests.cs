using Explainers.BrowserTests.Serving;
using Microsoft.Playwright;

namespace Explainers.BrowserTests;

/// <summary>What <c>--minify</c> leaves as it is: what readers read, and what styles do.</summary>
public sealed class MinifiedTests(FixturePages site)
{
    [Fact]
    public async Task Minified_pages_say_and_look_the_same()
    {
        await using var server = new StaticServer(await site.ReadableAsync());
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        foreach (var path in site.Pages)
        {
            var minified = await LookAsync(page, new Uri(site.Address, path));
            Assert.Equal(await LookAsync(page, new Uri(server.Address, path)), minified);
        }
    }

    /// <summary>The text of a page, and where each of its elements stands.</summary>
    private static async Task<string> LookAsync(IPage page, Uri address)
    {
        await page.GotoAsync(address.AbsoluteUri);
        return await page.EvaluateAsync<string>("""
            () => document.body.innerText + [...document.body.querySelectorAll("*")]
                .map(element => element.getBoundingClientRect())
                .map(box => `${Math.round(box.x)},${Math.round(box.y)},${Math.round(box.width)},${Math.round(box.height)}`)
                .join(" ")
            """);
    }
}
