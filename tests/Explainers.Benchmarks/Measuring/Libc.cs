using System.Runtime.InteropServices;

namespace Explainers.Benchmarks.Measuring;

/// <summary>What a finished process has used, as the Linux kernel counts it on a 64-bit machine.</summary>
[StructLayout(LayoutKind.Sequential, Size = 144)]
internal struct ResourceUse
{
    public long UserSeconds;
    public long UserMicroseconds;
    public long SystemSeconds;
    public long SystemMicroseconds;
    public long MaxResidentKilobytes;
}

/// <summary>The few calls of the C library that start a process and say exactly what it used.</summary>
internal static partial class Libc
{
    /// <summary>The flags that open a file for writing, making or emptying it.</summary>
    public const int WriteCreateTruncate = 0x1 | 0x40 | 0x200;

    /// <summary>The space that holds a list of file actions; the C libraries of Linux need 80 bytes.</summary>
    public const int FileActionsSize = 256;

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    public static unsafe partial int InitActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    public static unsafe partial int DestroyActions(byte* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int AddOpen(byte* actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    public static unsafe partial int AddDuplicate(byte* actions, int descriptor, int target);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addchdir_np", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int AddFolder(byte* actions, string folder);

    [LibraryImport("libc", EntryPoint = "posix_spawnp", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int Spawn(
        out int process, string file, byte* actions, nint attributes, string?[] arguments, string?[] environment);

    [LibraryImport("libc", EntryPoint = "wait4", SetLastError = true)]
    public static partial int Wait(int process, out int status, int options, out ResourceUse use);

    [LibraryImport("libc", EntryPoint = "sync")]
    public static partial void Sync();
}
