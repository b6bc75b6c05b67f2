using System.CommandLine;
using System.CommandLine.Help;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;

namespace Explainers.Cli.Commands;

/// <summary>The commands and what they take.</summary>
internal static class RootCommandLine
{
    /// <summary>Makes the command line; without a command it builds.</summary>
    public static RootCommand Make(CliEnvironment environment)
    {
        var root = new RootCommand("Compiles fact sheets, articles and a theme into a static site.");
        SiteOptions.AddBuild(root, BuildCommand.Run, environment);
        var build = new Command("build", "Compile the site and write it (the default).");
        SiteOptions.AddBuild(build, BuildCommand.Run, environment);
        var check = new Command("check", "Compile the site and report what is wrong, without writing anything.");
        SiteOptions.AddCheck(check, BuildCommand.Check, environment);
        var preview = new Command(
            "preview",
            "Show the site in a browser while it is written, with what is wrong and what each page rests on.");
        SiteOptions.AddPreview(preview, PreviewCommand.Run, environment);
        root.Add(build);
        root.Add(check);
        root.Add(preview);
        root.Add(NewCommand.Make(environment));
        root.Add(FactsCommand.Make(environment));
        root.Add(ImportCommand.Make(environment));
        root.Add(NextCommand.Make(environment));
        root.Add(ReportCommand.Make(environment));
        root.Add(DiffCommand.Make(environment));
        root.Add(SchemaCommand.Make(environment));
        root.Add(ExplainCommand.Make(environment));
        root.Add(CompletionCommand.Make(environment));
        Values.RefuseBlank(root);
        foreach (var help in root.Options.Select(option => option.Action).OfType<HelpAction>())
            help.MaxWidth = Math.Min(help.MaxWidth, Wrapping.Width);
        root.Add(CompletionCommand.MakeAnswering(root, environment));
        // The library's own answer to shells proposes all that contains a word, and breaks off at "--format=j".
        root.Directives.Clear();
        return root;
    }
}
