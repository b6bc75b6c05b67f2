namespace Explainers.Cli.Disk;

/// <summary>Files of a cache: they get their names when they are whole, so that nobody reads a part of one; what the disk does not take is not kept.</summary>
internal static class WholeFile
{
    private const int Buffer = 1 << 20;

    /// <summary>Writes a file, and its folder where that is missing.</summary>
    /// <returns>Whether the disk took it.</returns>
    public static bool Write(string path, Action<FileStream> write)
    {
        var folder = Path.GetDirectoryName(path)!;
        var unfinished = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer)) write(file);
            File.Move(unfinished, path, overwrite: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Discard(unfinished);
            return false;
        }
    }

    /// <summary>Removes a file; a disk that refuses to write may refuse that too, and what is left is never read.</summary>
    public static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nothing more can be done about it.
        }
    }
}
