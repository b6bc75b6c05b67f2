using System.CommandLine;
using Explainers.Checking;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers next</c>: when a site next changes by itself, and why.</summary>
internal static class NextCommand
{
    private const int Few = 10;

    /// <summary>Makes the command.</summary>
    public static Command Make(CliEnvironment environment)
    {
        var command = new Command(
            "next", "Tell when the site next changes by itself, and why: embargoes, articles, facts and roles that end.");
        SiteOptions.AddQuestion(
            command,
            (request, _) => SiteQuestion.Ask(
                request,
                environment,
                site => Write(CalendarQueries.Later(site.Calendar, request.Compile.Moment), request, environment.Output)),
            environment);
        return command;
    }

    private static int Write(IReadOnlyList<Appointment> changes, SiteRequest request, TextWriter output)
    {
        if (request.Format == ReportFormat.Json)
        {
            var data = new NextData(
                changes.Count == 0 ? null : Moment(changes[0]),
                [.. changes.Select(change => new ChangeData(
                    Moment(change), change.Kind.ToString().ToLowerInvariant(), change.Name, change.File, change.What))]);
            JsonReport.Document(output, data, ReportJson.Default.NextData);
            return ExitStatus.Done;
        }
        if (changes.Count == 0) output.WriteLine("Nothing on the calendar changes this site.");
        var first = changes.TakeWhile(change => change.At == changes[0].At).Count();
        foreach (var change in changes.Take(Math.Max(first, Few))) output.WriteLine($"{change.When}  {change.What}  ({change.File})");
        if (changes.Count > Math.Max(first, Few)) output.WriteLine($"and {changes.Count - Math.Max(first, Few)} more later");
        return ExitStatus.Done;
    }

    private static string Moment(Appointment change) => Moments.Text(change.At);
}
