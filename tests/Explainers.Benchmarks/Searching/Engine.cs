using System.Text.Json;
using Microsoft.Playwright;

namespace Explainers.Benchmarks.Searching;

/// <summary>A search in a browser.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Version">Its version.</param>
/// <param name="Load">Loads it in a page, given the site's address: JavaScript that gives an object with a function <c>search</c>.</param>
/// <param name="Search">Finds: JavaScript that gives the addresses of the first results, having loaded all that shows them.</param>
internal sealed record Engine(string Name, string Version, string Load, string Search)
{
    /// <summary>How many results a page shows at first.</summary>
    private const int Shown = 8;

    /// <summary>Explainers' own; the module's name has a hash.</summary>
    public static Engine Own(string version, string module) => new(
        "Explainers",
        version,
        $"import('/assets/{module}').then(module => module.Index.open('/search/index.json')).then(index => window.engine = index)",
        $$"""query => engine.search(query).then(found => Promise.all(found.hits.slice(0, {{Shown}}).map(hit => engine.result(hit.entry)))).then(results => results.map(result => result.url))""");

    /// <summary>Pagefind's.</summary>
    public static Engine Pagefind(string version) => new(
        "Pagefind",
        version,
        "import('/pagefind/pagefind.js').then(async module => { await module.init(); window.engine = module })",
        $$"""query => engine.search(query).then(found => Promise.all(found.results.slice(0, {{Shown}}).map(result => result.data()))).then(results => results.map(result => result.url))""");

    /// <summary>Loads the search in a new page of a browser.</summary>
    public static async Task<IPage> OpenAsync(IBrowser browser, string address)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"{address}404.html");
        return page;
    }

    /// <summary>Begins; what it loads before a query belongs to the first query.</summary>
    public Task LoadAsync(IPage page) => page.EvaluateAsync($"() => {Load}.then(() => true)");

    /// <summary>Gives the addresses of the first results.</summary>
    public async Task<string[]> FindAsync(IPage page, string query) =>
        (await page.EvaluateAsync<JsonElement>(Search, query)).EnumerateArray().Select(url => url.GetString()!.Split('#')[0]).ToArray();
}
