using System.Collections.Immutable;

namespace Explainers.Incremental;

/// <summary>When values are the same.</summary>
internal static class Same
{
    /// <summary>Lists are the same if their items are.</summary>
    public static IEqualityComparer<ImmutableArray<T>> Items<T>() => ItemComparer<T>.Instance;

    /// <summary>How a store compares its values.</summary>
    internal static IEqualityComparer<T> Of<T>(string name, IEqualityComparer<T>? equality)
    {
        if (equality is null && typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            throw new ArgumentException($"{name} needs an equality, since an ImmutableArray compares by reference.");
        return equality ?? EqualityComparer<T>.Default;
    }

    private sealed class ItemComparer<T> : IEqualityComparer<ImmutableArray<T>>
    {
        public static readonly ItemComparer<T> Instance = new();

        public bool Equals(ImmutableArray<T> x, ImmutableArray<T> y) =>
            x == y || (!x.IsDefault && !y.IsDefault && x.AsSpan().SequenceEqual(y.AsSpan(), EqualityComparer<T>.Default));

        public int GetHashCode(ImmutableArray<T> items)
        {
            var hash = new HashCode();
            foreach (var item in items.IsDefault ? [] : items) hash.Add(item);
            return hash.ToHashCode();
        }
    }
}
