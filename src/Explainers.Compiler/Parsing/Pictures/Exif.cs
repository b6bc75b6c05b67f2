using System.Buffers.Binary;

namespace Explainers.Parsing.Pictures;

/// <summary>The one thing of EXIF data that a picture needs: which way up it is.</summary>
internal static class Exif
{
    /// <summary>The orientation of a picture that is stored as it is seen.</summary>
    public const int Upright = 1;

    /// <summary>From this orientation on, width and height change places.</summary>
    public const int FirstOnItsSide = 5;

    private const int Last = 8;
    private const ushort OrientationTag = 0x0112;
    private const ushort Short = 3;
    private const int EntryLength = 12;

    /// <summary>Reads the orientation from TIFF data; what says nothing that makes sense is upright.</summary>
    public static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return Upright;
        bool isBigEndian;
        if (tiff.StartsWith("MM\0*"u8)) isBigEndian = true;
        else if (tiff.StartsWith("II*\0"u8)) isBigEndian = false;
        else return Upright;
        var directory = Number32(tiff[4..], isBigEndian);
        if (directory > tiff.Length - 2) return Upright;
        var entries = Number16(tiff[(int)directory..], isBigEndian);
        for (long at = directory + 2; entries > 0 && at + EntryLength <= tiff.Length; entries--, at += EntryLength)
        {
            var entry = tiff.Slice((int)at, EntryLength);
            if (Number16(entry, isBigEndian) != OrientationTag || Number16(entry[2..], isBigEndian) != Short) continue;
            var orientation = Number16(entry[8..], isBigEndian);
            return orientation is >= Upright and <= Last ? orientation : Upright;
        }
        return Upright;
    }

    /// <summary>TIFF data that says which way up a picture is, and nothing else.</summary>
    public static byte[] Tiff(int orientation) =>
        [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static ushort Number16(ReadOnlySpan<byte> bytes, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
