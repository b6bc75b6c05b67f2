using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Explainers.Parsing.Pictures;

/// <summary>Reads a GIF file block by block and keeps pictures, their times, and how often they repeat.</summary>
internal sealed class GifReader
{
    private const byte Extension = 0x21, Image = 0x2C, Trailer = 0x3B, Control = 0xF9, Application = 0xFF;
    private readonly ReadOnlyMemory<byte> _file;
    private readonly ImmutableArray<ReadOnlyMemory<byte>>.Builder _parts = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
    private int _at;
    private int _frames;
    private bool _hasRepetition;

    private GifReader(ReadOnlyMemory<byte> file) => _file = file;

    /// <summary>Whether a file begins as GIF files do.</summary>
    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8);

    /// <summary>Reads a file.</summary>
    public static PictureReading Read(ReadOnlyMemory<byte> file) => new GifReader(file).Read();

    private PictureReading Read()
    {
        const int Head = 13;
        var bytes = _file.Span;
        if (bytes.Length < Head) return PictureReading.Damaged;
        var (width, height) = (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));
        _at = Head + PaletteLength(bytes[10]);
        if (width == 0 || height == 0 || _at > bytes.Length) return PictureReading.Damaged;
        _parts.Add(_file[.._at]);
        while (_at < bytes.Length)
        {
            var block = bytes[_at];
            if (block == Trailer) return _frames == 0 ? PictureReading.Damaged : Finished(width, height);
            if (!(block == Image ? Picture() : block == Extension && _at + 2 < bytes.Length && Extended())) return PictureReading.Damaged;
        }
        return PictureReading.Damaged;
    }

    private PictureReading Finished(int width, int height)
    {
        _parts.Add(new byte[] { Trailer });
        return PictureReading.Of(PictureFormat.Gif, width, height, Exif.Upright, _frames, _parts.ToImmutable());
    }

    private static int PaletteLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private bool Extended()
    {
        var (start, kind) = (_at, _file.Span[_at + 1]);
        _at += 2;
        if (Blocks() is not { } blocks) return false;
        if (kind == Control)
        {
            if (blocks.Length != 1 || blocks[0].Length != 4) return false;
            _parts.Add(_file[start.._at]);
        }
        else if (kind == Application && !_hasRepetition && blocks is [var name, { Length: 3 } loop, ..] && IsRepetition(name.Span)
            && loop.Span[0] == 1)
        {
            _hasRepetition = true;
            _parts.Add((byte[])[Extension, Application, 11, .. "NETSCAPE2.0"u8, 3, 1, loop.Span[1], loop.Span[2], 0]);
        }
        return true;
    }

    private static bool IsRepetition(ReadOnlySpan<byte> name) => name.SequenceEqual("NETSCAPE2.0"u8) || name.SequenceEqual("ANIMEXTS1.0"u8);

    private bool Picture()
    {
        const int Head = 10;
        var bytes = _file.Span[_at..];
        if (bytes.Length < Head + 1) return false;
        var pixels = BinaryPrimitives.ReadUInt16LittleEndian(bytes[5..]) * (long)BinaryPrimitives.ReadUInt16LittleEndian(bytes[7..]);
        var length = Head + PaletteLength(bytes[9]);
        if (pixels == 0 || bytes.Length <= length || bytes[length] is < 1 or > 11) return false;
        var (start, size) = (_at, bytes[length]);
        _at += length + 1;
        var data = _at;
        if (Blocks() is not { } blocks || GifCodes.End(blocks, size, pixels) is not { } end) return false;
        _parts.Add(_file[start..data]);
        Keep(blocks, end);
        _frames++;
        return true;
    }

    /// <summary>Keeps the first bytes of some blocks, which hold the picture, and drops what follows them.</summary>
    private void Keep(ImmutableArray<ReadOnlyMemory<byte>> blocks, int length)
    {
        foreach (var block in blocks)
        {
            var kept = block[..Math.Min(block.Length, length)];
            if (kept.IsEmpty) break;
            _parts.Add(new byte[] { (byte)kept.Length });
            _parts.Add(kept);
            length -= kept.Length;
        }
        _parts.Add(new byte[] { 0 });
    }

    /// <summary>The blocks of data up to the empty one; null where the file ends before it.</summary>
    private ImmutableArray<ReadOnlyMemory<byte>>? Blocks()
    {
        var blocks = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        var bytes = _file.Span;
        while (_at < bytes.Length)
        {
            var length = bytes[_at++];
            if (length == 0) return blocks.ToImmutable();
            if (_at + length > bytes.Length) return null;
            blocks.Add(_file.Slice(_at, length));
            _at += length;
        }
        return null;
    }
}

/// <summary>Follows the codes of a GIF picture to their end.</summary>
internal static class GifCodes
{
    private const int Most = 4096, MostBits = 12;

    /// <summary>How many bytes the codes of a picture take; null where they end before its last pixel, or make no sense.</summary>
    /// <param name="blocks">The data.</param>
    /// <param name="size">How many bits a pixel has.</param>
    /// <param name="pixels">How many pixels there are.</param>
    public static int? End(ImmutableArray<ReadOnlyMemory<byte>> blocks, int size, long pixels)
    {
        var (clear, end) = (1 << size, (1 << size) + 1);
        var lengths = new int[Most];
        var (next, bits, last) = (end + 1, size + 1, -1);
        var (buffer, have, used, whole) = (0, 0, 0, 0);
        foreach (var block in blocks)
        {
            foreach (var value in block.Span)
            {
                buffer |= value << have;
                have += 8;
                used++;
                for (; have >= bits;)
                {
                    var code = buffer & ((1 << bits) - 1);
                    buffer >>= bits;
                    have -= bits;
                    if (code == end) return pixels <= 0 ? used : null;
                    if (whole > 0) return whole;
                    if (code == clear)
                    {
                        (next, bits, last) = (end + 1, size + 1, -1);
                        continue;
                    }
                    if (code > next || (code == next && last < 0) || (code > end && last < 0)) return null;
                    var previous = last < 0 ? 0 : Length(last);
                    pixels -= code == next ? previous + 1 : Length(code);
                    if (last >= 0 && next < Most) lengths[next++] = previous + 1;
                    if (next == 1 << bits && bits < MostBits) bits++;
                    last = code;
                    if (pixels <= 0) whole = used;
                }
            }
        }
        return whole > 0 ? whole : null;

        int Length(int code) => code < clear ? 1 : lengths[code];
    }
}
