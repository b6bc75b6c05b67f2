using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Explainers.Sources;

/// <summary>A hash of 64 bits that tells whether something is still what it was; it guards against change, not against malice.</summary>
/// <param name="Value">The hash; never 0, which stands for what is not there.</param>
internal readonly record struct Fingerprint(ulong Value)
{
    /// <summary>The fingerprint of nothing.</summary>
    public static readonly Fingerprint None;

    /// <summary>The fingerprint of some bytes.</summary>
    public static Fingerprint Of(ReadOnlySpan<byte> bytes) => new(XxHash3.HashToUInt64(bytes) | 1);

    /// <summary>The fingerprint of a text.</summary>
    public static Fingerprint Of(string? text) => text is null ? None : Of(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>The fingerprint of a list of texts.</summary>
    public static Fingerprint Of(IEnumerable<string?> texts) => texts.Aggregate(Of("["), (list, text) => list.With(text));

    /// <summary>This, followed by something else.</summary>
    public Fingerprint With(Fingerprint next) => new(BitOperations.RotateLeft((Value ^ next.Value) * 0x9E3779B97F4A7C15, 29) * 0xC2B2AE3D27D4EB4F | 1);

    /// <summary>This, followed by a text.</summary>
    public Fingerprint With(string? next) => With(Of(next));

    /// <summary>This, followed by a number.</summary>
    public Fingerprint With(long next) => With(new Fingerprint((ulong)next));

    /// <summary>This, followed by whether something is so.</summary>
    public Fingerprint With(bool next) => With(next ? 1 : 2);

    /// <summary>This, followed by a list.</summary>
    public Fingerprint With(IEnumerable<Fingerprint> next) => With(next.Aggregate(Of("["), (list, item) => list.With(item)));

    /// <summary>This, followed by a list of texts.</summary>
    public Fingerprint With(IEnumerable<string?> next) => With(Of(next));
}
