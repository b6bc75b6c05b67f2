using System.Buffers.Binary;
using System.IO.Hashing;

namespace Explainers.Rendering.Images;

/// <summary>A part of a PNG file.</summary>
internal static class PngChunk
{
    /// <summary>Writes length, type, data and checksum.</summary>
    public static void Write(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        var sum = new Crc32();
        sum.Append(type);
        sum.Append(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, sum.GetCurrentHashAsUInt32());
        png.Write(number);
    }
}
