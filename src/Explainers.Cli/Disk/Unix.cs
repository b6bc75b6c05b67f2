using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Explainers.Cli.Disk;

/// <summary>System calls that .NET does not offer. On Windows each does what comes nearest, or nothing.</summary>
internal static partial class Unix
{
    private const int WriteAndSearch = 2 | 1;
    private const int WriteOnly = 2;
    private const int NotPermitted = 1;
    private const int OtherDevice = 18;

    /// <summary>
    /// Moves a file or folder within one file system; an existing file is replaced at once. Links are moved and replaced, never followed.
    /// </summary>
    /// <returns>False where the target is on another file system, to which File.Move would copy, so that a kill could leave half a
    /// file.</returns>
    public static bool Rename(string from, string to)
    {
        if (OperatingSystem.IsWindows())
        {
            if (Directory.Exists(from)) Directory.Move(from, to);
            else File.Move(from, to, overwrite: true);
            return true;
        }
        if (RenameCore(from, to) == 0) return true;
        var error = Marshal.GetLastPInvokeError();
        return error == OtherDevice ? false : throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
    }

    /// <summary>Whether entries of a folder may be made, replaced and removed; true where only trying tells.</summary>
    public static bool MayChange(string folder) => OperatingSystem.IsWindows() || Access(folder, WriteAndSearch) == 0;

    /// <summary>Whether a file may be replaced: one that is marked immutable may not, even in a folder that may be changed.</summary>
    public static bool MayReplace(string file) =>
        OperatingSystem.IsWindows() || Access(file, WriteOnly) == 0 || Marshal.GetLastPInvokeError() != NotPermitted;

    /// <summary>Writes everything of a file system to the disk in one call.</summary>
    /// <param name="file">Any open file of it.</param>
    /// <returns>False where the system has no such call.</returns>
    public static bool Flush(SafeFileHandle file) => OperatingSystem.IsLinux() && SyncFs(file) == 0;

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameCore(string from, string to);

    [LibraryImport("libc", EntryPoint = "access", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    private static partial int SyncFs(SafeFileHandle file);
}
