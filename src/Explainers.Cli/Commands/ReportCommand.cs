using System.CommandLine;
using Explainers.Cli.Desk;
using Explainers.Cli.Invocation;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers report</c>: what a desk looks at once a week.</summary>
internal static class ReportCommand
{
    private const int Usual = 14;

    /// <summary>Makes the command.</summary>
    public static Command Make(CliEnvironment environment)
    {
        var days = new Option<int>("--days")
        {
            HelpName = "days",
            Description = "How many days ahead the report looks.",
            DefaultValueFactory = _ => Usual,
            CustomParser = Values.Days,
        };
        var command = new Command(
            "report", "Write a report for the desk: what is due, how much is sourced and by whom, and what was corrected.") { days };
        SiteOptions.AddDocument(
            command,
            (request, parsed) => SiteQuestion.Ask(request, environment, (site, compiled) =>
            {
                var report = DeskReport.Of(site, compiled, request.Compile, parsed.GetValue(days));
                environment.Output.Write(SiteOptions.FormOf(parsed).Write(report, "explainers report --format html"));
                return ExitStatus.Done;
            }),
            environment);
        return command;
    }
}
