using System.Collections;
using System.ComponentModel;
using System.Text;
using Microsoft.Playwright;

namespace Explainers.BrowserTests.Browsers;

/// <summary>Starts the first Chromium that can be found or installed, and tells what it tried when there is none.</summary>
internal static class ChromiumLauncher
{
    private const string Variable = "CHROMIUM_PATH";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge",
        "microsoft-edge"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--no-proxy-server",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    /// <summary>Starts Chromium, out of reach of any network but this machine's own.</summary>
    /// <param name="chromium">How Playwright starts it.</param>
    /// <param name="fonts">The path of the fontconfig file that names its fonts.</param>
    public static async Task<IBrowser> LaunchAsync(IBrowserType chromium, string fonts)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        variables["FONTCONFIG_FILE"] = fonts;
        var tried = new StringBuilder();
        foreach (var (source, find) in Sources(chromium))
        {
            try
            {
                if (await find() is { } path) return await chromium.LaunchAsync(new BrowserTypeLaunchOptions
                {
                    ExecutablePath = path,
                    Args = Arguments,
                    Env = variables
                });
                tried.Append($"- {source}: not there\n");
            }
            catch (Exception exception) when (exception
                is PlaywrightException or InvalidOperationException or Win32Exception or TimeoutException)
            {
                tried.Append($"- {source}: {exception.Message}\n");
            }
        }
        throw new InvalidOperationException($"No Chromium could be started. Set {Variable} to one, or install one. Tried:\n{tried}");
    }

    private static IEnumerable<(string Source, Func<Task<string?>> Find)> Sources(IBrowserType chromium)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
        {
            yield return ($"{Variable}={chosen}", () => Task.FromResult(Existing(chosen)));
            yield break;
        }
        foreach (var name in Names) yield return ($"{name} on the PATH", () => Task.FromResult(OnPath(name)));
        yield return ("Playwright's own", () => Task.FromResult(Existing(chromium.ExecutablePath)));
        if (ChromiumInstaller.HasDebianPackage) yield return ("the package of Debian", async () =>
            await ChromiumInstaller.InstallDebianPackageAsync());
        yield return ("Playwright's installer", InstallAsync);

        async Task<string?> InstallAsync()
        {
            await ChromiumInstaller.InstallWithPlaywrightAsync();
            return Existing(chromium.ExecutablePath);
        }
    }

    private static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Join(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
