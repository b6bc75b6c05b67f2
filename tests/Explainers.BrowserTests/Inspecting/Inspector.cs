using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Playwright;

namespace Explainers.BrowserTests.Inspecting;

/// <summary>Visits every page of a site in every mode.</summary>
internal static class Inspector
{
    private const int Tabs = 2;

    /// <summary>Gives everything that is wrong with the pages.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="site">Where the site is served.</param>
    /// <param name="pages">The paths of the pages.</param>
    /// <param name="kinds">Those that axe reads in every mode; without them, all.</param>
    public static Task<ImmutableArray<Finding>> InspectAsync(
        IBrowser browser, Uri site, IReadOnlyCollection<string> pages, IReadOnlyCollection<string>? kinds = null) =>
        VisitAsync(browser, site, pages, Mode.All, (tab, page) => tab.InspectAsync(page, kinds?.Contains(page) != false));

    /// <summary>Gives what is wrong with the layout of the pages, which fonts have a part in.</summary>
    public static Task<ImmutableArray<Finding>> MeasureAsync(IBrowser browser, Uri site, IReadOnlyCollection<string> pages) =>
        VisitAsync(browser, site, pages, Mode.Layouts, (tab, page) => tab.LayOutAsync(page));

    private static async Task<ImmutableArray<Finding>> VisitAsync(
        IBrowser browser, Uri site, IReadOnlyCollection<string> pages, ImmutableArray<Mode> modes, Func<Tab, string, Task> look)
    {
        var findings = new ConcurrentBag<Finding>();
        foreach (var mode in modes)
        {
            await using var context = await browser.NewContextAsync(mode.ToContext());
            var queue = new ConcurrentQueue<string>(pages);
            await Task.WhenAll(Enumerable.Range(0, Tabs).Select(_ => VisitAsync(context, mode, queue)));
        }
        return [.. findings];

        async Task VisitAsync(IBrowserContext context, Mode mode, ConcurrentQueue<string> queue)
        {
            var tab = await Tab.OpenAsync(context, site, mode, findings);
            while (queue.TryDequeue(out var page)) await look(tab, page);
        }
    }
}
