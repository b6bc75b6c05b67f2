namespace Explainers.Incremental;

/// <summary>How an input's values are compared and saved.</summary>
internal sealed record InputOptions<TKey, T>
{
    /// <summary>When two values are the same; the default is the value's own equality.</summary>
    public IEqualityComparer<T>? Equality { get; init; }

    /// <summary>The hash of a value, without which the input is not saved, nor what depends on it. Texts have one of their own.</summary>
    public Func<T, Hash128>? Hash { get; init; }

    /// <summary>Saves keys, without which the input is not saved. Texts and numbers have one of their own.</summary>
    public Codec<TKey>? KeyCodec { get; init; }

    /// <summary>How rarely a key that is not set becomes set.</summary>
    public Durability Absent { get; init; }
}
