using System.Runtime.InteropServices;

namespace Explainers.Cli.Invocation;

/// <summary>What a run tells its caller.</summary>
internal static class ExitStatus
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The content has errors.</summary>
    public const int ContentErrors = 1;

    /// <summary>The command line asks for something that cannot be done.</summary>
    public const int WrongUsage = 2;

    /// <summary>A person or system ended the run, as shells say it: 128 and the number of the signal.</summary>
    public static int Interrupted(PosixSignal signal) => 128 + signal switch
    {
        PosixSignal.SIGHUP => 1,
        PosixSignal.SIGINT => 2,
        _ => 15,
    };

    /// <summary>A fault of this tool.</summary>
    public const int OurFault = 3;
}
