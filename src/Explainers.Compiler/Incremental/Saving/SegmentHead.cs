using System.Runtime.InteropServices;
using Explainers.Incremental.Packs;

namespace Explainers.Incremental;

/// <summary>
/// What a segment begins with. Each head has a checksum that covers the head before it, so that a head which was left over from another
/// file, or which follows a damaged one, is not taken for a part of this file.
/// </summary>
internal readonly record struct SegmentHead
{
    /// <summary>How many bytes a head takes.</summary>
    public const int Length = 8 + 16 + (7 * 4) + 4 + (3 * 16);

    private const ulong Magic = 0x3130_5150_5845_4C45;

    /// <summary>The store, and the build of the program.</summary>
    public Hash128 Store { get; init; }

    /// <summary>0 for what was written at once; later changes have a number for each time.</summary>
    public int Batch { get; init; }

    /// <summary>How many segments of the batch follow.</summary>
    public int Left { get; init; }

    /// <summary>How many records the segment has.</summary>
    public int Count { get; init; }

    /// <summary>The revision in which it was written.</summary>
    public int Revision { get; init; }

    /// <summary>A number above that of all records so far.</summary>
    public int NextId { get; init; }

    /// <summary>The length of the index.</summary>
    public int IndexLength { get; init; }

    /// <summary>The length of the records.</summary>
    public int DataLength { get; init; }

    /// <summary>The checksum of the index.</summary>
    public Hash128 IndexSum { get; init; }

    /// <summary>The checksum of the records.</summary>
    public Hash128 DataSum { get; init; }

    /// <summary>The name of a store in segments.</summary>
    public static Hash128 NameOf(string build, string store) => Hash128.Of(build).With(Hash128.Of(store));

    /// <summary>Writes a head, and returns its checksum.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="before">The checksum of the head before it.</param>
    public Hash128 Write(Stream stream, Hash128 before)
    {
        var writer = new PackWriter();
        writer.Long(Magic);
        Codecs.Hash.Write(writer, Store);
        Span<int> numbers = [Batch, Left, Count, Revision, NextId, IndexLength, DataLength, 0];
        writer.Bytes(MemoryMarshal.AsBytes(numbers));
        Codecs.Hash.Write(writer, IndexSum);
        Codecs.Hash.Write(writer, DataSum);
        var sum = Hash128.Of(writer.Written.Span).With(before);
        Codecs.Hash.Write(writer, sum);
        stream.Write(writer.Written.Span);
        return sum;
    }

    /// <summary>Reads a head; null if it is none, or damaged, or from elsewhere.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="before">The checksum of the head before it; becomes its own.</param>
    public static SegmentHead? Read(ReadOnlyMemory<byte> bytes, ref Hash128 before)
    {
        var reader = new PackReader(bytes);
        if (reader.Long() != Magic) return null;
        var store = Codecs.Hash.Read(reader);
        var numbers = MemoryMarshal.Cast<byte, int>(reader.Bytes(8 * 4).Span);
        var head = new SegmentHead
        {
            Store = store,
            Batch = numbers[0],
            Left = numbers[1],
            Count = numbers[2],
            Revision = numbers[3],
            NextId = numbers[4],
            IndexLength = numbers[5],
            DataLength = numbers[6],
            IndexSum = Codecs.Hash.Read(reader),
            DataSum = Codecs.Hash.Read(reader),
        };
        var sum = Hash128.Of(bytes.Span[..(Length - 16)]).With(before);
        if (sum != Codecs.Hash.Read(reader)) return null;
        before = sum;
        return head;
    }
}
