using System.Collections.Frozen;
using System.CommandLine;
using System.Reflection;
using Explainers.Cli.Completion;
using Explainers.Cli.Invocation;

namespace Explainers.Cli.Commands;

/// <summary>
/// <c>explainers completion SHELL</c>: a script by which a shell completes what is typed; it asks the tool itself what may follow.
/// </summary>
internal static class CompletionCommand
{
    /// <summary>The script of each shell.</summary>
    private static readonly FrozenDictionary<string, string> Scripts = new Dictionary<string, string>
    {
        ["bash"] = "explainers.bash",
        ["zsh"] = "explainers.zsh",
        ["fish"] = "explainers.fish",
        ["powershell"] = "explainers.ps1",
    }.ToFrozenDictionary();

    /// <summary>Makes the command.</summary>
    public static Command Make(CliEnvironment environment)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell." };
        shell.TakesOneOf("bash", "zsh", "fish", "powershell");
        var command = new Command("completion", "Print a script that completes commands, options and values in a shell.") { shell };
        command.SetAction(parsed =>
        {
            environment.Output.Write(Script(parsed.GetValue(shell)!));
            return ExitStatus.Done;
        });
        return command;
    }

    /// <summary>
    /// Makes the command that these scripts ask: <c>explainers complete -- WORD…</c> prints what the last word can become, each with
    /// a tab and what it means.
    /// </summary>
    public static Command MakeAnswering(Command root, CliEnvironment environment)
    {
        var words = new Argument<string[]>("WORD") { Arity = ArgumentArity.OneOrMore };
        var command = new Command("complete") { words };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var typed = parsed.GetValue(words)!;
            foreach (var proposal in Completer.Complete(root, typed[..^1], typed[^1]))
                environment.Output.WriteLine($"{proposal.Text}\t{proposal.Description}");
            return ExitStatus.Done;
        });
        return command;
    }

    private static string Script(string shell)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"completion/{Scripts[shell]}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
