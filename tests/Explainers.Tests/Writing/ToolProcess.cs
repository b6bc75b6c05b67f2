using System.Diagnostics;

namespace Explainers.Tests.Writing;

/// <summary>The command line as a process of its own, which can be killed or belong to another user.</summary>
internal static class ToolProcess
{
    /// <summary>Nobody, on every Unix that matters here.</summary>
    private const string Nobody = "65534";

    /// <summary>Starts it in a folder.</summary>
    public static Process Start(string folder, params string[] arguments) => StartCommand(folder, ["dotnet", Tool, .. arguments]);

    /// <summary>Runs it to its end as a user without rights, or skips the test where that cannot be done.</summary>
    public static Run RunAsNobody(string folder, params string[] arguments)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            Assert.Skip("Only root on Linux can run the tool as another user.");
        if (!CanRun("setpriv")) Assert.Skip("'setpriv' is not installed.");
        using (var can = StartCommand(folder, ["setpriv", "--reuid", Nobody, "--clear-groups", "test", "-r", Tool]))
        {
            can.WaitForExit();
            if (can.ExitCode != 0) Assert.Skip("Another user cannot read the tool that was built.");
        }
        using var process = StartCommand(folder, ["setpriv", "--reuid", Nobody, "--clear-groups", "dotnet", Tool, .. arguments]);
        return Ended(process);
    }

    /// <summary>Waits for its end.</summary>
    public static Run Ended(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new Run(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Runs a command of the system; false where it is missing or fails.</summary>
    public static bool CanRun(params string[] command)
    {
        try
        {
            using var process = StartCommand("/", [.. command, .. command.Length == 1 ? new[] { "--version" } : []]);
            return Ended(process).Status == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Tool { get; } = Path.Combine(AppContext.BaseDirectory, "explainers.dll");

    private static Process StartCommand(string folder, string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return Process.Start(start)!;
    }
}
