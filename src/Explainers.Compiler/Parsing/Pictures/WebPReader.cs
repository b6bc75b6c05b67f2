using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Explainers.Parsing.Pictures;

/// <summary>Reads a WebP file chunk by chunk and keeps those that the picture needs.</summary>
internal sealed class WebPReader
{
    private const int Head = 12, ChunkHead = 8, FrameHead = 16;
    private const byte Moves = 0x02, HasExif = 0x08, HasAlpha = 0x10, HasProfile = 0x20;
    private readonly ImmutableArray<ReadOnlyMemory<byte>>.Builder _parts = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
    private ReadOnlyMemory<byte> _header;
    private (int Width, int Height) _size;
    private byte[] _profile = [];
    private int _orientation = Exif.Upright;
    private int _frames;
    private bool _isForPrint;

    /// <summary>Whether a file begins as WebP files do.</summary>
    public static bool Begins(ReadOnlySpan<byte> file) => file.Length > Head && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    /// <summary>Reads a file.</summary>
    public static PictureReading Read(ReadOnlyMemory<byte> file) => new WebPReader().Picture(file);

    private PictureReading Picture(ReadOnlyMemory<byte> file)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file.Span[4..]);
        if (length < Head || length > file.Length - 8) return PictureReading.Damaged;
        if (!Chunks(file[Head..(8 + (int)length)], Take)) return PictureReading.Damaged;
        if (_isForPrint) return PictureReading.ForPrint;
        if (_header.IsEmpty) _orientation = Exif.Upright;
        if (_frames == 0 || (_frames > 1 && !IsMoving) || _size.Width == 0) return PictureReading.Damaged;
        ImmutableArray<ReadOnlyMemory<byte>> body = [.. Extended(), .. _parts, .. _orientation == Exif.Upright ? []
            : Chunk("EXIF"u8, Exif.Tiff(_orientation))];
        var head = new byte[Head];
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), 4 + body.Sum(part => part.Length));
        "WEBP"u8.CopyTo(head.AsSpan(8));
        return PictureReading.Of(PictureFormat.WebP, _size.Width, _size.Height, _orientation, _frames, [head, .. body]);
    }

    private bool IsMoving => !_header.IsEmpty && (_header.Span[0] & Moves) != 0;

    /// <summary>Hands over the chunks of a stretch of the file; false where it ends within one, or one is refused.</summary>
    private static bool Chunks(ReadOnlyMemory<byte> bytes, Func<string, ReadOnlyMemory<byte>, bool> take)
    {
        while (bytes.Length >= ChunkHead)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[4..]);
            if (length > bytes.Length - ChunkHead) return false;
            var data = bytes.Slice(ChunkHead, (int)length);
            if (!take(System.Text.Encoding.Latin1.GetString(bytes.Span[..4]), data)) return false;
            bytes = bytes[Math.Min(bytes.Length, ChunkHead + (int)length + ((int)length & 1))..];
        }
        return bytes.IsEmpty;
    }

    /// <summary>Keeps, reads or drops a chunk; false where the file is damaged.</summary>
    private bool Take(string name, ReadOnlyMemory<byte> data)
    {
        switch (name)
        {
            case "VP8X":
                if (!_header.IsEmpty || _frames > 0 || data.Length != 10) return false;
                _header = data;
                _size = (1 + Number24(data.Span[4..]), 1 + Number24(data.Span[7..]));
                break;
            case "ICCP":
                var profile = ColourProfile.Clean(data.Span);
                _isForPrint = profile is { IsForPrint: true };
                _profile = profile is { IsForPrint: false } ? profile.Bytes : [];
                break;
            case "EXIF":
                // Some programs write the head that such data has in JPEG files.
                _orientation = Exif.Orientation(data.Span.StartsWith("Exif\0\0"u8) ? data.Span[6..] : data.Span);
                break;
            case "ANIM":
                if (!IsMoving || data.Length != 6) return false;
                _parts.AddRange(Chunk("ANIM"u8, data));
                break;
            case "ANMF":
                return IsMoving && Frame(data);
            case var _ when IsPixels(name):
                return !IsMoving && Bitstream(name, data, _parts);
        }
        return true;
    }

    private bool Frame(ReadOnlyMemory<byte> data)
    {
        if (data.Length < FrameHead) return false;
        var before = _frames;
        var parts = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        if (!Chunks(data[FrameHead..], (name, part) => !IsPixels(name) || Bitstream(name, part, parts)) || _frames != before + 1)
            return false;
        var head = new byte[ChunkHead];
        "ANMF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), FrameHead + parts.Sum(part => part.Length));
        _parts.Add(head);
        _parts.Add(data[..FrameHead]);
        _parts.AddRange(parts);
        return true;
    }

    private static bool IsPixels(string name) => name is "VP8 " or "VP8L" or "ALPH";

    private bool Bitstream(string name, ReadOnlyMemory<byte> data, ImmutableArray<ReadOnlyMemory<byte>>.Builder parts)
    {
        if (name != "ALPH")
        {
            if (SizeOf(name, data.Span) is not { } size) return false;
            if (_header.IsEmpty) _size = size;
            else if (!IsMoving && size != _size) return false;
            _frames++;
        }
        parts.AddRange(Chunk(System.Text.Encoding.Latin1.GetBytes(name), data));
        return true;
    }

    /// <summary>The size that the head of a frame's data says; null where that is none.</summary>
    private static (int Width, int Height)? SizeOf(string name, ReadOnlySpan<byte> data)
    {
        if (name == "VP8L")
        {
            if (data.Length < 5 || data[0] != 0x2F) return null;
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }
        if (data.Length < 10 || data[3] != 0x9D || data[4] != 0x01 || data[5] != 0x2A) return null;
        var size = (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF,
            BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
        return size is (0, _) or (_, 0) ? null : size;
    }

    /// <summary>The header of a file with more than one chunk, and its profile; nothing for a plain one.</summary>
    private IEnumerable<ReadOnlyMemory<byte>> Extended()
    {
        if (_header.IsEmpty) return [];
        var flags = _header.Span[0] & (Moves | HasAlpha);
        if (_profile.Length > 0) flags |= HasProfile;
        if (_orientation != Exif.Upright) flags |= HasExif;
        byte[] header = [(byte)flags, 0, 0, 0, .. _header.Span[4..]];
        return [.. Chunk("VP8X"u8, header), .. _profile.Length > 0 ? Chunk("ICCP"u8, _profile) : []];
    }

    private static ImmutableArray<ReadOnlyMemory<byte>> Chunk(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> data)
    {
        var head = new byte[ChunkHead];
        name.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), data.Length);
        return (data.Length & 1) == 0 ? [head, data] : [head, data, new byte[1]];
    }

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
