using System.CommandLine;
using Explainers.Diagnostics;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers explain CODE</c>: what a finding means and how to mend it.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the command; without a code it lists them.</summary>
    public static Command Make(World world)
    {
        var code = new Argument<string?>("CODE") { Description = "The code of a finding, such as unknown-fact; without one, all codes are listed.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("explain", "Say what a finding means and how to mend it.") { code };
        command.SetAction(parsed => Run(parsed.GetValue(code), world));
        return command;
    }

    private static int Run(string? code, World world)
    {
        if (code is null)
        {
            foreach (var known in Catalog.Codes) world.Output.WriteLine(known);
            return ExitStatus.Done;
        }
        if (Catalog.Explain(code) is { } explanation)
        {
            world.Output.WriteLine(code);
            world.Output.WriteLine();
            world.Output.WriteLine(explanation);
            return ExitStatus.Done;
        }
        world.Error.WriteLine($"explainers: there is no finding '{code}'.");
        if (Nearest.To(code, Catalog.Codes) is { } nearest) world.Error.WriteLine($"Did you mean '{nearest}'?");
        return ExitStatus.WrongUsage;
    }
}
