using System.Buffers;
using System.Numerics;
using System.Text;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace Explainers.Outputs.Search;

/// <summary>
/// Writes one file of the index. A list of words begins with their number; each word says how many characters it shares with the one
/// before, how many bytes the rest
/// has, and the rest in UTF-8. Numbers are written seven bits a byte, the lowest first, with the highest bit set in all but the last byte.
/// </summary>
internal sealed class ShardWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private string _last = "";

    /// <summary>How many bytes have been written.</summary>
    public int Length => _bytes.WrittenCount;

    /// <summary>Writes a number.</summary>
    public void Number(int number)
    {
        for (; number >= 0x80; number >>= 7) Byte((byte)(number | 0x80));
        Byte((byte)number);
    }

    /// <summary>Writes a word of a sorted list.</summary>
    public void Word(string word)
    {
        var shared = word.AsSpan().CommonPrefixLength(_last);
        if (shared > 0 && char.IsHighSurrogate(word[shared - 1])) shared--;
        var rest = Encoding.UTF8.GetBytes(word[shared..]);
        Number(shared);
        Number(rest.Length);
        _bytes.Write(rest);
        _last = word;
    }

    /// <summary>
    /// Writes where a word stands: twice the number of entries, plus one where it is thinned; the number of bytes; and the entries in bits.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="entries">How many entries the site has.</param>
    public void Postings(IndexedWord word, int entries)
    {
        Number((word.Postings.Length << 1) | (word.IsThinned ? 1 : 0));
        var bits = new BitWriter();
        var low = LowBits(word.Postings.Length, entries);
        var next = 0;
        foreach (var (entry, field) in word.Postings)
        {
            // The gap to the next entry in a Rice code, and the field in a prefix code that is short for what is frequent.
            var gap = entry - next;
            for (var high = gap >> low; high > 0; high--) bits.Write(1, 1);
            bits.Write(0, 1);
            bits.Write(gap, low);
            if (field < Field.LongTitle) bits.Write((1 << ((int)field + 1)) - 2, (int)field + 1);
            else bits.Write(0b11100 | (field - Field.LongTitle), 5);
            next = entry + 1;
        }
        var bytes = bits.Done();
        Number(bytes.Length);
        _bytes.Write(bytes);
    }

    /// <summary>Writes text in UTF-8.</summary>
    public void Text(ReadOnlySpan<byte> utf8) => _bytes.Write(utf8);

    /// <summary>
    /// The file, compressed as DEFLATE (RFC 1951). The compressor is managed code, whose bytes are the same on every machine.
    /// </summary>
    public byte[] Deflated()
    {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, noZlibHeaderOrFooter: true);
        deflater.SetInput(_bytes.WrittenSpan.ToArray());
        deflater.Finish();
        using var packed = new MemoryStream();
        var buffer = new byte[4096];
        while (!deflater.IsFinished) packed.Write(buffer, 0, deflater.Deflate(buffer));
        return packed.ToArray();
    }

    private void Byte(byte value) => _bytes.Write([value]);

    /// <summary>
    /// How many bits of a gap are written as they are: the Rice parameter for gaps that are as long as they would be by chance.
    /// </summary>
    private static int LowBits(int postings, int entries) => BitOperations.Log2((uint)Math.Max(1, entries * 11L / (16L * postings)));

    /// <summary>Gathers bits, the highest of each byte first.</summary>
    private sealed class BitWriter
    {
        private readonly List<byte> _bytes = [];
        private int _free;

        public void Write(int value, int bits)
        {
            while (bits-- > 0)
            {
                if (_free == 0)
                {
                    _bytes.Add(0);
                    _free = 8;
                }
                _free--;
                if ((value >> bits & 1) != 0) _bytes[^1] |= (byte)(1 << _free);
            }
        }

        public byte[] Done() => [.. _bytes];
    }
}
