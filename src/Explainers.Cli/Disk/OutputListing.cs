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
/// <param name="Below">Its path below the folder that was looked through, with forward slashes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Stamp">Of a file, what shows that it was written again.</param>
internal sealed record ListedEntry(string Below, ListedKind Kind, FileStamp Stamp)
{
    /// <summary>What is in a folder; the default where it may not be listed.</summary>
    public ImmutableArray<ListedEntry> Entries { get; init; } = [];

    /// <summary>Its name.</summary>
    public string Name => Below[(Below.LastIndexOf('/') + 1)..];
}

/// <summary>All that an output holds, looked at once; nothing behind links is of it.</summary>
internal sealed class OutputListing
{
    private const int MostOnOneThread = 16;
    private readonly DateTime _changed;

    private OutputListing(string folder)
    {
        (Folder, _changed) = (folder, ChangeOf(folder));
        Entries = EntriesOf("");
    }

    /// <summary>The folder, as a real path.</summary>
    public string Folder { get; }

    /// <summary>What is in it; the default where it may not be listed.</summary>
    public ImmutableArray<ListedEntry> Entries { get; }

    /// <summary>The stamp of each file, by its path below the folder, with forward slashes.</summary>
    public Dictionary<string, FileStamp> Files => field ??= FilesOf();

    /// <summary>Whether no build has begun or ended here since: each makes a folder in this one, and removes it.</summary>
    public bool IsCurrent => ChangeOf(Folder) == _changed;

    /// <summary>Looks through a folder; one that is not there holds nothing.</summary>
    public static OutputListing Of(string folder) => new(folder);

    /// <summary>The full path of what lies at a path below the folder.</summary>
    public string Full(string below) => below.Length == 0 ? Folder : Path.Combine(Folder, below.Replace('/', Path.DirectorySeparatorChar));

    private static DateTime ChangeOf(string folder) => Directory.Exists(folder) ? Directory.GetLastWriteTimeUtc(folder) : default;

    private ListedEntry Deep(ListedEntry entry) =>
        entry.Kind == ListedKind.Folder ? entry with { Entries = EntriesOf(entry.Below) } : entry;

    private ImmutableArray<ListedEntry> EntriesOf(string below)
    {
        try
        {
            var entries = List(below).ToArray();
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
        var open = new Stack<ImmutableArray<ListedEntry>>([Entries]);
        while (open.TryPop(out var entries))
        {
            foreach (var entry in entries.IsDefault ? [] : entries)
            {
                if (entry.Kind == ListedKind.Folder) open.Push(entry.Entries);
                if (entry.Kind == ListedKind.File) files[entry.Below] = entry.Stamp;
            }
        }
        return files;
    }

    private FileSystemEnumerable<ListedEntry> List(string below) => new(
        Full(below),
        (ref entry) =>
        {
            var path = below.Length == 0 ? entry.FileName.ToString() : string.Concat(below, "/", entry.FileName);
            return (entry.Attributes & FileAttributes.ReparsePoint) != 0 ? new ListedEntry(path, ListedKind.Link, default)
                : entry.IsDirectory ? new ListedEntry(path, ListedKind.Folder, default)
                : new ListedEntry(path, ListedKind.File, new FileStamp(entry.Length, entry.LastWriteTimeUtc.UtcDateTime.Ticks));
        },
        new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false });
}
