using System.Text;
using System.Text.Unicode;
using Explainers.Incremental;

namespace Explainers.Sources;

/// <summary>A file that a writer or designer edits, as a value: where it stands and its bytes.</summary>
/// <param name="Path">The path below its root, with forward slashes: <c>articles/alaska-summit.md</c>.</param>
/// <param name="DisplayPath">The path as messages show it, from the folder the tool was started in:
/// <c>input/articles/alaska-summit.md</c>.</param>
/// <param name="Bytes">The file's content as it is on disk.</param>
public sealed record SourceFile(string Path, string DisplayPath, ReadOnlyMemory<byte> Bytes)
{
    private readonly ReadOnlyMemory<byte> _bytes = Bytes;
    private readonly Func<ReadOnlyMemory<byte>>? _read;

    /// <summary>
    /// A file of a site that does not fit into memory: its content is read whenever it is asked for, and must stay as it is.
    /// </summary>
    internal SourceFile(string path, string displayPath, Func<ReadOnlyMemory<byte>> read)
        : this(path, displayPath, ReadOnlyMemory<byte>.Empty) => _read = read;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The file's content as it is on disk.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get => _read?.Invoke() ?? _bytes;
        init => _bytes = value;
    }

    /// <summary>Whether it came with the tool.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>The content decoded from UTF-8, without a byte order mark; all offsets of spans count UTF-16 units of this text.</summary>
    public string Text => Encoding.UTF8.GetString(Content(Bytes));

    /// <summary>
    /// The offset of the first byte that no UTF-8 text has, or -1; a zero byte counts, since it tells UTF-16 and pictures from text.
    /// </summary>
    internal int FirstInvalidByte() => FirstInvalidByte(Bytes.Span);

    /// <summary>The text, or the offset of the first byte that no UTF-8 text has. A file that is not kept is read once for both.</summary>
    internal (string? Text, int InvalidByte) Decoded()
    {
        var bytes = Bytes;
        var bad = FirstInvalidByte(bytes.Span);
        return bad < 0 ? (Encoding.UTF8.GetString(Content(bytes)), bad) : (null, bad);
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes;
        var zero = rest.IndexOf((byte)0);
        if (Utf8.IsValid(rest)) return zero;
        var offset = 0;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(rest, out _, out var consumed) != System.Buffers.OperationStatus.Done)
                return zero >= 0 ? Math.Min(zero, offset) : offset;
            rest = rest[consumed..];
            offset += consumed;
        }
        return -1;
    }

    /// <summary>Whether every other byte at its start is zero, or its mark is that of UTF-16.</summary>
    internal bool LooksLikeUtf16 => Bytes.Span is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, not 0, ..];

    /// <summary>The offset in the text of a byte that is no part of UTF-8.</summary>
    internal int PlaceOf(int invalidByte) => PlaceOf(Bytes, invalidByte);

    /// <summary>The file name without folder and extension.</summary>
    internal string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);

    private static int PlaceOf(ReadOnlyMemory<byte> bytes, int invalidByte)
    {
        var content = Content(bytes);
        return Encoding.UTF8.GetCharCount(content[..Math.Max(0, invalidByte - (bytes.Length - content.Length))]);
    }

    private static ReadOnlySpan<byte> Content(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith(ByteOrderMark) ? bytes.Span[ByteOrderMark.Length..] : bytes.Span;

    /// <summary>The hash of its names and content.</summary>
    internal Hash128 Hash => Hash128.Of(Path).With(Hash128.Of(DisplayPath)).With(Hash128.Of(Bytes.Span));

    /// <summary>Whether another file has the same name and content.</summary>
    internal bool IsSameAs(SourceFile other) =>
        ReferenceEquals(this, other)
            || (Path == other.Path && DisplayPath == other.DisplayPath && Bytes.Span.SequenceEqual(other.Bytes.Span));

    /// <inheritdoc />
    public bool Equals(SourceFile? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(DisplayPath);

    /// <inheritdoc />
    public override string ToString() => DisplayPath;
}
