using System.CommandLine;
using System.CommandLine.Completions;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers explain CODE</c>: what a finding means, how to mend it, and how to turn it off.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the command; without a code it lists them.</summary>
    public static Command Make(CliEnvironment environment)
    {
        var code = new Argument<string?>("CODE")
        {
            HelpName = "CODE",
            Description = "The code of a finding, such as unknown-fact; without one, all codes are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        code.CompletionSources.Add(_ => Catalog.Codes.Select(code => new CompletionItem(code, detail: Catalog.Explain(code)!.Summary)));
        var command = new Command("explain", "Say what a finding means, how to mend it, and how to turn it off.") { code };
        command.SetAction(parsed => parsed.GetValue(code) is { } asked ? Explain(asked, environment) : List(environment));
        return command;
    }

    private static int Explain(string code, CliEnvironment environment)
    {
        if (Catalog.Explain(code) is { } explanation)
        {
            environment.Output.Write(explanation.Page);
            return ExitStatus.Done;
        }
        Wrapping.Say(environment.Error, $"explainers: there is no finding '{code}'.");
        if (Nearest.To(code, Catalog.Codes) is { } nearest) environment.Error.WriteLine($"Did you mean '{nearest}'?");
        return ExitStatus.WrongUsage;
    }

    private static int List(CliEnvironment environment)
    {
        var all = Catalog.Codes.Select(code => Catalog.Explain(code)!).ToLookup(explanation => explanation.Severity);
        var width = all.SelectMany(group => group).Max(explanation => explanation.Code.Length);
        environment.Output.WriteLine("errors: while there is one, nothing is written");
        Each(all[Severity.Error], width, environment.Output);
        environment.Output.WriteLine();
        environment.Output.WriteLine("warnings: the site is written, unless --strict is given");
        Each(all[Severity.Warning], width, environment.Output);
        environment.Output.WriteLine();
        environment.Output.WriteLine("'explainers explain CODE' says more of one.");
        return ExitStatus.Done;
    }

    private static void Each(IEnumerable<Explanation> explanations, int width, TextWriter output)
    {
        foreach (var explanation in explanations) output.WriteLine($"  {explanation.Code.PadRight(width)}  {explanation.Summary}");
    }
}
