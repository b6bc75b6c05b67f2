using System.IO.Hashing;
using System.Text;
using Explainers.Cli.Commands;

namespace Explainers.Cli.Disk;

/// <summary>
/// Keeps what a compiler remembers in one file of the cache folder, which is named by the version of the program and begins with a checksum of the rest. It gets its
/// name when it is whole, so that a build that is torn away, or two at once, leave a file that is whole or none; what the disk does not take is not kept.
/// </summary>
internal sealed class PageCache(string folder, string version)
{
    private const string Prefix = "pages-";
    private const string Suffix = ".bin";
    private const int SumLength = 16;
    private readonly string _path = Path.Combine(folder, Prefix + Convert.ToHexStringLower(XxHash3.Hash(Encoding.UTF8.GetBytes(version))) + Suffix);

    /// <summary>The cache that a run was asked to use, or null for none.</summary>
    public static PageCache? Of(SiteRequest request, World world) => request.Cache is { } folder ? new PageCache(world.Full(folder), Application.Build) : null;

    /// <summary>A memory with what the last build remembered, or an empty one.</summary>
    public CompilerMemory Open()
    {
        var memory = new CompilerMemory();
        try
        {
            if (!File.Exists(_path)) return memory;
            var bytes = File.ReadAllBytes(_path);
            if (bytes.Length > SumLength && XxHash128.Hash(bytes.AsSpan(SumLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, SumLength))) memory.Load(bytes.AsMemory(SumLength));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What can not be read is made anew.
        }
        return memory;
    }

    /// <summary>Keeps what a memory has learned, and throws away what other versions kept.</summary>
    public void Keep(CompilerMemory memory)
    {
        if (!memory.HasNews) return;
        var isKept = WholeFile.Write(_path, file =>
        {
            using var summed = new SummingStream(file);
            file.Position = SumLength;
            memory.Save(summed);
            summed.Flush();
            file.Position = 0;
            file.Write(summed.Sum());
        });
        if (!isKept) return;
        foreach (var other in Directory.EnumerateFiles(folder, Prefix + "*" + Suffix).Where(other => other != _path)) WholeFile.Discard(other);
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
