using Explainers.Incremental.Packs;

namespace Explainers.Incremental;

/// <summary>Writes values for the next run and reads them back.</summary>
/// <param name="Write">Writes a value. Equal values give the same bytes.</param>
/// <param name="Read">Reads a value from its bytes, and from nothing else.</param>
internal sealed record Codec<T>(Action<PackWriter, T> Write, Func<PackReader, T> Read)
{
    private PackWriter? _writer;

    /// <summary>The hash of what is written for a value.</summary>
    public Hash128 Hash(T value)
    {
        var writer = Interlocked.Exchange(ref _writer, null) ?? new PackWriter();
        writer.Clear();
        Write(writer, value);
        var hash = Hash128.Of(writer.Written.Span);
        _writer = writer;
        return hash;
    }
}

/// <summary>Codecs for simple values.</summary>
internal static class Codecs
{
    /// <summary>Text.</summary>
    public static readonly Codec<string> Text = new((writer, text) => writer.Text(text), reader => reader.Text());

    /// <summary>Numbers.</summary>
    public static readonly Codec<int> Number = new((writer, number) => writer.Number(number), reader => reader.Number());

    /// <summary>The codec of texts or numbers, or null.</summary>
    public static Codec<T>? Usual<T>() => (object)Text as Codec<T> ?? (object)Number as Codec<T>;

    /// <summary>Hashes.</summary>
    public static readonly Codec<Hash128> Hash = new(
        (writer, hash) =>
        {
            writer.Long(hash.High);
            writer.Long(hash.Low);
        },
        reader => new Hash128(reader.Long(), reader.Long()));
}
