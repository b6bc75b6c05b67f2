using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Explainers.BrowserTests;
using Explainers.BrowserTests.Browsers;
using Explainers.BrowserTests.Inspecting;
using Explainers.BrowserTests.Serving;
using Microsoft.Playwright;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(FixturePages))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Explainers.BrowserTests;

/// <summary>The site of tests/fixture, built once as it is deployed, served on this machine, and browsers to look at it.</summary>
public sealed class FixturePages : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("explainers-browser-").FullName;
    private readonly Lazy<Task<ImmutableArray<Finding>>> _findings;
    private StaticServer? _server;
    private IPlaywright? _playwright;
    private readonly Dictionary<string, IBrowser> _browsers = [];
    private IBrowser? _browser;

    public FixturePages() => _findings = new(() => Inspector.InspectAsync(Browser, Address, Pages, Kinds));

    /// <summary>Where the site is served.</summary>
    internal Uri Address => _server!.Address;

    /// <summary>The browser, which each test opens a context of its own in.</summary>
    internal IBrowser Browser => _browser!;

    /// <summary>The path of every card that other sites may show.</summary>
    internal ImmutableArray<string> Cards { get; private set; }

    /// <summary>The path of every page of the site, and of some cards.</summary>
    internal ImmutableArray<string> Pages { get; private set; }

    /// <summary>The path of some pages of each kind.</summary>
    internal ImmutableArray<string> Kinds { get; private set; }

    /// <summary>The path of every article.</summary>
    internal ImmutableArray<string> Articles { get; private set; }

    /// <summary>The folder of the site's content.</summary>
    internal static string Input { get; } = Path.Join(RepositoryRoot.Folder, "tests", "fixture", "input");

    private string Output => Path.Join(_folder, "output");

    /// <summary>The file that a path of the site is answered with.</summary>
    internal string FileOf(string path) => Path.Join(Output, path.EndsWith('/') ? $"{path}index.html" : path);

    /// <summary>Gives what is wrong with the pages, which are visited once for all tests.</summary>
    internal async Task<ImmutableArray<Finding>> FindingsAsync(Concern concern) =>
        [.. (await _findings.Value).Where(finding => finding.Concern == concern)];

    /// <summary>A browser that has these fonts alone; it stays until all tests are over.</summary>
    internal async Task<IBrowser> BrowserWithAsync(TestFonts fonts)
    {
        if (_browsers.TryGetValue(fonts.Name, out var known)) return known;
        var folder = Directory.CreateDirectory(Path.Join(_folder, "fonts", fonts.Name)).FullName;
        return _browsers[fonts.Name] = await ChromiumLauncher.LaunchAsync(_playwright!.Chromium, fonts.InstallInto(folder));
    }

    /// <summary>Builds the site once more as it is without <c>--minify</c>, and gives its folder.</summary>
    internal async Task<string> ReadableAsync()
    {
        var folder = Path.Join(_folder, "readable");
        await BuildAsync(folder);
        return folder;
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _server = new StaticServer(Output);
        await BuildAsync(Output, "--minify");
        var pages = Directory.EnumerateFiles(Output, "*.html", SearchOption.AllDirectories).Select(PathOf).Order(StringComparer.Ordinal)
            .ToLookup(path => path.StartsWith("/embed/", StringComparison.Ordinal));
        Cards = [.. pages[true]];
        // The cards of facts are one page with different words; some of them stand for all.
        Pages = [.. pages[false], .. Cards.Where((_, index) => index % 50 == 0)];
        Kinds = [.. pages[false].GroupBy(KindOf).SelectMany(kind => kind.Take(kind.Key.Length > 0 ? 2 : int.MaxValue)), Cards[0]];
        Articles = [.. Directory.EnumerateFiles(Path.Join(Input, "articles"), "*.md")
            .Select(file => $"/{Path.GetFileNameWithoutExtension(file)}/")
            .Intersect(Pages)
            .Order(StringComparer.Ordinal)];
        _playwright = await Playwright.CreateAsync();
        _browser = await BrowserWithAsync(TestFonts.Palatino);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values) await browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task BuildAsync(string output, params string[] options) => BuildAsync(Input, "theme", output, Address, options);

    /// <summary>Builds a site as it is deployed at an address.</summary>
    internal static async Task BuildAsync(string input, string theme, string output, Uri address, params string[] options)
    {
        var tool = Path.Join(AppContext.BaseDirectory, "explainers.dll");
        string[] arguments = [tool, "build", "--input", input, "--theme", theme, "--output", output, "--today", "2026-11-23",
            "--base-url", address.AbsoluteUri, .. options];
        var build = await Command.RunAsync(RunningDotnet(), arguments, RepositoryRoot.Folder);
        if (build.Status != 0) throw new InvalidOperationException(
            $"The site does not build: 'explainers build' ended with status {build.Status}.\n{build.Output}");
    }

    /// <summary>The folder that a page shares with pages of its kind, or nothing where it lies at the top.</summary>
    private static string KindOf(string path) => path.TrimEnd('/').LastIndexOf('/') is > 0 and var end ? path[..end] : "";

    private string PathOf(string file)
    {
        var path = "/" + Path.GetRelativePath(Output, file).Replace('\\', '/');
        return path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;
    }

    /// <summary>Finds the host of the runtime that runs the tests, since there may be others or none on the PATH.</summary>
    private static string RunningDotnet() =>
        Path.GetFullPath(Path.Join(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe"
            : "dotnet"));
}
