using System.Diagnostics;
using System.Text;

namespace Explainers.BrowserTests;

/// <summary>What a program printed, on both streams, and how it ended.</summary>
internal sealed record Command(int Status, string Output)
{
    /// <summary>Runs a program to its end.</summary>
    public static async Task<Command> RunAsync(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        start.Environment["NO_COLOR"] = "1";
        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Command(process.ExitCode, output.ToString());

        void Append(string? line)
        {
            if (line is null) return;
            lock (output) output.Append(line).Append('\n');
        }
    }
}
