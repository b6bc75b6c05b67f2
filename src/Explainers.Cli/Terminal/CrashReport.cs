using System.Runtime.InteropServices;
using Explainers.Cli.Invocation;

namespace Explainers.Cli.Terminal;

/// <summary>The message for a fault of our own, with what a report of it needs.</summary>
internal static class CrashReport
{
    /// <summary>Writes the message.</summary>
    public static void Write(Exception exception, string[] arguments, CliEnvironment environment)
    {
        environment.Error.WriteLine("explainers: this is a fault of ours, not of your site. Nothing was lost.");
        Wrapping.Say(
            environment.Error,
            "Please report it with what follows, and with the files that bring it about if you can share them.");
        environment.Error.WriteLine($"  version  {ProgramVersion.Text}");
        environment.Error.WriteLine($"  system   {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        environment.Error.WriteLine($"  command  explainers {string.Join(' ', arguments)}");
        environment.Error.WriteLine(exception);
    }
}
