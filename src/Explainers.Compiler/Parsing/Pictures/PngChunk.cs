using System.Buffers.Binary;
using System.IO.Hashing;

namespace Explainers.Parsing.Pictures;

/// <summary>A part of a PNG file.</summary>
internal static class PngChunk
{
    /// <summary>The bytes that every PNG file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes length, type, data and checksum.</summary>
    public static void Write(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Sum(type, data));
        png.Write(number);
    }

    /// <summary>A chunk on its own.</summary>
    public static byte[] Of(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        using var chunk = new MemoryStream();
        Write(chunk, type, data);
        return chunk.ToArray();
    }

    /// <summary>The checksum of a chunk.</summary>
    public static uint Sum(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var sum = new Crc32();
        sum.Append(type);
        sum.Append(data);
        return sum.GetCurrentHashAsUInt32();
    }
}
