using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using ICSharpCode.SharpZipLib.Zip.Compression;
using ICSharpCode.SharpZipLib.Zip.Compression.Streams;

namespace Explainers.Parsing.Pictures;

/// <summary>
/// Reads a PNG file chunk by chunk and keeps those that the picture needs; checksums must be right, and pixels must be all that is
/// compressed.
/// </summary>
internal sealed class PngReader
{
    private const int Frame = 12;
    private readonly ReadOnlyMemory<byte> _file;
    private readonly ImmutableArray<ReadOnlyMemory<byte>>.Builder _parts = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private PngShape _shape;
    private List<ReadOnlyMemory<byte>> _pixels = [];
    private (int Width, int Height) _frame;
    private int _orientation = Exif.Upright;
    private int _frames;
    private bool _isForPrint;
    private string _last = "";

    private PngReader(ReadOnlyMemory<byte> file) => _file = file;

    /// <summary>Whether a file begins as PNG files do.</summary>
    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(PngChunk.Signature);

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mostPixels">The most pixels whose data is looked through.</param>
    public static PictureReading Read(ReadOnlyMemory<byte> file, long mostPixels) => new PngReader(file).Read(mostPixels);

    private PictureReading Read(long mostPixels)
    {
        _parts.Add(_file[..8]);
        for (var at = 8; at + Frame <= _file.Length;)
        {
            var bytes = _file.Span;
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            if (length < 0 || length > bytes.Length - at - Frame) return PictureReading.Damaged;
            var type = bytes.Slice(at + 4, 4);
            var data = bytes.Slice(at + 8, length);
            if (PngChunk.Sum(type, data) != BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 8 + length)..])) return PictureReading.Damaged;
            var name = Encoding.Latin1.GetString(type);
            if (at == 8 && (name != "IHDR" || !PngShape.TryRead(data, out _shape))) return PictureReading.Damaged;
            if (at == 8 && (long)_shape.Width * _shape.Height > mostPixels) return Finished();
            if (!Take(name, _file.Slice(at, Frame + length))) return PictureReading.Damaged;
            if (name == "IEND") return _isForPrint ? PictureReading.ForPrint : Finished();
            at += Frame + length;
        }
        return PictureReading.Damaged;
    }

    private PictureReading Finished() =>
        PictureReading.Of(PictureFormat.Png, _shape.Width, _shape.Height, _orientation, Math.Max(1, _frames), _parts.ToImmutable());

    /// <summary>Keeps, reads or drops a chunk; false where the file is damaged.</summary>
    private bool Take(string name, ReadOnlyMemory<byte> chunk)
    {
        var data = chunk[8..^4];
        var isFirst = _seen.Add(name);
        var follows = _last;
        _last = name;
        switch (name)
        {
            case "IHDR":
                return isFirst && Keep(chunk);
            case "PLTE":
                return isFirst && data.Length is > 0 and <= 768 && data.Length % 3 == 0 && !_seen.Contains("IDAT") && Keep(chunk);
            case "IDAT":
                if (!isFirst && follows != "IDAT") return false;
                _frame = (_shape.Width, _shape.Height);
                _pixels.Add(data);
                return Keep(chunk);
            case "IEND":
                return data.IsEmpty && _seen.Contains("IDAT") && (!_shape.HasPalette || _seen.Contains("PLTE")) && ArePixelsWhole()
                    && Keep(chunk);
            case "fcTL":
                return Begin(data.Span) && Keep(chunk);
            case "fdAT":
                if (data.Length < 4 || !_seen.Contains("fcTL")) return false;
                _pixels.Add(data[4..]);
                return Keep(chunk);
            default:
                return Ancillary(name, chunk, isFirst);
        }
    }

    /// <summary>
    /// Chunks that a picture can do without: numbers about its colours stay, where they have the length that they must have.
    /// </summary>
    private bool Ancillary(string name, ReadOnlyMemory<byte> chunk, bool isFirst)
    {
        if (char.IsAsciiLetterUpper(name[0])) return false;
        if (!isFirst) return true;
        var data = chunk[8..^4];
        if (name == "eXIf" && Exif.Orientation(data.Span) is var orientation and not Exif.Upright)
        {
            if (!_seen.Contains("IDAT")) _parts.Add(PngChunk.Of("eXIf"u8, Exif.Tiff(_orientation = orientation)));
        }
        else if (name == "iCCP")
        {
            var profile = ColourProfile.Clean(Unpacked(data.Span));
            _isForPrint = profile is { IsForPrint: true };
            if (profile is { IsForPrint: false }) _parts.Add(PngChunk.Of("iCCP"u8, [.. "ICC"u8, 0, 0, .. Packed(profile.Bytes)]));
        }
        else if (name == "acTL" && data.Length == 8)
        {
            _frames = BinaryPrimitives.ReadInt32BigEndian(data.Span);
            return _frames > 0 && Keep(chunk);
        }
        else if (_shape.Allows(name, data.Length))
        {
            return Keep(chunk);
        }
        return true;
    }

    private bool Keep(ReadOnlyMemory<byte> chunk)
    {
        _parts.Add(chunk);
        return true;
    }

    /// <summary>A new frame of a moving picture begins; what came before it must be whole.</summary>
    private bool Begin(ReadOnlySpan<byte> control)
    {
        if (control.Length != 26 || !_seen.Contains("acTL") || (_pixels.Count > 0 && !ArePixelsWhole())) return false;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(control[4..]), BinaryPrimitives.ReadInt32BigEndian(control[8..]));
        if (width < 1 || height < 1 || width > _shape.Width || height > _shape.Height) return false;
        _frame = (width, height);
        _pixels = [];
        return true;
    }

    /// <summary>Whether the compressed data of a frame holds its pixels, all of them and nothing more.</summary>
    private bool ArePixelsWhole()
    {
        var expected = _shape.Length(_frame.Width, _frame.Height);
        using var packed = new JoinedStream(_pixels);
        try
        {
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            long length = 0;
            for (int read; length <= expected && (read = zlib.Read(buffer)) > 0;) length += read;
            return length == expected && packed.IsUsedUp;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The profile of an iCCP chunk; empty where it is damaged.</summary>
    private static ReadOnlySpan<byte> Unpacked(ReadOnlySpan<byte> data)
    {
        var name = data.IndexOf((byte)0);
        if (name < 0 || data.Length < name + 2) return [];
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(data[(name + 2)..].ToArray()), CompressionMode.Decompress);
            var profile = new byte[ColourProfile.Most + 1];
            return profile.AsSpan(0, zlib.ReadAtLeast(profile, profile.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    /// <summary>Compressed by managed code, whose bytes are the same on every machine.</summary>
    private static byte[] Packed(byte[] profile)
    {
        using var bytes = new MemoryStream();
        using (var zlib = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) zlib.Write(profile);
        return bytes.ToArray();
    }
}
