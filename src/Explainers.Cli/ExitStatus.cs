namespace Explainers.Cli;

/// <summary>What a run tells its caller.</summary>
internal static class ExitStatus
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The content has errors.</summary>
    public const int ContentErrors = 1;

    /// <summary>The command line asks for something that can not be done.</summary>
    public const int WrongUsage = 2;

    /// <summary>A fault of this tool.</summary>
    public const int OurFault = 3;
}
