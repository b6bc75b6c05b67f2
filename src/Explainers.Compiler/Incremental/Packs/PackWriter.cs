using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Explainers.Incremental.Packs;

/// <summary>
/// Writes a pack from start to end: what one run of the program leaves for the next, as bytes. Numbers take as many bytes as they need.
/// </summary>
internal sealed class PackWriter
{
    /// <summary>How many bytes a pack has at most: what is read back in one piece cannot have more than two billion.</summary>
    public const long MostBytes = 1_500_000_000;

    private byte[] _bytes = new byte[1024];
    private int _length;

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>How many bytes were written.</summary>
    public int Length => _length;

    /// <summary>Begins anew.</summary>
    public void Clear() => _length = 0;

    /// <summary>Writes bytes as they stand.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    /// <summary>Writes a byte.</summary>
    public void Byte(byte value) => Room(1)[0] = value;

    /// <summary>Writes whether something is so.</summary>
    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <summary>Writes a number.</summary>
    public void Number(int number)
    {
        var room = Room(5);
        var (rest, length) = ((uint)number, 0);
        for (; rest >= 0x80; rest >>= 7) room[length++] = (byte)(rest | 0x80);
        room[length++] = (byte)rest;
        _length -= 5 - length;
    }

    /// <summary>Writes a number as its difference from one that is close to it.</summary>
    public void Near(int before, int number) => Number(((number - before) << 1) ^ ((number - before) >> 31));

    /// <summary>Writes a list of numbers.</summary>
    public void Numbers(ImmutableArray<int> numbers)
    {
        Number(numbers.Length);
        foreach (var number in numbers) Number(number);
    }

    /// <summary>Writes a number that takes eight bytes.</summary>
    public void Long(ulong number) => BinaryPrimitives.WriteUInt64LittleEndian(Room(sizeof(ulong)), number);

    /// <summary>
    /// Writes a text; one with surrogates is written unit by unit, since they may stand alone, which UTF-8 does not have.
    /// </summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            var units = MemoryMarshal.AsBytes(text);
            Number((units.Length << 1) | 1);
            units.CopyTo(Room(units.Length));
            return;
        }
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length << 1);
        Encoding.UTF8.GetBytes(text, Room(length));
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _length < length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + length));
        _length += length;
        return _bytes.AsSpan(_length - length, length);
    }
}
