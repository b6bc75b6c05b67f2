namespace Explainers.Hosting;

/// <summary>What a disk refused, in plain words.</summary>
internal static class DiskFault
{
    private const int SmallestSpace = 1 << 20;

    /// <summary>Whether an exception is the disk's refusal, not a bug of this tool.</summary>
    public static bool Is(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>Says what the cause is.</summary>
    /// <param name="exception">The refusal.</param>
    /// <param name="path">A file or folder on the disk that refused.</param>
    public static string Words(Exception exception, string path) => exception switch
    {
        PathTooLongException => "a name in its path is too long for the disk",
        UnauthorizedAccessException => "you do not have the rights",
        DirectoryNotFoundException or FileNotFoundException => "it is no longer there",
        _ => Cause(exception.HResult) switch
        {
            Fault.Full => IsOutOfInodes(path) ? "the disk takes no more files (it has no free inodes)" : "the disk is full",
            Fault.Quota => "your quota of the disk is used up",
            Fault.ReadOnly => "the disk is read-only",
            Fault.Rights => "you do not have the rights",
            Fault.TooLong => "a name in its path is too long for the disk",
            Fault.NotAFolder => "a part of its path is a file",
            Fault.Busy => "another program is using it",
            Fault.Broken => "the disk reports a hardware error",
            _ => WithoutPath(exception.Message),
        },
    };

    /// <summary>Whether a file could not be opened because somebody else has locked it.</summary>
    public static bool IsLocked(IOException exception) =>
        OperatingSystem.IsWindows() ? (exception.HResult & 0xFFFF) is 32 or 33 : exception.HResult == (OperatingSystem.IsLinux() ? 11 : 35);

    /// <summary>Whether a file could not be made because one with its name has just been.</summary>
    public static bool IsTaken(IOException exception) =>
        OperatingSystem.IsWindows() ? (exception.HResult & 0xFFFF) is 80 or 183 : exception.HResult == 17;

    private enum Fault
    {
        Other,
        Full,
        Quota,
        ReadOnly,
        Rights,
        TooLong,
        NotAFolder,
        Busy,
        Broken,
    }

    /// <summary>The cause by number: an errno on Unix, the low half of an HRESULT on Windows.</summary>
    private static Fault Cause(int number) => OperatingSystem.IsWindows()
        ? (number & 0xFFFF) switch
        {
            39 or 112 => Fault.Full,
            1295 => Fault.Quota,
            19 => Fault.ReadOnly,
            5 => Fault.Rights,
            206 => Fault.TooLong,
            267 => Fault.NotAFolder,
            32 or 33 => Fault.Busy,
            23 or 1117 => Fault.Broken,
            _ => Fault.Other,
        }
        : number switch
        {
            28 => Fault.Full,
            122 when OperatingSystem.IsLinux() => Fault.Quota,
            69 when !OperatingSystem.IsLinux() => Fault.Quota,
            30 => Fault.ReadOnly,
            1 or 13 => Fault.Rights,
            36 when OperatingSystem.IsLinux() => Fault.TooLong,
            63 when !OperatingSystem.IsLinux() => Fault.TooLong,
            20 => Fault.NotAFolder,
            16 or 26 => Fault.Busy,
            5 => Fault.Broken,
            _ => Fault.Other,
        };

    /// <summary>A disk that has space and is called full has no room for more files.</summary>
    private static bool IsOutOfInodes(string path)
    {
        try
        {
            for (var folder = path; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
                if (Directory.Exists(folder)) return new DriveInfo(folder).AvailableFreeSpace > SmallestSpace;
        }
        catch (Exception exception) when (Is(exception) || exception is ArgumentException)
        {
            // Then it is called full.
        }
        return false;
    }

    /// <summary>The system's own words without the path that .NET adds, which the message names already.</summary>
    private static string WithoutPath(string message) => message.Split(" : '")[0].TrimEnd('.');
}
