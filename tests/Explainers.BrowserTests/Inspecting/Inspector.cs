using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Playwright;

namespace Explainers.BrowserTests.Inspecting;

/// <summary>Visits every page of a site in every mode.</summary>
internal static class Inspector
{
    private const int Tabs = 2;

    /// <summary>Gives everything that is wrong with the pages.</summary>
    public static async Task<ImmutableArray<Finding>> InspectAsync(IBrowser browser, Uri site, IReadOnlyCollection<string> pages)
    {
        var findings = new ConcurrentBag<Finding>();
        foreach (var mode in Mode.All)
        {
            await using var context = await browser.NewContextAsync(mode.ToContext());
            var queue = new ConcurrentQueue<string>(pages);
            await Task.WhenAll(Enumerable.Range(0, Tabs).Select(_ => VisitAsync(context, mode, queue)));
        }
        return [.. findings];

        async Task VisitAsync(IBrowserContext context, Mode mode, ConcurrentQueue<string> queue)
        {
            var tab = await Tab.OpenAsync(context, site, mode, findings);
            while (queue.TryDequeue(out var page)) await tab.InspectAsync(page);
        }
    }
}
