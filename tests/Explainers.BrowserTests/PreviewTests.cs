using System.Text;
using System.Text.RegularExpressions;
using Explainers.BrowserTests.Inspecting;
using Explainers.Cli;
using Explainers.Cli.Invocation;
using Explainers.Tests;
using Microsoft.Playwright;

namespace Explainers.BrowserTests;

/// <summary>What a writer sees in the browser while writing: the change, what is wrong, and that it is mended.</summary>
public sealed partial class PreviewTests(FixturePages site)
{
    private const string Article = "input/articles/alaska-purchase.md";

    [Fact]
    public Task A_change_is_seen_in_its_place_and_the_page_stays_where_it_was() => OnPage(async (page, folder) =>
    {
        await page.EvaluateAsync("() => { window.isTheSame = true; window.scrollTo({ top: 900, behavior: 'instant' }); }");
        Replace(folder, Article, "## ", "A paragraph on {{ alaska_purchase.price }}.\n\n## ");
        await Assertions.Expect(page.GetByText("A paragraph on $7.2 million")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.isTheSame === true && Math.abs(window.scrollY - 900) < 1"));
        Replace(folder, "input/facts/alaska-purchase.yaml", "7.2 million USD", "7.4 million USD");
        await Assertions.Expect(page.GetByText("A paragraph on $7.4 million")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.isTheSame === true"));
    });

    [Fact]
    public Task A_finding_lies_over_the_page_and_opens_the_editor_until_it_is_mended() => OnPage(async (page, folder) =>
    {
        Replace(folder, Article, "## ", "A paragraph on {{ alaska_purchase.prise }}.\n\n## ");
        var finding = page.Locator("explainers-overlay .findings li.error a");
        await Assertions.Expect(finding).ToContainTextAsync("no fact sheet defines 'alaska_purchase.prise'");
        await Assertions.Expect(page.Locator("explainers-overlay .old")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("A paragraph on")).ToHaveCountAsync(1);
        Assert.Matches(@"^vscode://file/.*/input/articles/alaska-purchase\.md:\d+:19$", await finding.GetAttributeAsync("href"));
        // The browser has no editor to open; that the link was followed is told by the request that it tried to make.
        var opened = page.EvaluateAsync<string>(
            "() => new Promise(done => document.querySelector('explainers-overlay').shadowRoot.addEventListener('click', event => { event.preventDefault(); done(event.target.closest('a').href); }))");
        await finding.ClickAsync();
        Assert.StartsWith("vscode://file/", await opened, StringComparison.Ordinal);
        Replace(folder, Article, "alaska_purchase.prise", "alaska_purchase.price");
        await Assertions.Expect(page.GetByText("A paragraph on $7.2 million")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("explainers-overlay .findings li.error")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task The_facts_of_the_page_stand_beside_it() => OnPage(async (page, _) =>
    {
        await page.Locator("explainers-overlay .facts-button").ClickAsync();
        var price = page.Locator("explainers-overlay .facts > ul > li")
            .Filter(new LocatorFilterOptions { HasText = "7.2 million US dollars" }).First;
        await Assertions.Expect(price).ToContainTextAsync("US Senate Historical Office");
        Assert.Empty((await Axe.RunAsync(page)).Select(violation => $"{violation.Rule}: {violation.Selector}"));
    });

    [Fact]
    public Task Styles_change_without_a_moment_without_any() => OnPage(async (page, folder) =>
    {
        await page.EvaluateAsync(
            """
            () => {
              window.isTheSame = true;
              window.wasBare = false;
              const look = () => { if (![...document.styleSheets].length) window.wasBare = true; requestAnimationFrame(look); };
              look();
            }
            """);
        File.AppendAllText(Path.Join(folder, "theme", "assets", "style.css"), "\nbody { outline: 7px solid rgb(1, 2, 3); }\n");
        await page.WaitForFunctionAsync("() => getComputedStyle(document.body).outlineWidth === '7px'");
        Assert.True(await page.EvaluateAsync<bool>(
            "() => window.isTheSame && !window.wasBare && document.querySelectorAll('link[rel=stylesheet]').length === 1"));
    });

    /// <summary>Looks at an article of a copy of the site in a preview.</summary>
    private async Task OnPage(Func<IPage, string, Task> look)
    {
        var folder = Directory.CreateTempSubdirectory("explainers-preview-").FullName;
        using var stop = new CancellationTokenSource();
        var words = new StringBuilder();
        var environment = new CliEnvironment(TextWriter.Null, TextWriter.Synchronized(new StringWriter(words)), folder,
            TimeProvider.System)
        { Stop = stop.Token };
        Task<int>? run = null;
        try
        {
            Copy(FixturePages.Input, Path.Join(folder, "input"));
            Copy(Path.Join(RepositoryRoot.Folder, "theme"), Path.Join(folder, "theme"));
            run = Task.Factory.StartNew(() =>
                Application.Run(["preview", "--port", FreePort.Find(), "--today", "2026-11-23"], environment),
                TaskCreationOptions.LongRunning);
            var address = await AddressAsync(words, run);
            var context = await site.Browser.NewContextAsync(
                new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
            await using (context)
            {
                var page = await context.NewPageAsync();
                await page.GotoAsync($"{address}alaska-purchase/");
                await page.WaitForSelectorAsync("explainers-overlay[data-snapshot]",
                    new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
                await look(page, folder);
            }
        }
        finally
        {
            await stop.CancelAsync();
            if (run is not null) await run;
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> AddressAsync(StringBuilder words, Task<int> run)
    {
        while (true)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            Assert.False(run.IsCompleted, "The preview has ended.");
            lock (words)
            {
                if (ShownAt().Match(words.ToString()) is { Success: true } shown) return shown.Groups[1].Value;
            }
        }
    }

    private static void Replace(string folder, string path, string from, string to)
    {
        var full = Path.Join(folder, path);
        var text = File.ReadAllText(full);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{path} has no '{from}'.");
        File.WriteAllText(full, string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length)));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Join(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    [GeneratedRegex("The site is at (http://[^ ]+) ")]
    private static partial Regex ShownAt();
}
