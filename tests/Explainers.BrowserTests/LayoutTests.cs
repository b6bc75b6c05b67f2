using Explainers.BrowserTests.Browsers;
using Explainers.BrowserTests.Inspecting;
using Microsoft.Playwright;

namespace Explainers.BrowserTests;

/// <summary>What has to hold whichever font is found: targets are large enough or apart, and nothing scrolls sideways.</summary>
public sealed class LayoutTests(FixturePages site)
{
    public static TheoryData<string> Settings() => [.. TestFonts.All.Select(fonts => fonts.Name)];

    /// <summary>Whether no other font leaks in.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Pages_are_set_in_the_fonts_of_the_setting_and_in_no_other(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux does Chromium find its fonts through fontconfig.");
        var fonts = TestFonts.All.Single(fonts => fonts.Name == name);
        await using var context = await (await site.BrowserWithAsync(fonts)).NewContextAsync();
        var page = await context.NewPageAsync();
        var used = new HashSet<string>();
        foreach (var path in new[] { "/", "/alaska-summit/" })
        {
            await page.GotoAsync(new Uri(site.Address, path).AbsoluteUri);
            used.UnionWith(await FontsAsync(context, page));
        }
        Assert.Equal(new[] { TestFonts.Sans, fonts.Serif }.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Targets_and_widths_do_not_depend_on_fonts(string name)
    {
        var browser = await site.BrowserWithAsync(TestFonts.All.Single(fonts => fonts.Name == name));
        var findings = await Inspector.MeasureAsync(browser, site.Address, site.Kinds);
        Assert.True(findings.IsEmpty, Report.Write(findings));
    }

    /// <summary>The families of all glyphs of a page, as the browser tells its developer tools.</summary>
    private static async Task<IEnumerable<string>> FontsAsync(IBrowserContext context, IPage page)
    {
        var tools = await context.NewCDPSessionAsync(page);
        await tools.SendAsync("DOM.enable");
        await tools.SendAsync("CSS.enable");
        var root = (await tools.SendAsync("DOM.getDocument"))!.Value.GetProperty("root").GetProperty("nodeId").GetInt32();
        var all = await tools.SendAsync("DOM.querySelectorAll", new Dictionary<string,
            object>
        { ["nodeId"] = root, ["selector"] = "body *" });
        var nodes = all!.Value.GetProperty("nodeIds").EnumerateArray().Select(node => node.GetInt32());
        var answers = await Task.WhenAll(
            nodes.Select(node => tools.SendAsync("CSS.getPlatformFontsForNode", new Dictionary<string, object> { ["nodeId"] = node })));
        return answers.SelectMany(answer => answer!.Value.GetProperty("fonts").EnumerateArray())
            .Select(font => font.GetProperty("familyName").GetString()!);
    }
}
