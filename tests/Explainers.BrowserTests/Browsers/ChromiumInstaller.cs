namespace Explainers.BrowserTests.Browsers;

/// <summary>Puts a Chromium on a machine that has none.</summary>
internal static class ChromiumInstaller
{
    private const string ReleaseFile = "/etc/os-release";

    /// <summary>Whether the system's own package is the way: as root on Debian, whose package has every library that it needs.</summary>
    public static bool HasDebianPackage => Environment.IsPrivilegedProcess && IsDistribution("debian");

    /// <summary>Installs Debian's package.</summary>
    /// <returns>Where Chromium is.</returns>
    public static async Task<string> InstallDebianPackageAsync()
    {
        await AptAsync("update");
        await AptAsync("install", "--yes", "--no-install-recommends", "chromium");
        return "/usr/bin/chromium";
    }

    /// <summary>Runs Playwright's own installer, which needs no rights, and brings the libraries too where it has them.</summary>
    public static async Task InstallWithPlaywrightAsync()
    {
        var canAddLibraries = Environment.IsPrivilegedProcess && IsDistribution("ubuntu");
        string[] arguments = ["install", .. canAddLibraries ? ["--with-deps"] : Array.Empty<string>(), "--no-shell", "chromium"];
        var status = await Task.Run(() => Microsoft.Playwright.Program.Main(arguments));
        if (status != 0) throw new InvalidOperationException(
            $"'playwright {string.Join(' ', arguments)}' ended with status {status}; its words stand above.");
    }

    private static async Task AptAsync(params string[] arguments)
    {
        var run = await Command.RunAsync("apt-get", ["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=2", .. arguments], "/");
        if (run.Status != 0) throw new InvalidOperationException(
            $"'apt-get {string.Join(' ', arguments)}' ended with status {run.Status}:\n{run.Output}");
    }

    private static bool IsDistribution(string name) =>
        OperatingSystem.IsLinux()
        && File.Exists(ReleaseFile)
        && File.ReadLines(ReleaseFile).Any(line => line.Replace("\"", "", StringComparison.Ordinal) == $"ID={name}");
}
