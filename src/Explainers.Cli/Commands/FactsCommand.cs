using System.CommandLine;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;
using Explainers.Facts;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers facts list | show FACT | impact FACT | due | from ARTICLE</c>: the facts of a site.</summary>
internal static class FactsCommand
{
    private const int Few = 6;

    /// <summary>Makes the command.</summary>
    public static Command Make(CliEnvironment environment)
    {
        var facts = new Command(
            "facts",
            "Ask what facts there are, what rests on one, what a change of it would change, and which an article states.");
        var list = new Command("list", "List every fact with its value.");
        SiteOptions.AddQuestion(
            list,
            (request, _) => SiteQuestion.Ask(request, environment, site => FactsReport.List(site, request.Format, environment.Output)),
            environment);
        facts.Add(list);
        facts.Add(About("show", "Show a fact: its value, its sources, and where it is used.", FactsReport.Show, environment));
        facts.Add(
            About("impact", "List every place and every page that a change of a fact would change.", FactsReport.Impact, environment));
        facts.Add(FactsDueCommand.Make(environment));
        facts.Add(FactsFromCommand.Make(environment));
        return facts;
    }

    private static Command About(
        string name,
        string description,
        Action<Fact, FactsView, ReportFormat, TextWriter> report,
        CliEnvironment environment)
    {
        var fact = new Argument<string>("FACT") { Description = "Sheet and id, such as alaska_purchase.price." };
        var command = new Command(name, description) { fact };
        SiteOptions.AddQuestion(
            command,
            (request, parsed) =>
                SiteQuestion.Ask(
                    request,
                    environment,
                    site =>
                        Answer(
                            parsed.GetValue(fact)!,
                            site,
                            environment,
                            found => report(found, site, request.Format, environment.Output))),
            environment);
        return command;
    }

    private static int Answer(string name, FactsView site, CliEnvironment environment, Action<Fact> report)
    {
        if ((site.Facts.FirstOrDefault(fact => fact.Name.Name == name) ?? Part(name, site)) is { } found)
        {
            report(found);
            return ExitStatus.Done;
        }
        if (site.Sheets.FirstOrDefault(sheet => sheet.Name == name.Replace('-', '_')) is { Facts.IsEmpty: false } whole)
        {
            Wrapping.Say(
                environment.Error,
                $"explainers: '{name}' is a fact sheet, and this asks for one of its facts: "
                    + $"{Some([.. whole.Facts.Select(fact => fact.Name)])}.");
            return ExitStatus.WrongUsage;
        }
        Wrapping.Say(environment.Error, $"explainers: no fact sheet defines '{name}'.");
        if (Nearest.To(name, site.Facts.Select(fact => fact.Name.Name)) is { } nearest)
            environment.Error.WriteLine($"Did you mean '{nearest}'?");
        return ExitStatus.WrongUsage;
    }

    /// <summary>A part of an entry, such as a cell of a table, or null.</summary>
    private static Fact? Part(string name, FactsView site) =>
        new FactId(name) is { Part.Length: > 0, Sheet.Length: > 0 } part && site.Fact(part) is { IsMissing: false } fact ? fact : null;

    /// <summary>The first few of some names, and how many more there are.</summary>
    private static string Some(string[] names) =>
        names.Length <= Few
            ? Values.Listed(names)
            : $"{string.Join(", ", names.Take(Few))} and {names.Length - Few} more, which 'explainers facts list' shows";
}
