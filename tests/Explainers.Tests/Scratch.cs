using System.Diagnostics;
using System.Text;
using Explainers.Cli;
using Explainers.Cli.Invocation;

namespace Explainers.Tests;

/// <summary>A temporary folder with a site in it, on which the command line is run.</summary>
internal sealed class Scratch : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Makes an empty folder.</summary>
    public Scratch() => Folder = Directory.CreateTempSubdirectory("explainers-").FullName;

    /// <summary>Makes a folder of that path.</summary>
    public Scratch(string folder) => Folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>How long a build waits for another.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Makes a folder with a site of some short articles.</summary>
    public static Scratch OfArticles(int count)
    {
        var site = new Scratch();
        site.Write("input/site.yaml", "title: A site\ndescription: A site for a test.\nbase_url: https://example.org/\n");
        for (var i = 0; i < count; i++)
            site.Write($"input/articles/article-{i}.md", $"---\ntitle: Article {i}\ndescription: The one numbered {i}.\n---\n\nText.\n");
        return site;
    }

    /// <summary>Makes a folder with a copy of another.</summary>
    public static Scratch CopyOf(params ReadOnlySpan<string> folders)
    {
        var scratch = new Scratch();
        foreach (var folder in folders) Copy(folder, Path.Combine(scratch.Folder, Path.GetFileName(folder)));
        return scratch;
    }

    /// <summary>Makes a folder with the site of tests/fixture.</summary>
    public static Scratch OfFixture() => CopyOf(FixtureSite.Input, FixtureSite.Theme);

    /// <summary>Writes a file.</summary>
    public void Write(string path, string text, Encoding? encoding = null)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text, encoding ?? new UTF8Encoding(false));
    }

    /// <summary>Makes a symbolic link.</summary>
    public void Link(string path, string target)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        if (Directory.Exists(Path.Combine(Path.GetDirectoryName(full)!, target))) Directory.CreateSymbolicLink(full, target);
        else File.CreateSymbolicLink(full, target);
    }

    /// <summary>Reads a file.</summary>
    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    /// <summary>Changes a file.</summary>
    public void Replace(string path, string from, string to)
    {
        var text = Read(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        Write(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Puts words into a file, behind the first place where some others stand.</summary>
    public void Insert(string path, string after, string words)
    {
        var text = Read(path);
        Assert.Contains(after, text, StringComparison.Ordinal);
        Write(path, text.Insert(text.IndexOf(after, StringComparison.Ordinal) + after.Length, words));
    }

    /// <summary>Runs the command line in the folder, on 23 November 2026.</summary>
    public Run Run(params string[] arguments) => RunIn("", arguments);

    /// <summary>Runs the command line in a folder below.</summary>
    public Run RunIn(string folder, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var environment = new CliEnvironment(output, error, Path.Combine(Folder, folder), new StoppedClock())
        {
            IsFlushed = false,
            Patience = Patience
        };
        var status = Application.Run(arguments, environment);
        return new Run(status, output.ToString(), error.ToString());
    }

    /// <summary>Runs git in a folder below.</summary>
    public void Git(string folder, params string[] words)
    {
        string[] who = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"];
        using var git = Process.Start(new ProcessStartInfo("git", [.. who, .. words]) { WorkingDirectory = Path.Combine(Folder, folder) })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    /// <summary>Every file below a folder with its bytes, by path; links are not followed.</summary>
    public static SortedDictionary<string, byte[]> Files(string folder)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) return files;
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in Directory.EnumerateFiles(folder, "*", options))
            files.Add(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file));
        return files;
    }

    /// <summary>Every file below a folder of this one.</summary>
    public SortedDictionary<string, byte[]> FilesOf(string folder) => Files(Path.Combine(Folder, folder));

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Copies a folder.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var (path, bytes) in Files(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, path))!);
            File.WriteAllBytes(Path.Combine(to, path), bytes);
        }
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => 0;
    }
}

/// <summary>What a run of the command line gave.</summary>
internal sealed record Run(int Status, string Output, string Error);
