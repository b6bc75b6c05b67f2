using System.CommandLine;
using Explainers.Cli.Invocation;
using Explainers.Cli.Scaffolding;
using Explainers.Cli.Terminal;
using Explainers.Parsing.Settings;
using Explainers.Sources;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers new deploy HOST</c>: what a host needs beside the site.</summary>
internal static class NewDeploy
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CliEnvironment environment)
    {
        var host = new Argument<string>("HOST") { Description = $"Where it is published: {Values.Listed(Hosts.Names)}." };
        host.TakesOneOf([.. Hosts.Names]);
        var input = new Option<string>("--input") { Description = "The site's input folder.", DefaultValueFactory = _ => "input" };
        var command = new Command("deploy", "Begin to publish the site on a host, with the files that it needs.") { host, input };
        command.SetAction(parsed => Write(parsed.GetValue(host)!, parsed.GetValue(input)!, environment));
        return command;
    }

    private static int Write(string host, string input, CliEnvironment environment)
    {
        var status = NewFiles.Write(NewFiles.Encoded(DeployScaffold.Of(host)), environment);
        if (status == ExitStatus.Done && HostOf(environment.Full($"{input}/{SourceKinds.Settings}")) != host)
        {
            Wrapping.Say(
                environment.Error,
                $"Next: in {CliEnvironment.Shown(input)}/{SourceKinds.Settings}, write 'host: {host}', so that builds are made for it.");
        }
        return status;
    }

    /// <summary>The host that the settings of a site name, as far as they can be read.</summary>
    private static string HostOf(string path)
    {
        try
        {
            return SettingsParser.Parse(new SourceFile(SourceKinds.Settings, path, File.ReadAllBytes(path))).Value.Host;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Hosts.Names[0];
        }
    }
}
