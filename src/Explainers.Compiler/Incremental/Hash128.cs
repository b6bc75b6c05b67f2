using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Explainers.Incremental;

/// <summary>
/// A hash of 128 bits. It stands for a value: equal hashes count as equal values. It guards against change, not against malice.
/// </summary>
/// <param name="High">The upper half.</param>
/// <param name="Low">The lower half.</param>
internal readonly record struct Hash128(ulong High, ulong Low)
{
    /// <summary>The hash of some bytes.</summary>
    public static Hash128 Of(ReadOnlySpan<byte> bytes)
    {
        var hash = XxHash128.HashToUInt128(bytes);
        return new Hash128((ulong)(hash >> 64), (ulong)hash);
    }

    /// <summary>The hash of a text.</summary>
    public static Hash128 Of(string text) => Of(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>The hash of this and of what follows.</summary>
    public Hash128 With(Hash128 next)
    {
        ReadOnlySpan<ulong> parts = [High, Low, next.High, next.Low];
        return Of(MemoryMarshal.AsBytes(parts));
    }
}
