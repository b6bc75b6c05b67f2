using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Explainers.BrowserTests.Inspecting;

/// <summary>One tab of the browser, which visits page after page and notes what it finds.</summary>
internal sealed class Tab
{
    private readonly IPage _tab;
    private readonly Uri _site;
    private readonly Mode _mode;
    private readonly ConcurrentBag<Finding> _findings;
    private string _page = "";
    private ICDPSession? _tools;

    private Tab(IPage tab, Uri site, Mode mode, ConcurrentBag<Finding> findings) =>
        (_tab, _site, _mode, _findings) = (tab, site, mode, findings);

    /// <summary>Opens a tab that listens to the console and to the network.</summary>
    public static async Task<Tab> OpenAsync(IBrowserContext context, Uri site, Mode mode, ConcurrentBag<Finding> findings)
    {
        var tab = new Tab(await context.NewPageAsync(), site, mode, findings);
        tab.Listen();
        tab._tools = await context.NewCDPSessionAsync(tab._tab);
        return tab;
    }

    /// <summary>Visits a page and looks at it.</summary>
    /// <param name="page">Its path.</param>
    /// <param name="isOfKinds">Whether axe reads it in every mode.</param>
    public async Task InspectAsync(string page, bool isOfKinds)
    {
        var response = await VisitAsync(page);
        if (!response!.Headers.ContainsKey("content-security-policy")) Note(Concern.Policy, "no content security policy", page);
        await MeasureAsync();
        if (isOfKinds || _mode.IsThorough) Note(await Axe.RunAsync(_tab));
    }

    /// <summary>Visits a page and looks at its widths and targets alone.</summary>
    public async Task LayOutAsync(string page)
    {
        await VisitAsync(page);
        await MeasureAsync();
        Note(await Axe.TargetsAsync(_tab));
    }

    private async Task<IResponse?> VisitAsync(string page)
    {
        _page = page;
        // Without script for the page, but with it for axe: it is switched off while the page loads.
        await ScriptAsync(_mode.HasScript);
        var response = await _tab.GotoAsync(new Uri(_site, page).AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await ScriptAsync(true);
        return response;
    }

    private void Listen()
    {
        _tab.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Note(Concern.Console, message.Type, message.Text);
        };
        _tab.PageError += (_, error) => Note(Concern.Console, "exception", error);
        _tab.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is not ("data" or "blob") && !_site.IsBaseOf(address)) Note(Concern.OtherHost, "request", request.Url);
        };
        _tab.RequestFailed += (_, request) => Note(Concern.Request, request.Failure ?? "failed", request.Url);
        _tab.Response += (_, response) =>
        {
            if (response.Status >= 400) Note(Concern.Request, $"status {response.Status}", response.Url);
        };
    }

    private async Task ScriptAsync(bool isOn) =>
        await _tools!.SendAsync("Emulation.setScriptExecutionDisabled", new Dictionary<string, object> { ["value"] = !isOn });

    private async Task MeasureAsync()
    {
        var widths = await _tab.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        if (widths[0] > widths[1]) Note(Concern.Width, "scrolls sideways", $"{widths[0]} pixels wide on a screen of {widths[1]}");
    }

    private void Note(IEnumerable<Violation> violations)
    {
        foreach (var violation in violations) Note(Concern.Accessibility, violation.Rule, $"{violation.Selector} – {violation.Help}");
    }

    private void Note(Concern concern, string rule, string place) => _findings.Add(new Finding(concern, _page, _mode.Name, rule, place));
}
