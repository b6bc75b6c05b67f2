using System.CommandLine;
using Explainers.Cli.Terminal;
using Explainers.Parsing.Schemas;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers schema [NAME]</c>: JSON Schemas for editors.</summary>
internal static class SchemaCommand
{
    /// <summary>Where the schemas go that this repository's own editor settings name.</summary>
    private const string DefaultFolder = ".vscode/schemas";

    /// <summary>Makes the command; without a name it writes all schemas, with one it prints that one.</summary>
    public static Command Make(World world)
    {
        var name = new Argument<string?>("NAME") { Description = "site, fact-sheet, article, card or photograph: print this schema instead of writing all.", Arity = ArgumentArity.ZeroOrOne };
        name.TakesOneOf([.. EditorSchemas.All.Select(schema => schema.Name)]);
        var output = new Option<string>("--output") { Description = "The folder that the schemas are written to.", DefaultValueFactory = _ => DefaultFolder };
        var command = new Command("schema", "Write JSON Schemas for site.yaml, fact sheets, front matter and card.yaml, for editors.") { name, output };
        command.SetAction(parsed => Run(parsed.GetValue(name), parsed.GetValue(output)!, world));
        return command;
    }

    private static int Run(string? name, string folder, World world)
    {
        if (name is not null)
        {
            world.Output.Write(EditorSchemas.All.First(schema => schema.Name == name).Text());
            return ExitStatus.Done;
        }
        try
        {
            Directory.CreateDirectory(world.Full(folder));
            foreach (var schema in EditorSchemas.All)
            {
                File.WriteAllText(Path.Combine(world.Full(folder), schema.File), schema.Text());
                world.Output.WriteLine($"{World.Shown(folder)}/{schema.File}");
            }
            return ExitStatus.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Wrapping.Say(world.Error, $"explainers: {folder} can not be written: {exception.Message}");
            return ExitStatus.WrongUsage;
        }
    }
}
