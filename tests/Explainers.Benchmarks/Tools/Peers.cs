using Explainers.Benchmarks.Corpora;
using Explainers.Benchmarks.Measuring;

namespace Explainers.Benchmarks.Tools;

/// <summary>Finds the tools that this machine has, and says plainly which ones it lacks.</summary>
internal static class Peers
{
    private const string EleventyVersion = "3.1.8";

    /// <summary>Finds Explainers and the peers asked for; whatever is missing is told and left out.</summary>
    public static IReadOnlyList<Contender> Find(Options options, Action<string> tell)
    {
        var found = new List<Contender>();
        Add(FindExplainers(options, tell));
        foreach (var peer in options.Peers)
            Add(peer == "hugo" ? FindHugo(tell) : FindEleventy(tell));
        return found;

        void Add(Contender? contender)
        {
            if (contender is not null)
                found.Add(contender);
        }
    }

    /// <summary>Writes the sources of every tool, present or not, so that a person can look at them.</summary>
    public static void WriteSources(Options options, Corpus corpus, string folder, Action<string> tell)
    {
        Write("explainers", path => ExplainersSite.Write(corpus, path));
        if (options.Peers.Contains("hugo"))
            Write("hugo", path => HugoSite.Write(corpus, path));
        if (options.Peers.Contains("eleventy") && InstallEleventy(tell) is { } packages)
            Write("eleventy", path => EleventySite.Write(corpus, path, packages));

        void Write(string name, Action<string> write)
        {
            var path = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            write(path);
            tell($"{path}: {corpus.ArticleCount} articles");
        }
    }

    private static Contender? FindExplainers(Options options, Action<string> tell)
    {
        if (Version(options.Explainers, "--version") is not { } version)
            return Missing(tell,
                $"Explainers is missing: '{options.Explainers}' does not start. Publish it, and give its path with --explainers.");
        if (!Directory.Exists(options.Theme))
            return Missing(tell, $"Explainers is left out: there is no theme in '{options.Theme}'. Give its path with --theme.");
        return new Contender(
            Contender.ExplainersName,
            version,
            ExplainersSite.Write,
            (source, output) => new Command(options.Explainers, source,
            [
                "build", "--no-cache", "--input", source, "--theme", options.Theme, "--output", output,
                "--base-url", SiteWords.Address, "--today", "2026-11-23", "--strict",
            ]));
    }

    private static Contender? FindHugo(Action<string> tell)
    {
        if (Version("hugo", "version") is not { } version)
            return Missing(tell, "Hugo is missing: no 'hugo' on the PATH.");
        return new Contender(
            "Hugo",
            string.Join(' ', version.Split(' ').Skip(1).Take(2)),
            HugoSite.Write,
            (source, output) => new Command("hugo", source,
                ["--source", source, "--destination", output, "--cacheDir", $"{output}-cache", "--noBuildLock"]));
    }

    private static Contender? FindEleventy(Action<string> tell)
    {
        if (Version("node", "--version") is not { } node)
            return Missing(tell, "Eleventy is missing: no 'node' on the PATH.");
        if (InstallEleventy(tell) is not { } packages)
            return null;
        return new Contender(
            "Eleventy",
            $"{EleventyVersion} (node {node})",
            (corpus, folder) => EleventySite.Write(corpus, folder, packages),
            (source, output) => new Command("node", source,
                [Path.Combine(packages, "@11ty", "eleventy", "cmd.cjs"), "--quiet", $"--output={output}"]));
    }

    /// <summary>Installs the pinned packages once, in a folder for temporary files, and gives the folder of the packages.</summary>
    private static string? InstallEleventy(Action<string> tell)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"explainers-benchmarks-eleventy-{EleventyVersion}");
        var packages = Path.Combine(folder, "node_modules");
        var marker = Path.Combine(folder, "installed");
        if (File.Exists(marker))
            return packages;
        Directory.CreateDirectory(folder);
        File.Copy(
            Path.Combine(AppContext.BaseDirectory, "Sites", "eleventy", "package.json"),
            Path.Combine(folder, "package.json"), overwrite: true);
        tell($"Installing Eleventy {EleventyVersion} in {folder}.");
        var install = new Command("npm", folder, ["install", "--no-audit", "--no-fund"]).Run();
        if (install.ExitCode != 0)
        {
            tell($"Eleventy is missing: npm install ended with exit status {install.ExitCode}.\n{install.Output}");
            return null;
        }

        File.WriteAllText(marker, "");
        return packages;
    }

    private static string? Version(string file, string argument)
    {
        var run = new Command(file, Path.GetTempPath(), [argument]).Run();
        return run.ExitCode == 0 ? run.Output.Trim().Split('\n')[0] : null;
    }

    private static Contender? Missing(Action<string> tell, string why)
    {
        tell(why);
        return null;
    }
}
