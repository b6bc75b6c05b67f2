using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;
using Explainers.Hosting;

namespace Explainers.Cli.Disk;

/// <summary>
/// The folder in which a build prepares what it writes, and a lock: whoever holds it is the only one that changes the output. It lies
/// inside the output, because
/// nowhere else is certain to be on the same file system and writable: the output may be a mount point, and its parent read-only. The
/// system releases the lock
/// when a process dies, so what the folder holds when the next build gets the lock is left over from a dead one.
/// Environments that set <c>DOTNET_SYSTEM_IO_DISABLEFILELOCKING</c> have no lock.
/// </summary>
internal sealed partial class StagingFolder : IDisposable
{
    /// <summary>Its name in the output folder.</summary>
    public const string Name = ".explainers-staging";

    private const string LockName = "lock";
    private const string HolderName = "holder";
    private const int Pause = 50;

    private readonly SafeFileHandle _lock;
    private readonly string _path;
    private readonly string _prefix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private readonly string _holder;
    private int _count;

    private StagingFolder(string path, SafeFileHandle held, DateTimeOffset now)
    {
        (_path, _lock) = (path, held);
        var since = now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        _holder = $"process {Environment.ProcessId}, since {since} UTC\n{_prefix}\n";
    }

    /// <summary>The file that is locked.</summary>
    public SafeFileHandle Lock => _lock;

    /// <summary>Makes the folder and takes the lock; waits for another build that holds it.</summary>
    /// <param name="output">The output folder, as a real path; it is made where it is missing.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="now">What others are told when they find the lock taken.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Null where another build still holds the lock; <see cref="HolderOf"/> says which.</returns>
    public static StagingFolder? Take(string output, TimeSpan patience, DateTimeOffset now, CancellationToken stop)
    {
        var path = Path.Combine(output, Name);
        for (var until = Environment.TickCount64 + (long)patience.TotalMilliseconds; ;)
        {
            if (TryTake(path, now) is { } taken) return taken;
            if (Environment.TickCount64 >= until) return null;
            stop.WaitHandle.WaitOne(Pause);
            stop.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Which process holds the lock of an output folder, since when; null where that cannot be read.</summary>
    public static string? HolderOf(string output) => ReadHolder(Path.Combine(output, Name))?.Split('\n')[0];

    /// <summary>
    /// Whether a folder is the output by another path, such as a second mount of it, or a spelling that the disk takes for the same.
    /// </summary>
    public bool IsIn(string folder) => ReadHolder(Path.Combine(folder, Name)) == _holder;

    /// <summary>A number for one more file.</summary>
    public int Next() => Interlocked.Increment(ref _count);

    /// <summary>The path of the file of a number; its name is random, and whoever makes it must make it anew.</summary>
    public string PathOf(int number) => Path.Combine(_path, string.Create(CultureInfo.InvariantCulture, $"{_prefix}-{number}"));

    /// <summary>Removes the folder with all that builds put into it, and releases the lock.</summary>
    public void Dispose()
    {
        if (_lock.IsClosed) return;
        Clean();
        // Unix removes a name while the file is open, and must: in between, another build could lock the file. Windows does not.
        if (OperatingSystem.IsWindows()) _lock.Dispose();
        AtomicFile.Discard(Path.Combine(_path, HolderName));
        AtomicFile.Discard(Path.Combine(_path, LockName));
        _lock.Dispose();
        try
        {
            Directory.Delete(_path);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            // It holds what no build made, or the lock of the next one.
        }
    }

    private static StagingFolder? TryTake(string path, DateTimeOffset now)
    {
        if (RealPath.TargetOf(path) is not null) throw new IOException($"{Name} in it is a link");
        if (File.Exists(path)) throw new IOException($"{Name} in it is a file");
        if (!Make(path) || Open(Path.Combine(path, LockName)) is not { } held) return null;
        var staging = new StagingFolder(path, held, now);
        try
        {
            staging.Clean();
            var holder = Path.Combine(path, HolderName);
            File.Delete(holder);
            using var file = new StreamWriter(new FileStream(holder, FileMode.CreateNew, FileAccess.Write, FileShare.Read));
            file.Write(staging._holder);
            return staging;
        }
        catch
        {
            staging.Dispose();
            throw;
        }
    }

    /// <summary>Makes the folder; false where another build has removed it in the same moment.</summary>
    private static bool Make(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return true;
        }
        catch (IOException exception) when (DiskFault.IsTaken(exception))
        {
            return false;
        }
    }

    /// <summary>Opens and locks a file; null where somebody else has locked it, or has just removed it.</summary>
    private static SafeFileHandle? Open(string path)
    {
        if (RealPath.TargetOf(path) is not null || Directory.Exists(path)) throw new IOException($"{Name}/{LockName} in it is not a file");
        try
        {
            var mode = File.Exists(path) ? FileMode.Open : FileMode.CreateNew;
            var handle = File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.None);
            if (IsAt(handle, path)) return handle;
            handle.Dispose();
            return null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (IOException exception) when (DiskFault.IsLocked(exception) || DiskFault.IsTaken(exception))
        {
            return null;
        }
    }

    /// <summary>
    /// Whether an open file still has its name, which a build that ended may have removed: the time that is set on the file shows at the
    /// name.
    /// </summary>
    private static bool IsAt(SafeFileHandle handle, string path)
    {
        var time = DateTime.UnixEpoch.AddYears(30)
            .AddSeconds(Random.Shared.Next(700_000_000))
            .AddTicks(Random.Shared.Next(1_000_000) * 10L);
        File.SetLastWriteTimeUtc(handle, time);
        return File.GetLastWriteTimeUtc(path) == File.GetLastWriteTimeUtc(handle);
    }

    private static string? ReadHolder(string path)
    {
        try
        {
            var file = new FileInfo(Path.Combine(path, HolderName));
            return file.Exists && file.Length is > 0 and < 1000 ? File.ReadAllText(file.FullName) : null;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return null;
        }
    }

    /// <summary>Removes what builds put here. Anything else stays: a person may have given a folder this name.</summary>
    private void Clean()
    {
        try
        {
            var entries = new DirectoryInfo(_path).EnumerateFileSystemInfos();
            foreach (var entry in entries.Where(entry => OfBuilds().IsMatch(entry.Name)).ToArray())
            {
                if (entry is DirectoryInfo folder && entry.LinkTarget is null) StaleFiles.Delete(folder.FullName);
                else entry.Delete();
            }
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            // The next build tries again.
        }
    }

    /// <summary>The names that <see cref="PathOf"/> gives.</summary>
    [GeneratedRegex(@"^[0-9a-f]{16}-\d+\z")]
    private static partial Regex OfBuilds();
}
