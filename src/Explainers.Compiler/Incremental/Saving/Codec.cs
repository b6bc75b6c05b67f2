using System.Runtime.InteropServices;
using Explainers.Incremental.Packs;

namespace Explainers.Incremental;

/// <summary>Writes values for the next run and reads them back.</summary>
/// <param name="Write">Writes a value. Equal values give the same bytes.</param>
/// <param name="Read">Reads a value from its bytes, and from nothing else.</param>
internal sealed record Codec<T>(Action<PackWriter, T> Write, Func<PackReader, T> Read)
{
    private PackWriter? _writer;

    /// <summary>Whether a value can be written. One that cannot be is computed again in the next run.</summary>
    public Func<T, bool> Takes { get; init; } = static _ => true;

    /// <summary>The hash of what is written for a value; null for one that cannot be written.</summary>
    public Hash128? Hash(T value)
    {
        if (!Takes(value)) return null;

        var writer = Interlocked.Exchange(ref _writer, null) ?? new PackWriter();
        writer.Clear();
        Write(writer, value);
        var hash = Hash128.Of(writer.Written.Span);
        _writer = writer;
        return hash;
    }
}

/// <summary>The codecs of an engine, by the types that they are for. A type without one is not saved.</summary>
internal sealed class CodecSet
{
    private readonly Dictionary<Type, object> _codecs = new() { [typeof(string)] = Codecs.Text, [typeof(int)] = Codecs.Number };

    /// <summary>Adds the codec of a type, in place of the one that it has.</summary>
    public CodecSet With<T>(Codec<T> codec)
    {
        _codecs[typeof(T)] = codec;
        return this;
    }

    /// <summary>The codec of a type, or null.</summary>
    public Codec<T>? Of<T>() => (Codec<T>?)_codecs.GetValueOrDefault(typeof(T));
}

/// <summary>Codecs for simple values.</summary>
internal static class Codecs
{
    /// <summary>Text.</summary>
    public static readonly Codec<string> Text = new((writer, text) => writer.Text(text), reader => reader.Text());

    /// <summary>Numbers.</summary>
    public static readonly Codec<int> Number = new((writer, number) => writer.Number(number), reader => reader.Number());

    /// <summary>Whether something is so.</summary>
    public static readonly Codec<bool> Flag = new((writer, flag) => writer.Flag(flag), reader => reader.Flag());

    /// <summary>Hashes.</summary>
    public static readonly Codec<Hash128> Hash = new(
        (writer, hash) =>
        {
            writer.Long(hash.High);
            writer.Long(hash.Low);
        },
        reader => new Hash128(reader.Long(), reader.Long()));

    /// <summary>Lists.</summary>
    public static Codec<EquatableArray<T>> List<T>(Codec<T> item) => new(
        (writer, items) =>
        {
            writer.Number(items.Length);
            foreach (var one in items) item.Write(writer, one);
        },
        reader =>
        {
            var items = new T[reader.Number()];
            for (var i = 0; i < items.Length; i++) items[i] = item.Read(reader);
            return ImmutableCollectionsMarshal.AsImmutableArray(items);
        })
    {
        Takes = items => items.Items.All(item.Takes),
    };

    /// <summary>Objects, and null.</summary>
    public static Codec<T?> OrNull<T>(Codec<T> some) where T : class => new(
        (writer, value) =>
        {
            writer.Flag(value is not null);
            if (value is not null) some.Write(writer, value);
        },
        reader => reader.Flag() ? some.Read(reader) : null)
    {
        Takes = value => value is null || some.Takes(value),
    };

    /// <summary>Values, and null.</summary>
    public static Codec<T?> OrNone<T>(Codec<T> some) where T : struct => new(
        (writer, value) =>
        {
            writer.Flag(value.HasValue);
            if (value is { } one) some.Write(writer, one);
        },
        reader => reader.Flag() ? some.Read(reader) : null)
    {
        Takes = value => value is not { } one || some.Takes(one),
    };
}
