using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Explainers.Benchmarks.Measuring;

/// <summary>A program to start, with its arguments and the folder that it starts in.</summary>
internal sealed record Command(string File, string Folder, ImmutableArray<string> Arguments)
{
    private const int Interrupted = 4;

    /// <summary>Runs the program to its end and says what it used.</summary>
    public Measurement Run()
    {
        var log = Path.GetTempFileName();
        try
        {
            var peakOfRunner = ResidentPeak("self");
            var clock = Stopwatch.StartNew();
            var process = Spawn(log);
            if (process == 0)
                return new Measurement(127, default, default, 0, $"{File} could not be started.");
            using var watch = new MemoryWatch(process, peakOfRunner);
            var (status, use) = WaitFor(process);
            return new Measurement(ExitCode(status), clock.Elapsed, Cpu(use), watch.Peak(use), System.IO.File.ReadAllText(log));
        }
        finally
        {
            System.IO.File.Delete(log);
        }
    }

    /// <summary>Reads the highest resident memory of a living process, in bytes; zero once it has ended.</summary>
    public static long ResidentPeak(string process)
    {
        try
        {
            foreach (var line in System.IO.File.ReadLines($"/proc/{process}/status"))
            {
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                    return long.Parse(line.AsSpan(6, line.Length - 8), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                        CultureInfo.InvariantCulture) * 1024;
            }
        }
        catch (IOException)
        {
            // The process ended while its status was being read.
        }

        return 0;
    }

    private unsafe int Spawn(string log)
    {
        var actions = stackalloc byte[Libc.FileActionsSize];
        _ = Libc.InitActions(actions);
        _ = Libc.AddOpen(actions, 0, "/dev/null", 0, 0);
        _ = Libc.AddOpen(actions, 1, log, Libc.WriteCreateTruncate, 0x180);
        _ = Libc.AddDuplicate(actions, 1, 2);
        _ = Libc.AddFolder(actions, Folder);
        string?[] arguments = [File, .. Arguments, null];
        string?[] environment =
        [
            .. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => $"{entry.Key}={entry.Value}"), null,
        ];
        var error = Libc.Spawn(out var process, File, actions, 0, arguments, environment);
        _ = Libc.DestroyActions(actions);
        return error == 0 ? process : 0;
    }

    private static (int Status, ResourceUse Use) WaitFor(int process)
    {
        while (true)
        {
            if (Libc.Wait(process, out var status, 0, out var use) == process)
                return (status, use);
            if (Marshal.GetLastPInvokeError() != Interrupted)
                throw new InvalidOperationException($"Waiting for process {process} failed.");
        }
    }

    private static int ExitCode(int status) => (status & 0x7F) == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F);

    private static TimeSpan Cpu(ResourceUse use) =>
        TimeSpan.FromSeconds(use.UserSeconds + use.SystemSeconds)
        + TimeSpan.FromMicroseconds(use.UserMicroseconds + use.SystemMicroseconds);
}
