using Explainers.BrowserTests.Inspecting;
using Explainers.BrowserTests.Serving;

namespace Explainers.BrowserTests;

/// <summary>That the inspection is not blind: a page with every fault is found out, in every mode.</summary>
public sealed class FaultyPageTests(FixturePages site) : IDisposable
{
    private const string Faulty = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Faulty</title>
        <link rel="stylesheet" href="/wide.css">
        <link rel="stylesheet" href="https://elsewhere.invalid/theme.css">
        <style>h1 { color: red }</style>
        </head>
        <body><main><h1>Faulty</h1><img src="/missing.png"><p>Grey, at five to one.</p><small>Grey, at two to one.</small></main></body>
        </html>
        """;

    private const string Headers = """
        /
          Content-Security-Policy: style-src 'self' https://elsewhere.invalid
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("explainers-faulty-").FullName;

    [Fact]
    public async Task Every_fault_is_found_in_every_mode()
    {
        Write("_headers", Headers);
        Write("wide.css", "h1 { width: 2000px } p { color: #6e6e6e; background: #fff } small { color: #b0b0b0; background: #fff }");
        Write("index.html", Faulty);
        Write("without-policy.html", Faulty);
        await using var server = new StaticServer(_folder);
        var found = await Inspector.InspectAsync(site.Browser, server.Address, ["/", "/without-policy.html"]);
        foreach (var mode in Mode.All)
        {
            AssertFaults([.. found.Where(finding => finding.Mode == mode.Name && finding.Page == "/")]);
            Assert.Contains(found, finding => finding.Mode == mode.Name && finding
                is { Page: "/without-policy.html", Concern: Concern.Policy });
        }
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void AssertFaults(IReadOnlyCollection<Finding> found)
    {
        Assert.Contains(found, finding =>
            finding is { Concern: Concern.Accessibility, Rule: "image-alt", Place: "img – Images must have alternative text" });
        Assert.Contains(found, finding =>
            finding is
            {
                Concern: Concern.Accessibility, Rule: "color-contrast-enhanced",
                Place: "p – Elements must meet enhanced color contrast ratio thresholds"
            });
        Assert.Contains(found, finding =>
            finding is
            {
                Concern: Concern.Accessibility, Rule: "color-contrast-enhanced",
                Place: "small – Elements must meet enhanced color contrast ratio thresholds"
            });
        Assert.Contains(found, finding => finding.Concern == Concern.Console
            && finding.Place.Contains("Content Security Policy", StringComparison.Ordinal));
        Assert.Contains(found, finding => finding.Concern == Concern.Request
            && finding.Place.EndsWith("/missing.png", StringComparison.Ordinal));
        Assert.Contains(found, finding => finding is { Concern: Concern.OtherHost, Place: "https://elsewhere.invalid/theme.css" });
        Assert.Contains(found, finding => finding.Concern == Concern.Width);
        Assert.DoesNotContain(found, finding => finding.Concern == Concern.Policy);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Join(_folder, name), text);
}
