using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Runtime.InteropServices;
using Explainers.Hosting;

namespace Explainers.Cli.Disk;

/// <summary>What an entry of a folder is.</summary>
internal enum ListedKind : byte
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A link, whatever it leads to.</summary>
    Link,
}

/// <summary>An entry of a folder, as it was found.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Stamp">Of a file, what shows that it was written again.</param>
internal sealed record ListedEntry(string Path, ListedKind Kind, FileStamp Stamp)
{
    /// <summary>What is in a folder; the default where it may not be listed.</summary>
    public ImmutableArray<ListedEntry> Entries { get; init; } = [];

    /// <summary>Its name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>All that an output holds, looked at once; nothing behind links is of it.</summary>
internal sealed class OutputListing
{
    private const int MostOnOneThread = 16;
    private readonly DateTime _changed;

    private OutputListing(string folder)
    {
        (Folder, _changed) = (folder, Directory.GetLastWriteTimeUtc(folder));
        Entries = EntriesOf(folder);
    }

    /// <summary>The folder, as a real path.</summary>
    public string Folder { get; }

    /// <summary>What is in it; the default where it may not be listed.</summary>
    public ImmutableArray<ListedEntry> Entries { get; }

    /// <summary>The stamp of each file, by its path below the folder, with forward slashes.</summary>
    public Dictionary<string, FileStamp> Files => field ??= FilesOf();

    /// <summary>Whether no build has begun or ended here since: each makes a folder in this one, and removes it.</summary>
    public bool IsCurrent => Directory.GetLastWriteTimeUtc(Folder) == _changed;

    /// <summary>Looks through a folder; one that is not there holds nothing.</summary>
    public static OutputListing Of(string folder) => new(folder);

    /// <summary>An entry with all that is in it.</summary>
    public static ListedEntry Deep(ListedEntry entry) =>
        entry.Kind == ListedKind.Folder ? entry with { Entries = EntriesOf(entry.Path) } : entry;

    private static ImmutableArray<ListedEntry> EntriesOf(string folder)
    {
        try
        {
            var entries = List(folder).ToArray();
            if (entries.Length < MostOnOneThread) for (var i = 0; i < entries.Length; i++) entries[i] = Deep(entries[i]);
            else Parallel.For(0, entries.Length, i => entries[i] = Deep(entries[i]));
            return ImmutableCollectionsMarshal.AsImmutableArray(entries);
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return default;
        }
    }

    private Dictionary<string, FileStamp> FilesOf()
    {
        var files = new Dictionary<string, FileStamp>(StringComparer.Ordinal);
        var above = Folder.Length + (Path.EndsInDirectorySeparator(Folder) ? 0 : 1);
        var open = new Stack<ImmutableArray<ListedEntry>>([Entries]);
        while (open.TryPop(out var entries))
        {
            foreach (var entry in entries.IsDefault ? [] : entries)
            {
                if (entry.Kind == ListedKind.Folder) open.Push(entry.Entries);
                if (entry.Kind == ListedKind.File) files[entry.Path[above..].Replace(Path.DirectorySeparatorChar, '/')] = entry.Stamp;
            }
        }
        return files;
    }

    private static FileSystemEnumerable<ListedEntry> List(string folder) => new(
        folder,
        static (ref entry) =>
            (entry.Attributes & FileAttributes.ReparsePoint) != 0 ? new ListedEntry(entry.ToFullPath(), ListedKind.Link, default)
            : entry.IsDirectory ? new ListedEntry(entry.ToFullPath(), ListedKind.Folder, default)
            : new ListedEntry(
                entry.ToFullPath(), ListedKind.File, new FileStamp(entry.Length, entry.LastWriteTimeUtc.UtcDateTime.Ticks)),
        new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false });
}
