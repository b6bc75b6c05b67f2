using Explainers.Incremental.Packs;

namespace Explainers.Incremental;

/// <summary>A node as it was saved.</summary>
internal readonly struct SavedRecord
{
    private const int HashFlag = 1;
    private const int ValueFlag = 2;
    private const int PresentFlag = 4;
    private const int DurabilityShift = 4;
    private const int HashLength = 16;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _parts;
    private readonly byte _flags;

    private SavedRecord(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        var at = 1;
        (_bytes, _flags) = (bytes, span[0]);
        VerifiedAt = PackReader.Number(span, ref at);
        ChangedAt = PackReader.Number(span, ref at);
        _parts = (_flags & HashFlag) != 0 ? at + HashLength : at;
    }

    /// <summary>The revision in which it was last known to be good.</summary>
    public int VerifiedAt { get; }

    /// <summary>The revision in which the value became what it is.</summary>
    public int ChangedAt { get; }

    /// <summary>How durable it is.</summary>
    public Durability Durability => (Durability)(_flags >> DurabilityShift);

    /// <summary>Whether it is an input that was set.</summary>
    public bool IsPresent => (_flags & PresentFlag) != 0;

    /// <summary>The hash of its value, if the store has hashes.</summary>
    public Hash128? Hash => (_flags & HashFlag) != 0 ? Codecs.Hash.Read(new PackReader(_bytes[(_parts - HashLength)..])) : null;

    /// <summary>The key.</summary>
    public ReadOnlyMemory<byte> Key => Part(0);

    /// <summary>The numbers of the records that it read.</summary>
    public ReadOnlyMemory<byte> Reads => Part(1);

    /// <summary>The value, if it was saved.</summary>
    public ReadOnlyMemory<byte>? Value => (_flags & ValueFlag) != 0 ? Part(2) : null;

    /// <summary>Reads a record.</summary>
    public static SavedRecord Read(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>Begins the record of a node; its key, reads and value follow, each with its length.</summary>
    public static void Write(PackWriter writer, Node node, int verifiedAt, Hash128? hash, bool hasValue)
    {
        var flags = (hash is null ? 0 : HashFlag) | (hasValue ? ValueFlag : 0) | (node.Is(NodeState.Present) ? PresentFlag : 0);
        writer.Byte((byte)(flags | ((int)node.Durability << DurabilityShift)));
        writer.Number(verifiedAt);
        writer.Number(node.ChangedAt);
        if (hash is { } known) Codecs.Hash.Write(writer, known);
    }

    private ReadOnlyMemory<byte> Part(int number)
    {
        var span = _bytes.Span;
        var at = _parts;
        while (true)
        {
            var length = PackReader.Number(span, ref at);
            if (number-- == 0) return _bytes.Slice(at, length);
            at += length;
        }
    }
}
