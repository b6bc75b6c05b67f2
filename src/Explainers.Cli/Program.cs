using System.Text;
using Explainers.Cli;
using Explainers.Cli.Invocation;

// Terminals of Windows take text in the code page of the country unless they are told otherwise, and so do files that output is led to.
if (OperatingSystem.IsWindows()) Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

if (Application.Folder(Console.Error) is not { } folder) return ExitStatus.WrongUsage;

return Application.Run(args, new CliEnvironment(Console.Out, Console.Error, folder, TimeProvider.System)
{
    IsTerminal = CliEnvironment.TakesColours(
        Console.IsErrorRedirected,
        Environment.GetEnvironmentVariable("NO_COLOR"),
        Environment.GetEnvironmentVariable("TERM")),
    SoonOver = ShortRun.Begin,
    Input = Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In,
});
