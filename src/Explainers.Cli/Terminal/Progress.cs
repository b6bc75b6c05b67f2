using Explainers.Cli.Invocation;
using Spectre.Console;

namespace Explainers.Cli.Terminal;

/// <summary>Shows which stage is running, on a terminal only.</summary>
internal static class Progress
{
    /// <summary>Runs some work, which tells the name of each stage as it begins.</summary>
    public static T Show<T>(CliEnvironment environment, Func<Action<string>, T> work)
    {
        if (!environment.IsTerminal) return work(static _ => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(SafeWriter.Beneath(environment.Error)) });
        return console.Status().Start("read", status => work(stage => status.Status(stage)));
    }
}
