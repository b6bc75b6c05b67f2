using System.IO.Compression;
using Microsoft.Playwright;

namespace Explainers.BrowserTests;

/// <summary>How much readers have to load, as it is deployed and compressed by a host.</summary>
public sealed class WeightTests(FixturePages site)
{
    private const int MostBytesOfArticle = 30_000;
    private const int MostBytesOfCard = 5_000;
    private const int MostRequests = 3;

    [Fact]
    public async Task No_article_is_heavier_than_promised()
    {
        foreach (var path in site.Articles)
        {
            var (bytes, requests) = await LoadAsync(path);
            Assert.True(bytes <= MostBytesOfArticle, $"{path} takes {bytes:N0} bytes.");
            // The icon is the browser's own wish, for its tab; it is counted in bytes and asked for once for the whole site.
            requests.RemoveAll(request => request.StartsWith("/assets/icon.", StringComparison.Ordinal));
            // What an article shows in pictures is up to its writer.
            requests.RemoveAll(request => request.Contains("/images/", StringComparison.Ordinal));
            Assert.True(requests.Count <= MostRequests, $"{path} takes {requests.Count} requests: {string.Join(", ", requests)}.");
        }
    }

    [Fact]
    public async Task No_card_for_other_sites_is_heavier_than_promised()
    {
        foreach (var path in site.Cards)
        {
            var html = await File.ReadAllBytesAsync(site.FileOf(path), TestContext.Current.CancellationToken);
            Assert.True(Compressed(html) < MostBytesOfCard, $"{path} takes {Compressed(html):N0} bytes.");
        }
        var (bytes, _) = await LoadAsync(site.Cards[0]);
        Assert.True(bytes < MostBytesOfCard, $"{site.Cards[0]} takes {bytes:N0} bytes with its styles.");
    }

    /// <summary>Loads a page, and counts what comes before the reader does anything.</summary>
    private async Task<(long Bytes, List<string> Requests)> LoadAsync(string path)
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var (bytes, requests) = (0L, new List<string>());
        page.Request += (_, request) => requests.Add(new Uri(request.Url).AbsolutePath);
        await page.GotoAsync(new Uri(site.Address, path).AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        foreach (var request in requests) bytes += Compressed(
            await File.ReadAllBytesAsync(site.FileOf(request), TestContext.Current.CancellationToken));
        return (bytes, requests);
    }

    private static long Compressed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return packed.ToArray().Length;
    }
}
