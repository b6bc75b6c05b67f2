using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Explainers.Incremental.Packs;

/// <summary>Reads a pack from start to end, as <see cref="PackWriter"/> wrote it.</summary>
internal sealed class PackReader(ReadOnlyMemory<byte> pack)
{
    private int _at;

    /// <summary>A byte.</summary>
    public byte Byte() => pack.Span[_at++];

    /// <summary>Whether something is so.</summary>
    public bool Flag() => Byte() != 0;

    /// <summary>A number.</summary>
    public int Number() => Number(pack.Span, ref _at);

    /// <summary>The number at a place, which is moved behind it.</summary>
    public static int Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        for (int number = 0, shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80) return number;
        }
    }

    /// <summary>The number at a place that was written as its difference from one that is close to it.</summary>
    public static int Near(int before, ReadOnlySpan<byte> bytes, ref int at)
    {
        var step = Number(bytes, ref at);
        return before + ((step >>> 1) ^ -(step & 1));
    }

    /// <summary>A list of numbers.</summary>
    public ImmutableArray<int> Numbers()
    {
        var numbers = new int[Number()];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = Number();
        return ImmutableCollectionsMarshal.AsImmutableArray(numbers);
    }

    /// <summary>A number that takes eight bytes.</summary>
    public ulong Long() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(sizeof(ulong)).Span);

    /// <summary>A text.</summary>
    public string Text()
    {
        var head = Number();
        var bytes = Bytes(head >> 1).Span;
        return (head & 1) == 0 ? Encoding.UTF8.GetString(bytes) : new string(MemoryMarshal.Cast<byte, char>(bytes));
    }

    /// <summary>Copies a text, and returns its length.</summary>
    public int Text(Span<char> into)
    {
        var head = Number();
        var bytes = Bytes(head >> 1).Span;
        if ((head & 1) == 0) return Encoding.UTF8.GetChars(bytes, into);
        var units = MemoryMarshal.Cast<byte, char>(bytes);
        units.CopyTo(into);
        return units.Length;
    }

    /// <summary>A table of texts, as <see cref="PackTexts"/> wrote it.</summary>
    public string[] Texts()
    {
        var texts = new string[Number()];
        for (var i = 0; i < texts.Length; i++) texts[i] = Text();
        return texts;
    }

    /// <summary>How many bytes are left.</summary>
    public int Left => pack.Length - _at;

    /// <summary>All bytes that are left.</summary>
    public ReadOnlyMemory<byte> Rest() => Bytes(Left);

    /// <summary>Bytes as they stand.</summary>
    public ReadOnlyMemory<byte> Bytes(int length)
    {
        _at += length;
        return pack.Slice(_at - length, length);
    }
}
