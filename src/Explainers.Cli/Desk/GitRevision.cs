using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;

namespace Explainers.Cli.Desk;

/// <summary>Takes the folders of a site as they were in a revision of git out of the repository, without touching its work tree.</summary>
internal sealed class GitRevision : IDisposable
{
    private const int HashLength = 40;
    private readonly string _top;
    private readonly string _hash;

    private GitRevision(string top, string hash, string folder) => (_top, _hash, Folder) = (top, hash, folder);

    /// <summary>The folder that has the files of the revision, where the top of the repository would be.</summary>
    public string Folder { get; }

    /// <summary>Finds a revision of the repository that a folder belongs to.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="revision">The name of a commit, branch or tag.</param>
    /// <param name="fault">Why there is none, in words.</param>
    public static GitRevision? Find(string folder, string revision, out string? fault)
    {
        (var top, fault) = Run(folder, "rev-parse", "--show-toplevel");
        if (fault is not null) return null;
        (var hash, var unknown) = Run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}");
        if (unknown is not null || hash!.Length < HashLength)
        {
            fault = $"git knows no revision '{revision}' here; name a branch, a tag or a commit";
            return null;
        }
        // What the other branch has done meanwhile is no change of this one, as in a pull request.
        if (Run(folder, "merge-base", hash, "HEAD") is { Text.Length: >= HashLength } common) hash = common.Text;
        return new GitRevision(top!, hash, Directory.CreateTempSubdirectory("explainers-diff-").FullName);
    }

    /// <summary>Takes a folder out of the revision; nothing where it had none, or where it lies outside of the repository.</summary>
    /// <returns>Where the folder lies now, or null.</returns>
    public string? Take(string folder)
    {
        var below = Path.GetRelativePath(_top, folder).Replace('\\', '/');
        if (Path.IsPathRooted(below) || below == ".." || below.StartsWith("../", StringComparison.Ordinal)) return null;
        if (Run(_top, "cat-file", "-e", $"{_hash}:{(below == "." ? "" : below)}").Fault is not null) return null;
        using var git = Start(_top, "archive", "--format=tar", _hash, "--", below)!;
        git.ErrorDataReceived += static (_, _) => { };
        git.BeginErrorReadLine();
        using (var archive = new TarReader(git.StandardOutput.BaseStream))
        {
            while (archive.GetNextEntry() is { } entry) Write(entry);
        }
        git.WaitForExit();
        return git.ExitCode == 0 ? Path.GetFullPath(Path.Combine(Folder, below)) : null;
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Writes a file. Links are left out: they may lead anywhere.</summary>
    private void Write(TarEntry entry)
    {
        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) return;
        var path = Path.GetFullPath(Path.Combine(Folder, entry.Name));
        if (!path.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        entry.ExtractToFile(path, overwrite: true);
    }

    private static (string? Text, string? Fault) Run(string folder, params string[] words)
    {
        try
        {
            using var git = Start(folder, words);
            git.ErrorDataReceived += static (_, _) => { };
            git.BeginErrorReadLine();
            var text = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? (text, null) : (null, "this folder is not in a git repository, so there is nothing to compare with");
        }
        catch (Win32Exception)
        {
            return (null, "git is not installed, or not on the path; the comparison needs it");
        }
    }

    private static Process Start(string folder, params string[] words)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var word in words) start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }
}
