using System.IO.Hashing;
using System.Text;
using Explainers.Rendering.Images;

namespace Explainers.Cli.Disk;

/// <summary>Whether a run may add to a cache.</summary>
internal enum CacheUse
{
    /// <summary>It reads what is there.</summary>
    Read,

    /// <summary>It keeps what it makes, too.</summary>
    ReadAndWrite,
}

/// <summary>
/// Keeps pictures as files. Each begins with a checksum of its key and its content, so that a file that was cut off, changed or
/// renamed is made anew.
/// Files get their names when they are whole, so that two builds may share a folder; what the disk does not take is not kept.
/// </summary>
internal sealed class PictureCache(string folder, CacheUse use) : IPictureCache
{
    /// <summary>The folder of caches where none is named.</summary>
    public const string DefaultFolder = ".cache";

    /// <summary>The folder of pictures in a cache.</summary>
    public const string Subfolder = "pictures";

    private const int SumLength = 16;
    private readonly string _folder = Path.Combine(folder, Subfolder);

    /// <inheritdoc />
    public ReadOnlyMemory<byte> Get(string key, Func<ReadOnlyMemory<byte>> make)
    {
        var path = Path.Combine(_folder, key[..2], key[2..]);
        if (Kept(path, key) is { } kept) return kept;
        var picture = make();
        if (use == CacheUse.ReadAndWrite && !picture.IsEmpty) Keep(path, key, picture);
        return picture;
    }

    private static ReadOnlyMemory<byte>? Kept(string path, string key)
    {
        try
        {
            if (!File.Exists(path)) return null;
            var bytes = File.ReadAllBytes(path);
            var isWhole = bytes.Length > SumLength && Sum(key, bytes.AsSpan(SumLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, SumLength));
            if (!isWhole) return null;
            return bytes.AsMemory(SumLength);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Keep(string path, string key, ReadOnlyMemory<byte> picture) => AtomicFile.Write(path, file =>
    {
        file.Write(Sum(key, picture.Span));
        file.Write(picture.Span);
    });

    private static byte[] Sum(string key, ReadOnlySpan<byte> picture)
    {
        var sum = new XxHash128();
        sum.Append(Encoding.ASCII.GetBytes(key));
        sum.Append(picture);
        return sum.GetCurrentHash();
    }
}
