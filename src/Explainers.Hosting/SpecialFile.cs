using System.Formats.Tar;

namespace Explainers.Hosting;

/// <summary>
/// Tells pipes, sockets and devices from files, without opening them: opening a pipe waits for somebody to write to it. The writer of tar
/// archives asks the system what a path is, in the same way on each system.
/// </summary>
internal static class SpecialFile
{
    /// <summary>What stands at a path, in the words of a message, or null for a file.</summary>
    public static string? Kind(string path)
    {
        try
        {
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true)) writer.WriteEntry(path, "file");
            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType switch
            {
                TarEntryType.Fifo => "a named pipe",
                TarEntryType.CharacterDevice or TarEntryType.BlockDevice => "a device",
                _ => null,
            };
        }
        catch (IOException) when (Path.Exists(path))
        {
            // An archive holds whatever a disk does, but for sockets.
            return "a socket";
        }
    }
}
