using System.IO.Hashing;
using System.Text;
using System.Text.RegularExpressions;
using Explainers.Cli.Invocation;
using Explainers.Diagnostics;
using Explainers.Hosting;

namespace Explainers.Cli.Disk;

/// <summary>
/// Keeps the record of the last build, and what it computed, in two files of the cache folder. The file of the record begins with a mark,
/// a checksum of the rest, and which build of this program made it. A file that is torn, foreign, or of something else is ignored and made
/// again, whatever its name; only files that bear the mark are removed.
/// </summary>
internal sealed partial class CompilerCache(string folder, string shown, string version)
{
    private const string Prefix = "build-";
    private const string GraphPrefix = "graph-";
    private const string Suffix = ".bin";
    private const int SumLength = 16;
    private const int HeadLength = 16 + SumLength + SumLength;

    /// <summary>The cache that a run was asked to use, or null for none.</summary>
    public static CompilerCache? Of(SiteRequest request, CliEnvironment environment) =>
        request.Cache is { } folder ? new CompilerCache(environment.Full(folder), folder, ProgramVersion.Build) : null;

    private static ReadOnlySpan<byte> Mark => "explainers cache"u8;

    /// <summary>What the last build of this version of the program computed.</summary>
    public GraphFile Graph() => new(PathOf(GraphPrefix), version);

    /// <summary>What the last build of this version of the program kept, or nothing.</summary>
    public ReadOnlyMemory<byte> Load() => Kept();

    /// <summary>
    /// Forgets what the last build kept, which no longer holds, and what a killed build left. A folder that cannot be written is reported
    /// before the old site is touched.
    /// </summary>
    /// <returns>Null, or why the disk does not take it.</returns>
    public Diagnostic? Prepare()
    {
        foreach (var place in Places()) AtomicFile.DiscardAbandoned(place);
        return Keep(static _ => { }) is { } refusal
            ? Catalog.UnwritableOutput(shown, WhyNot(refusal), "name another folder with --cache, or build with --no-cache")
            : null;
    }

    /// <summary>Keeps the record of a build, and removes what other versions kept.</summary>
    /// <param name="save">Writes it.</param>
    /// <returns>Null, or what the disk said.</returns>
    public Exception? Keep(Action<Stream> save)
    {
        if (AtomicFile.Write(PathOf(Prefix), file => Write(file, Identity, save)) is { } refusal) return refusal;
        foreach (var other in Others(Prefix, Mark).Concat(Others(GraphPrefix, GraphFile.Mark))) AtomicFile.Discard(other);
        return null;
    }

    private string WhyNot(Exception refusal) =>
        File.Exists(folder) ? "it is a file"
        : PathConflict.Of(folder, shown) is { } file ? $"{file} is a file"
        : DiskFault.Words(refusal, folder);

    /// <summary>The folders in which files of the cache are written.</summary>
    private IEnumerable<string> Places()
    {
        var pictures = Path.Combine(folder, PictureCache.Subfolder);
        return Directory.Exists(pictures) ? [folder, .. Directory.EnumerateDirectories(pictures)] : [folder];
    }

    private string PathOf(string prefix) =>
        Path.Combine(folder, prefix + Convert.ToHexStringLower(XxHash3.Hash(Encoding.UTF8.GetBytes(version))) + Suffix);

    /// <summary>What a file of the cache says that it is.</summary>
    private byte[] Identity => XxHash128.Hash(Encoding.UTF8.GetBytes($"{Prefix}\n{version}"));

    /// <summary>What was kept, or nothing where it is missing or not what was written.</summary>
    private ReadOnlyMemory<byte> Kept()
    {
        try
        {
            if (!BearsMark(PathOf(Prefix), Mark)) return default;
            var bytes = File.ReadAllBytes(PathOf(Prefix));
            var isWhole = bytes.AsSpan().StartsWith(Mark)
                && XxHash128.Hash(bytes.AsSpan(Mark.Length + SumLength)).AsSpan().SequenceEqual(bytes.AsSpan(Mark.Length, SumLength))
                && bytes.AsSpan(Mark.Length + SumLength, SumLength).SequenceEqual(Identity);
            return isWhole ? bytes.AsMemory(HeadLength) : default;
        }
        catch (Exception exception) when (DiskFault.Is(exception) || exception is ArgumentException)
        {
            // What cannot be read is made anew.
            return default;
        }
    }

    /// <summary>The files that other versions of the program kept.</summary>
    private List<string> Others(string prefix, ReadOnlySpan<byte> mark)
    {
        try
        {
            var others = new List<string>();
            foreach (var other in Directory.EnumerateFiles(folder, prefix + "*" + Suffix))
                if (other != PathOf(prefix) && OfVersion().IsMatch(other) && BearsMark(other, mark)) others.Add(other);
            return others;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return [];
        }
    }

    /// <summary>Whether a file begins with the mark. A link, a pipe or a device does not, and is not opened.</summary>
    private static bool BearsMark(string path, ReadOnlySpan<byte> mark)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, LinkTarget: null, Length: > HeadLength }) return false;
            using var file = File.OpenHandle(path);
            Span<byte> head = stackalloc byte[mark.Length];
            return RandomAccess.Read(file, head, 0) == head.Length && head.SequenceEqual(mark);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return false;
        }
    }

    [GeneratedRegex(@"-[0-9a-f]{16}\.bin\z")]
    private static partial Regex OfVersion();

    private static void Write(FileStream file, ReadOnlySpan<byte> identity, Action<Stream> write)
    {
        using var summed = new SummingStream(file);
        file.Position = Mark.Length + SumLength;
        summed.Write(identity);
        write(summed);
        summed.Flush();
        file.Position = 0;
        file.Write(Mark);
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
