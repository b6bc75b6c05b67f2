using System.CommandLine;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers completion SHELL</c>: a script by which a shell completes commands and options; it asks the tool itself what may follow.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _explainers() {
          local IFS=$'\n'
          COMPREPLY=($(explainers "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
        }
        complete -o default -F _explainers explainers

        """;

    private const string Zsh = """
        #compdef explainers
        _explainers() {
          local -a found
          found=("${(@f)$(explainers "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a found
        }
        compdef _explainers explainers

        """;

    private const string Fish = """
        complete -f -c explainers -a '(explainers "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null)'

        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName explainers -ScriptBlock {
          param($word, $line, $position)
          explainers "[suggest:$position]" "$line" 2>$null |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    /// <summary>Makes the command.</summary>
    public static Command Make(World world)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.TakesOneOf("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", "Print a script that completes commands and options in a shell.") { shell };
        command.SetAction(parsed =>
        {
            world.Output.Write(parsed.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, "fish" => Fish, _ => PowerShell });
            return ExitStatus.Done;
        });
        return command;
    }
}
