using System.CommandLine;
using Explainers.Cli.Desk;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers facts due</c>: the facts that somebody has to check again.</summary>
internal static class FactsDueCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CliEnvironment environment)
    {
        var days = new Option<int>("--days")
        {
            HelpName = "days",
            Description = "Also list what falls due within so many days.",
            CustomParser = Values.Days,
        };
        var command = new Command("due", "List the facts that are past their day of review, with owner and source.") { days };
        SiteOptions.AddQuestion(
            command,
            (request, parsed) => SiteQuestion.Ask(request, environment, site =>
            {
                var due = DueFact.In(site, request.Compile.Today, parsed.GetValue(days));
                DueReport.Write(site, due, request, parsed.GetValue(days), environment.Output);
                return ExitStatus.Done;
            }),
            environment);
        return command;
    }
}
