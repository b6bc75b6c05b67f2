using System.CommandLine;
using System.Globalization;
using System.Text;
using Explainers.Cli.Importing;
using Explainers.Cli.Invocation;
using Explainers.Cli.Scaffolding;
using Explainers.Cli.Terminal;
using Explainers.Hosting;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers import FOLDER</c>: the posts of a site of Jekyll as articles, and a report of what was not taken.</summary>
internal static class ImportCommand
{
    private const string Report = "import-report.md";

    private static readonly string[] Folders = ["_drafts", "_posts"];

    /// <summary>Makes the command.</summary>
    public static Command Make(CliEnvironment environment)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of a site of Jekyll." };
        var input = new Option<string>("--input") { Description = "The site's input folder.", DefaultValueFactory = _ => "input" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the report, and write nothing." };
        var command = new Command("import", "Make articles of the posts of a Jekyll site; nothing is overwritten.")
        {
            folder,
            input,
            dryRun,
        };
        command.SetAction(parsed =>
            Import(parsed.GetValue(folder)!, parsed.GetValue(input)!, parsed.GetValue(dryRun), environment));
        return command;
    }

    private static int Import(string folder, string input, bool isDryRun, CliEnvironment environment)
    {
        var root = environment.Full(folder);
        if (!File.Exists(Path.Combine(root, JekyllImport.Settings)))
            return NewFiles.Refuse(
                $"{CliEnvironment.Shown(folder)} has no {JekyllImport.Settings}, so it is no site of Jekyll.", environment);
        try
        {
            var import = JekyllImport.Of(File.ReadAllText(Path.Combine(root, JekyllImport.Settings)), Posts(root));
            return Write(import, input, isDryRun, environment);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return NewFiles.Refuse($"{CliEnvironment.Shown(folder)} cannot be read: {exception.Message}", environment);
        }
    }

    /// <summary>Posts and drafts in order of path; links are not followed, and what no article can hold is not read.</summary>
    private static IEnumerable<(string Path, string Text)> Posts(string root)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return Folders.Select(name => Path.Combine(root, name)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", options))
            .Where(file => Path.GetExtension(file) is ".md" or ".markdown" && new FileInfo(file).Length <= SourceLimits.Of("a.md"))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file)));
    }

    private static int Write(JekyllImport import, string input, bool isDryRun, CliEnvironment environment)
    {
        var placed = import.Articles.Select(file => (Path: $"{input.TrimEnd('/', '\\')}/{file.Path}", file.Text)).ToArray();
        var files = placed.Where(file => !Path.Exists(environment.Full(file.Path))).ToArray();
        var kept = placed.Except(files).Select(file => CliEnvironment.Shown(file.Path)).ToArray();
        var report = Text(import, files.Length, kept);
        if (isDryRun)
        {
            environment.Output.Write(Visible.Text(report));
            return ExitStatus.Done;
        }
        var status = NewFiles.Write(NewFiles.Encoded([.. files, (Report, report)]), environment);
        if (status != ExitStatus.Done) return status;
        Wrapping.Say(environment.Error, $"{Summary.Count(files.Length, "article")}; {Report} says what was not taken"
            + $" ({import.Left.Length.ToString(CultureInfo.InvariantCulture)}), and which topics site.yaml needs.");
        return ExitStatus.Done;
    }

    private static string Text(JekyllImport import, int taken, string[] kept)
    {
        var text = new StringBuilder("# Import of a site of Jekyll\n\n").Append(CultureInfo.InvariantCulture, $"Articles: {taken}.\n");
        if (kept.Length > 0) text.Append("\n## There already, and left as they are\n\n");
        foreach (var path in kept) text.Append(CultureInfo.InvariantCulture, $"- `{path}`\n");
        if (import.Topics.Count > 0) text.Append("\n## Topics\n\nEach of these has to stand under `topics:` in `site.yaml`:\n\n```yaml\n");
        foreach (var (id, name) in import.Topics)
            text.Append(CultureInfo.InvariantCulture, $"  {id}: {{ title: {Scaffold.Quoted(name)} }}\n");
        if (import.Topics.Count > 0) text.Append("```\n");
        if (import.Left.Length > 0) text.Append("\n## Not taken\n\n");
        foreach (var left in import.Left)
            text.Append(CultureInfo.InvariantCulture, $"- {left.Path}:{left.Line}: {left.What}\n");
        return text.ToString();
    }
}
