using System.IO.Hashing;
using System.Text;
using Explainers.Cli.Commands;

namespace Explainers.Cli.Disk;

/// <summary>
/// Keeps what a compiler remembers in files of the cache folder, one for each part, which are named by the version of the program and begin with a checksum of the rest.
/// Each gets its name when it is whole, so that a build that is torn away, or two at once, leave a file that is whole or none; what the disk does not take is not kept.
/// </summary>
internal sealed class CompilerCache(string folder, string version)
{
    private const string Suffix = ".bin";
    private const int SumLength = 16;

    /// <summary>The cache that a run was asked to use, or null for none.</summary>
    public static CompilerCache? Of(SiteRequest request, World world) => request.Cache is { } folder ? new CompilerCache(world.Full(folder), Application.Build) : null;

    /// <summary>A memory with what the last build remembered, or an empty one.</summary>
    public CompilerMemory Open()
    {
        var memory = new CompilerMemory();
        Parallel.ForEach(Enum.GetValues<MemoryPart>(), part =>
        {
            var kept = Kept(part);
            if (!kept.IsEmpty) memory.Load(part, kept);
        });
        return memory;
    }

    /// <summary>Keeps what a memory has learned, and throws away what other versions kept.</summary>
    public void Keep(CompilerMemory memory)
    {
        foreach (var part in Enum.GetValues<MemoryPart>().Where(memory.HasNews))
        {
            var path = PathOf(part);
            if (!WholeFile.Write(path, file => Write(file, stream => memory.Save(part, stream)))) continue;
            foreach (var other in Directory.EnumerateFiles(folder, PrefixOf(part) + "*" + Suffix).Where(other => other != path)) WholeFile.Discard(other);
        }
    }

    private static string PrefixOf(MemoryPart part) => $"{part.ToString().ToLowerInvariant()}-";

    private string PathOf(MemoryPart part) => Path.Combine(folder, PrefixOf(part) + Convert.ToHexStringLower(XxHash3.Hash(Encoding.UTF8.GetBytes(version))) + Suffix);

    /// <summary>What was kept of a part, or nothing where it is missing or not what was written.</summary>
    private ReadOnlyMemory<byte> Kept(MemoryPart part)
    {
        try
        {
            if (!File.Exists(PathOf(part))) return default;
            var bytes = File.ReadAllBytes(PathOf(part));
            var isWhole = bytes.Length > SumLength && XxHash128.Hash(bytes.AsSpan(SumLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, SumLength));
            return isWhole ? bytes.AsMemory(SumLength) : default;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What can not be read is made anew.
            return default;
        }
    }

    private static void Write(FileStream file, Action<Stream> write)
    {
        using var summed = new SummingStream(file);
        file.Position = SumLength;
        write(summed);
        summed.Flush();
        file.Position = 0;
        file.Write(summed.Sum());
    }

    /// <summary>Passes on what is written, and adds it up.</summary>
    private sealed class SummingStream(Stream inner) : Stream
    {
        private readonly XxHash128 _sum = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public byte[] Sum() => _sum.GetCurrentHash();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _sum.Append(buffer);
            inner.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
