namespace Explainers.Incremental;

/// <summary>How a query's values are compared, kept and saved.</summary>
internal sealed record QueryOptions<TKey, T>
{
    /// <summary>
    /// When two values are the same, so that nothing above them runs; the default is the value's own equality. Values that hold an
    /// <c>ImmutableArray</c> need one, since that compares by reference.
    /// </summary>
    public IEqualityComparer<T>? Equality { get; init; }

    /// <summary>The hash of a value, for <see cref="Incremental.Kept.Hash"/> and for values that are saved without a codec.</summary>
    public Func<T, Hash128>? Hash { get; init; }

    /// <summary>What is kept of a value.</summary>
    public Kept Kept { get; init; }

    /// <summary>
    /// Whether a value is handed on and not kept: whoever asks later has it computed again. For values that are large and wanted once.
    /// </summary>
    public Func<Reads, bool>? IsFleeting { get; init; }

    /// <summary>
    /// Whether a value is computed for whoever asks, and not remembered, where no reads are recorded. For values that are quickly made of
    /// others, and only say what has not changed; and for those that are wanted once. No circle may consist of such alone.
    /// </summary>
    public bool IsDirect { get; init; }

    /// <summary>
    /// Saves values for the next run. Values without one are computed again when they are wanted, and only their hash is saved.
    /// </summary>
    public Codec<T>? Codec { get; init; }

    /// <summary>Saves keys, without which nothing of the query is saved. Texts and numbers have one of their own.</summary>
    public Codec<TKey>? KeyCodec { get; init; }

    /// <summary>
    /// The value of each member of a circle: of this key, and of all members in an order that does not depend on who asked first. It must
    /// not throw.
    /// </summary>
    public Func<TKey, IReadOnlyList<CircleMember>, T>? OnCircle { get; init; }
}
