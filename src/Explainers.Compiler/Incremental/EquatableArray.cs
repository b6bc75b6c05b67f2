using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Explainers.Incremental;

/// <summary>
/// An immutable array that equals another with equal items. A plain <see cref="ImmutableArray{T}"/> compares by reference, which would
/// hide from the engine that a recomputed value is the same.
/// </summary>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
internal readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
{
    private readonly ImmutableArray<T> _items;

    /// <summary>Wraps an array.</summary>
    public EquatableArray(ImmutableArray<T> items) => _items = items;

    /// <summary>The items as an immutable array.</summary>
    public ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    /// <summary>How many items it has.</summary>
    public int Length => _items.IsDefault ? 0 : _items.Length;

    /// <summary>Whether it has none.</summary>
    public bool IsEmpty => Length == 0;

    int IReadOnlyCollection<T>.Count => Length;

    /// <summary>The item at an index.</summary>
    public T this[int index] => Items[index];

    /// <summary>Wraps an array.</summary>
    public static implicit operator EquatableArray<T>(ImmutableArray<T> items) => new(items);

    /// <summary>The items as an immutable array.</summary>
    public static implicit operator ImmutableArray<T>(EquatableArray<T> array) => array.Items;

    /// <inheritdoc />
    public bool Equals(EquatableArray<T> other) => _items == other._items || Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Goes through the items.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();

    /// <summary>Whether two arrays have equal items.</summary>
    public static bool operator ==(EquatableArray<T> one, EquatableArray<T> other) => one.Equals(other);

    /// <summary>Whether two arrays have different items.</summary>
    public static bool operator !=(EquatableArray<T> one, EquatableArray<T> other) => !one.Equals(other);
}

/// <summary>Makes equatable arrays.</summary>
internal static class EquatableArray
{
    /// <summary>An array of some items.</summary>
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    /// <summary>A sequence as an equatable array.</summary>
    public static EquatableArray<T> ToEquatable<T>(this IEnumerable<T> items) => new([.. items]);
}
