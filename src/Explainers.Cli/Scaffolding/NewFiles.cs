using System.Text;
using Explainers.Cli.Disk;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;

namespace Explainers.Cli.Scaffolding;

/// <summary>Writes new files, and says which; what is there already is never touched.</summary>
internal static class NewFiles
{
    /// <summary>Writes all files, or none where one of them is there already or cannot be.</summary>
    /// <returns>An <see cref="ExitStatus"/>.</returns>
    public static int Write(IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files, CliEnvironment environment) =>
        Guarded(environment, () =>
    {
        if (files.FirstOrDefault(file => file.Path != Wrapping.Plain(file.Path)).Path is { } hidden)
            return Refuse($"'{hidden}' cannot be a path: it has characters in it that nobody sees.", environment);
        if (files.FirstOrDefault(file => Path.Exists(environment.Full(file.Path))) is { Path: { } taken })
            return Refuse($"{CliEnvironment.Shown(taken)} is there already, and stays as it is.", environment);
        if (files.Select(file => PathConflict.Of(environment.Full(file.Path), file.Path))
            .FirstOrDefault(way => way is not null) is { } inTheWay)
            return Refuse($"{inTheWay} is a file, and would have to be a folder.", environment);
        foreach (var (path, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(environment.Full(path))!);
            // A file that came in between is not overwritten either.
            using var stream = new FileStream(environment.Full(path), FileMode.CreateNew, FileAccess.Write);
            stream.Write(content.Span);
            environment.Output.WriteLine(CliEnvironment.Shown(path));
        }
        return ExitStatus.Done;
    });

    /// <summary>
    /// Writes the files of a new site. Those that a folder may have for other reasons are kept where they are there, and what they lack is
    /// said.
    /// </summary>
    /// <returns>An <see cref="ExitStatus"/>.</returns>
    public static int WriteSite(string folder, IEnumerable<(string Path, string Text)> files, CliEnvironment environment) =>
        Guarded(environment, () =>
    {
        if (folder != Wrapping.Plain(folder))
            return Refuse($"'{folder}' cannot be a folder: it has characters in it that nobody sees.", environment);
        var root = CliEnvironment.Shown(folder).TrimEnd('/');
        var placed = files.Select(file => (Path: root == "." ? file.Path : $"{root}/{file.Path}", file.Text)).ToArray();
        if (Directory.Exists(environment.Full($"{root}/input")))
            return Refuse($"{(root == "." ? "" : root + "/")}input is there already, and stays as it is.", environment);
        var kept = placed.Where(file => Scaffold.IsShared(file.Path) && File.Exists(environment.Full(file.Path))).ToArray();
        var lacking = kept.Select(file => (file.Path, Lines: Lacking(file.Text, File.ReadAllLines(environment.Full(file.Path)))))
            .Where(file => file.Lines.Length > 0).ToArray();
        var status = Write(Encoded(placed.Except(kept)), environment);
        if (status != ExitStatus.Done) return status;
        foreach (var (path, lines) in lacking)
        {
            Wrapping.Say(environment.Error, $"{path} is there already, and stays as it is. Add these lines to it:");
            foreach (var line in lines) environment.Error.WriteLine($"   {line}");
        }
        Wrapping.Say(environment.Error, root == "." ? "Next: 'explainers preview'." : $"Next: 'cd {root}', then 'explainers preview'.");
        return ExitStatus.Done;
    });

    /// <summary>Texts as the bytes of files.</summary>
    public static (string Path, ReadOnlyMemory<byte> Content)[] Encoded(IEnumerable<(string Path, string Text)> files) =>
        [.. files.Select(file => (file.Path, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Text.ReplaceLineEndings("\n"))))];

    /// <summary>The lines of a text that a file does not have, comments left out.</summary>
    private static string[] Lacking(string text, string[] present)
    {
        var known = present.Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
        return [.. text.ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#' && !known.Contains(line.Trim()))];
    }

    /// <summary>Says why nothing was written.</summary>
    public static int Refuse(string why, CliEnvironment environment)
    {
        Wrapping.Say(environment.Error, Wrapping.Plain($"explainers: {why} Nothing was written."));
        return ExitStatus.WrongUsage;
    }

    /// <summary>Says which finding keeps a file from being written.</summary>
    public static int Refuse(Diagnostic finding, CliEnvironment environment)
    {
        var status = Refuse($"{finding.Message}.", environment);
        if (finding.Hint is { } hint) environment.Error.WriteLine(Wrapping.Plain($"   hint: {hint}"));
        return status;
    }

    private static int Guarded(CliEnvironment environment, Func<int> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Wrapping.Say(environment.Error, $"explainers: {exception.Message}");
            return ExitStatus.WrongUsage;
        }
    }
}
