using Explainers.Incremental.Packs;

namespace Explainers.Incremental;

/// <summary>A node as it was saved.</summary>
internal readonly record struct SavedRecord
{
    private const int HashFlag = 1;
    private const int ValueFlag = 2;
    private const int PresentFlag = 4;
    private const int DurabilityShift = 4;

    /// <summary>The revision in which it was last known to be good.</summary>
    public required int VerifiedAt { get; init; }

    /// <summary>The revision in which the value became what it is.</summary>
    public required int ChangedAt { get; init; }

    /// <summary>How durable it is.</summary>
    public required Durability Durability { get; init; }

    /// <summary>Whether it is an input that was set.</summary>
    public required bool IsPresent { get; init; }

    /// <summary>The hash of its value, if the store has hashes.</summary>
    public required Hash128? Hash { get; init; }

    /// <summary>The key.</summary>
    public required ReadOnlyMemory<byte> Key { get; init; }

    /// <summary>The numbers of the records that it read.</summary>
    public required ReadOnlyMemory<byte> Reads { get; init; }

    /// <summary>The value, if it was saved.</summary>
    public required ReadOnlyMemory<byte>? Value { get; init; }

    /// <summary>Reads a record.</summary>
    public static SavedRecord Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new PackReader(bytes);
        var flags = reader.Byte();
        return new SavedRecord
        {
            Durability = (Durability)(flags >> DurabilityShift),
            IsPresent = (flags & PresentFlag) != 0,
            VerifiedAt = reader.Number(),
            ChangedAt = reader.Number(),
            Hash = (flags & HashFlag) != 0 ? Codecs.Hash.Read(reader) : null,
            Value = Part(reader) is var value && (flags & ValueFlag) != 0 ? value : null,
            Key = Part(reader),
            Reads = Part(reader),
        };
    }

    /// <summary>Begins the record of a node; its value, key and reads follow, each with its length.</summary>
    public static void Write(PackWriter writer, Node node, int verifiedAt, Hash128? hash, bool hasValue)
    {
        var flags = (hash is null ? 0 : HashFlag) | (hasValue ? ValueFlag : 0) | (node.Is(NodeState.Present) ? PresentFlag : 0);
        writer.Byte((byte)(flags | ((int)node.Durability << DurabilityShift)));
        writer.Number(verifiedAt);
        writer.Number(node.ChangedAt);
        if (hash is { } known) Codecs.Hash.Write(writer, known);
    }

    private static ReadOnlyMemory<byte> Part(PackReader reader) => reader.Bytes(reader.Number());
}
