using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Explainers.Parsing.Pictures;

/// <summary>Reads a JPEG file segment by segment and keeps those that the picture needs, each checked to hold nothing else.</summary>
internal sealed class JpegReader
{
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA;
    private const int LengthOfAdobe = 12, LengthOfJfif = 12;
    private readonly ReadOnlyMemory<byte> _file;
    private readonly ImmutableArray<ReadOnlyMemory<byte>>.Builder _body = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
    private readonly SortedDictionary<int, ReadOnlyMemory<byte>> _profile = [];
    private byte[] _jfif = [];
    private byte[] _adobe = [];
    private int _orientation = Exif.Upright;
    private int _profileParts;
    private int _width;
    private int _height;
    private bool _hasScan;

    private JpegReader(ReadOnlyMemory<byte> file) => _file = file;

    /// <summary>Whether a file begins as JPEG files do.</summary>
    public static bool Begins(ReadOnlySpan<byte> file) => file is [0xFF, StartOfImage, 0xFF, ..];

    /// <summary>Reads a file.</summary>
    public static PictureReading Read(ReadOnlyMemory<byte> file) => new JpegReader(file).Read();

    private PictureReading Read()
    {
        var bytes = _file.Span;
        for (var at = 2; at + 2 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF) return PictureReading.Damaged;
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker == EndOfImage) return _hasScan && _width > 0 ? Finished() : PictureReading.Damaged;
            if (at + 4 > bytes.Length) return PictureReading.Damaged;
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 4 || at + length > bytes.Length) return PictureReading.Damaged;
            if (!Take(marker, _file.Slice(at, length))) return PictureReading.Damaged;
            at += length;
            if (marker != StartOfScan) continue;
            var end = EndOfScan(bytes, at);
            if (end < 0) return PictureReading.Damaged;
            _body.Add(_file[at..end]);
            at = end;
        }
        return PictureReading.Damaged;
    }

    /// <summary>Keeps, reads or drops a segment; false for one that no picture of this kind has, or that holds something else.</summary>
    private bool Take(byte marker, ReadOnlyMemory<byte> segment)
    {
        var content = segment.Span[4..];
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2:
                if (!Size(content)) return false;
                break;
            case 0xC4:
                if (!AreHuffmanTables(content)) return false;
                break;
            case 0xDB:
                if (!AreQuantizationTables(content)) return false;
                break;
            case 0xDD:
                if (content.Length != 2) return false;
                break;
            case StartOfScan:
                if (_width == 0 || content is [] || content[0] is < 1 or > 4 || content.Length != 4 + (2 * content[0])) return false;
                _hasScan = true;
                break;
            case >= 0xE0 and <= 0xEF or 0xFE:
                Application(marker, segment[4..]);
                return true;
            default:
                return false;
        }
        _body.Add(segment);
        return true;
    }

    /// <summary>Takes from a segment for applications what the picture needs: its density, its way up, its colours.</summary>
    private void Application(byte marker, ReadOnlyMemory<byte> segment)
    {
        var content = segment.Span;
        if (marker == 0xE0 && content.Length >= LengthOfJfif && content.StartsWith("JFIF\0"u8))
            _jfif = [0xFF, 0xE0, 0, 16, .. content[..LengthOfJfif], 0, 0];
        else if (marker == 0xE1 && content.StartsWith("Exif\0\0"u8) && _orientation == Exif.Upright)
            _orientation = Exif.Orientation(content[6..]);
        else if (marker == 0xE2 && content.Length > 14 && content.StartsWith("ICC_PROFILE\0"u8))
            _profileParts = _profile.TryAdd(content[12], segment[14..]) ? content[13] : _profileParts;
        else if (marker == 0xEE && content.Length >= LengthOfAdobe && content.StartsWith("Adobe"u8))
            _adobe = [0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, content[11]];
    }

    private PictureReading Finished()
    {
        var profile = ColourProfile.Clean(Profile());
        if (profile is { IsForPrint: true }) return PictureReading.ForPrint;
        ReadOnlyMemory<byte>[] head = [_file[..2], _jfif, Orientation(), .. profile is null ? [] : Segments(profile.Bytes), _adobe];
        return PictureReading.Of(PictureFormat.Jpeg, _width, _height, _orientation, 1,
            [.. head, .. _body, new byte[] { 0xFF, EndOfImage }]);
    }

    private byte[] Orientation()
    {
        if (_orientation == Exif.Upright) return [];
        var tiff = Exif.Tiff(_orientation);
        return [0xFF, 0xE1, 0, (byte)(8 + tiff.Length), .. "Exif\0\0"u8, .. tiff];
    }

    /// <summary>The colour profile, which may be spread over segments; empty where one of them is missing.</summary>
    private byte[] Profile() => _profile.Count == 0 || _profile.Count != _profileParts || _profile.Keys.First() != 1
        ? []
        : [.. _profile.Values.SelectMany(part => part.ToArray())];

    private static IEnumerable<ReadOnlyMemory<byte>> Segments(byte[] profile)
    {
        const int Most = 65_000;
        var count = (profile.Length + Most - 1) / Most;
        for (var i = 0; i < count; i++)
        {
            var part = profile.AsSpan(i * Most, Math.Min(Most, profile.Length - (i * Most)));
            var length = 16 + part.Length;
            yield return (byte[])[0xFF, 0xE2, (byte)(length >> 8), (byte)length, .. "ICC_PROFILE\0"u8, (byte)(i + 1), (byte)count, .. part];
        }
    }

    private bool Size(ReadOnlySpan<byte> content)
    {
        if (_width > 0 || content.Length < 6 || content.Length != 6 + (3 * content[5]) || content[5] is not (1 or 3 or 4)) return false;
        (_height, _width) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]));
        return _width > 0 && _height > 0;
    }

    private static bool AreHuffmanTables(ReadOnlySpan<byte> content)
    {
        while (content.Length >= 17)
        {
            if (content[0] >> 4 > 1 || (content[0] & 15) > 3) return false;
            var codes = 0;
            foreach (var count in content[1..17]) codes += count;
            if (codes > 256 || content.Length < 17 + codes) return false;
            content = content[(17 + codes)..];
        }
        return content.IsEmpty;
    }

    private static bool AreQuantizationTables(ReadOnlySpan<byte> content)
    {
        while (!content.IsEmpty)
        {
            if (content[0] >> 4 > 1 || (content[0] & 15) > 3) return false;
            var length = 1 + (64 << (content[0] >> 4));
            if (content.Length < length) return false;
            content = content[length..];
        }
        return true;
    }

    /// <summary>Where the next marker follows the data of a scan, or -1.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        for (; at + 1 < bytes.Length; at++)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length) return -1;
            at += next;
            if (bytes[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
        }
        return -1;
    }
}
