using System.CommandLine;
using System.CommandLine.Parsing;
using Explainers.Cli.Commands;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Hosting;

namespace Explainers.Cli;

/// <summary>The command line as a whole.</summary>
internal static class Application
{
    /// <summary>The folder that the run was started in, or null, with a message, where it is gone or may not be entered.</summary>
    public static string? Folder(TextWriter error)
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            using var safe = new SafeWriter(error, takesColours: false);
            Wrapping.Say(
                safe,
                "explainers: the folder this was started in is gone, or you may not enter it. Go to the folder of your site and try "
                    + "again.");
            return null;
        }
    }

    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The words behind the tool's name.</param>
    /// <param name="environment">Where it runs.</param>
    /// <returns>An <see cref="ExitStatus"/>.</returns>
    public static int Run(string[] arguments, CliEnvironment environment)
    {
        using var output = new SafeWriter(environment.Output, takesColours: false);
        using var error = new SafeWriter(environment.Error, environment.IsTerminal);
        var status = Answer(arguments, environment with { Output = output, Error = error });
        output.Flush();
        error.Flush();
        if (output.Fault is { } why) Wrapping.Say(error, $"explainers: standard output takes no more: {why}");
        return status == ExitStatus.Done && (output.Fault ?? error.Fault) is not null ? ExitStatus.WrongUsage : status;
    }

    private static int Answer(string[] arguments, CliEnvironment environment)
    {
        try
        {
            // A title may begin with '@', which would else be read as the name of a file with more arguments.
            var parsed = RootCommandLine.Make(environment).Parse(
                arguments is ["help", .. var of] ? [.. of, "--help"] : arguments,
                new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (Misplaced(parsed) is { } option)
            {
                Wrapping.Say(
                    environment.Error,
                    $"explainers: {option} stands before '{parsed.CommandResult.Command.Name}', where it has no effect; "
                        + "write options after the command.");
                return ExitStatus.WrongUsage;
            }
            return parsed.Errors.Count == 0
                ? parsed.Invoke(
                    new InvocationConfiguration
                    {
                        Output = environment.Output,
                        Error = environment.Error,
                        EnableDefaultExceptionHandler = false,
                    })
                : WrongUsage.Report(parsed, environment);
        }
        catch (SourceChangedException changed)
        {
            Findings.Write([changed.Refusal], ReportFormat.Text, environment);
            return ExitStatus.WrongUsage;
        }
        catch (Exception exception)
        {
            CrashReport.Write(exception, arguments, environment);
            return ExitStatus.OurFault;
        }
    }

    /// <summary>An option that was given to a command around the one that runs, which would not see it; null where there is none.</summary>
    private static string? Misplaced(ParseResult parsed)
    {
        for (var outer = parsed.CommandResult.Parent as CommandResult; outer is not null; outer = outer.Parent as CommandResult)
        {
            if (outer.Children.OfType<OptionResult>()
                .FirstOrDefault(option => option is { Implicit: false, Option.Recursive: false }) is { } given)
                return given.Option.Name;
        }
        return null;
    }
}
