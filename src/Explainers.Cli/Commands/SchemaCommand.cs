using System.CommandLine;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Parsing.Schemas;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers schema [NAME]</c>: JSON Schemas for editors.</summary>
internal static class SchemaCommand
{
    /// <summary>Where the schemas go that this repository's own editor settings name.</summary>
    private const string DefaultFolder = ".vscode/schemas";

    /// <summary>Makes the command; without a name it writes all schemas, with one it prints that one.</summary>
    public static Command Make(CliEnvironment environment)
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "site, fact-sheet, authors, article, card or photograph: print this schema instead of writing all.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        name.TakesOneOf([.. EditorSchemas.All.Select(schema => schema.Name)]);
        var output = new Option<string>("--output")
        {
            Description = "The folder that the schemas are written to.",
            DefaultValueFactory = _ => DefaultFolder,
        };
        var command = new Command(
            "schema",
            "Write JSON Schemas for site.yaml, fact sheets, authors.yaml, front matter and card.yaml, for editors.") { name, output };
        command.SetAction(parsed => Run(parsed.GetValue(name), parsed.GetValue(output)!, environment));
        return command;
    }

    private static int Run(string? name, string folder, CliEnvironment environment)
    {
        if (name is not null)
        {
            environment.Output.Write(EditorSchemas.All.First(schema => schema.Name == name).Text());
            return ExitStatus.Done;
        }
        try
        {
            Directory.CreateDirectory(environment.Full(folder));
            foreach (var schema in EditorSchemas.All)
            {
                File.WriteAllText(Path.Combine(environment.Full(folder), schema.File), schema.Text());
                environment.Output.WriteLine($"{CliEnvironment.Shown(folder)}/{schema.File}");
            }
            return ExitStatus.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Wrapping.Say(environment.Error, $"explainers: {folder} cannot be written: {exception.Message}");
            return ExitStatus.WrongUsage;
        }
    }
}
