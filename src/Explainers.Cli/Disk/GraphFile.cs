using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using Explainers.Hosting;
using Explainers.Incremental;

namespace Explainers.Cli.Disk;

/// <summary>
/// Keeps what a build has computed in a file of the cache folder, for the next build. The file begins with a mark, which build of this
/// program made it, and a random stamp; segments with checksums follow, to which each build adds what has changed. A file that is torn or
/// foreign is made anew. Where another build has written meanwhile, this one writes a whole file.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="build">The build of this program.</param>
internal sealed class GraphFile(string path, string build)
{
    private const int StampLength = 16;
    private const int HeadLength = 16 + 16 + StampLength;
    private byte[] _loaded = [];

    /// <summary>What the file begins with.</summary>
    public static ReadOnlySpan<byte> Mark => "explainers graph"u8;

    private byte[] Identity => XxHash128.Hash(Encoding.UTF8.GetBytes(build));

    /// <summary>Whether the last build kept something.</summary>
    public bool IsLoaded => _loaded.Length > 0;

    /// <summary>Gives an engine what the last build kept.</summary>
    public void Load(Engine engine)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, LinkTarget: null, Length: >= HeadLength }) return;
            var bytes = File.ReadAllBytes(path);
            if (!IsOurs(bytes)) return;
            _loaded = bytes;
            engine.Load(bytes.AsMemory(HeadLength), build);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            // What cannot be read is computed again.
        }
    }

    /// <summary>Keeps what an engine knows. A disk that does not take it only makes the next build do its work again.</summary>
    public void Save(Engine engine)
    {
        if (IsLoaded && engine.CanSaveChanges && HasAdded(engine)) return;
        AtomicFile.Write(path, file =>
        {
            file.SetLength(0);
            file.Write(Mark);
            file.Write(Identity);
            file.Write(RandomNumberGenerator.GetBytes(StampLength));
            engine.Save(file, build);
        });
    }

    /// <summary>Adds what has changed, unless another build has written since this one read the file.</summary>
    private bool HasAdded(Engine engine)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            Span<byte> head = stackalloc byte[HeadLength];
            if (file.Length != _loaded.Length || file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) < HeadLength) return false;
            if (!head.SequenceEqual(_loaded.AsSpan(0, HeadLength))) return false;
            file.Seek(0, SeekOrigin.End);
            engine.SaveChanges(file);
            return true;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return false;
        }
    }

    private bool IsOurs(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Mark) && bytes[Mark.Length..].StartsWith(Identity);
}
