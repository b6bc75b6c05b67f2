using System.Buffers.Binary;

namespace Explainers.Incremental;

/// <summary>Some records of a store, as they were saved, ordered by the hashes of their keys.</summary>
internal sealed class Segment(SegmentHead head, Store? store, ReadOnlyMemory<byte> index, Func<ReadOnlyMemory<byte>> read)
{
    /// <summary>
    /// How many bytes of the index a record takes: the hash of its key, its number and where it begins. One more offset follows the last.
    /// </summary>
    public const int IndexEntry = 8 + 4 + 4;

    private const int Unknown = 0;
    private const int Good = 1;
    private const int Bad = 2;
    private ReadOnlyMemory<byte> _data;
    private int _state;

    /// <summary>The store; null if there is none of the name in this build.</summary>
    public Store? Store => store;

    /// <summary>How many records there are.</summary>
    public int Count => head.Count;

    /// <summary>The hash of a record's key.</summary>
    public ulong KeyHash(int place) => BinaryPrimitives.ReadUInt64LittleEndian(index.Span[(place * 8)..]);

    /// <summary>The number of a record.</summary>
    public int Id(int place) => BinaryPrimitives.ReadInt32LittleEndian(index.Span[((head.Count * 8) + (place * 4))..]);

    /// <summary>How many bytes a record takes.</summary>
    public int LengthOf(int place) => Start(place + 1) - Start(place);

    /// <summary>Whether damage has been found.</summary>
    public bool IsDamaged => Volatile.Read(ref _state) == Bad;

    /// <summary>Whether the records are undamaged, which is found out once, when the first is read.</summary>
    public bool IsWhole
    {
        get
        {
            if (Volatile.Read(ref _state) == Unknown)
            {
                var data = read();
                var good = Hash128.Of(data.Span) == head.DataSum;
                if (good) _data = data;
                Volatile.Write(ref _state, good ? Good : Bad);
            }
            return _state == Good;
        }
    }

    /// <summary>A record, or null if the segment is damaged.</summary>
    public SavedRecord? Record(int place) => IsWhole ? SavedRecord.Read(_data[Start(place)..Start(place + 1)]) : null;

    /// <summary>The first record whose key has a hash or a higher one.</summary>
    public int FirstOf(ulong hash)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (KeyHash(middle) < hash) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private int Start(int place) => BinaryPrimitives.ReadInt32LittleEndian(index.Span[((head.Count * 12) + (place * 4))..]);
}
