using System.Collections.Immutable;

namespace Explainers.Sources;

/// <summary>
/// What was made of each thing of a list, for the next compile, whose list is mostly the same. As far as two lists are alike from the start and from the end, nothing is looked
/// up; only what lies between is, so that an edit of one thing among ten thousand costs ten thousand comparisons and no more.
/// </summary>
/// <typeparam name="TKey">A thing.</typeparam>
/// <typeparam name="TValue">What was made of it.</typeparam>
/// <param name="same">Tells whether two things are the same; without, a thing is the same as itself alone.</param>
internal sealed class Recollection<TKey, TValue>(IEqualityComparer<TKey>? same = null)
    where TKey : class
    where TValue : class
{
    private ImmutableArray<TKey> _keys = [];
    private TValue?[] _values = [];

    /// <summary>Everything of which something is known, in its order.</summary>
    public IEnumerable<KeyValuePair<TKey, TValue>> All => _keys.Zip(_values).Where(known => known.Second is not null).Select(known => KeyValuePair.Create(known.First, known.Second!));

    /// <summary>What was made of some things before, in their order; null where nothing is known.</summary>
    public TValue?[] Recall(ImmutableArray<TKey> keys)
    {
        var (known, shorter) = (new TValue?[keys.Length], Math.Min(keys.Length, _keys.Length));
        var (first, last) = (0, 0);
        for (; first < shorter && IsSame(keys[first], _keys[first]); first++) known[first] = _values[first];
        for (; last < shorter - first && IsSame(keys[^(last + 1)], _keys[^(last + 1)]); last++) known[^(last + 1)] = _values[^(last + 1)];
        if (first + last == _keys.Length) return known;
        var between = new Dictionary<TKey, TValue?>(same ?? ReferenceEqualityComparer.Instance);
        for (var i = first; i < _keys.Length - last; i++) between.TryAdd(_keys[i], _values[i]);
        for (var i = first; i < keys.Length - last; i++) known[i] = between.GetValueOrDefault(keys[i]);
        return known;
    }

    /// <summary>Keeps what was made of some things, null for those of which nothing is to be kept, and forgets all others.</summary>
    public void Keep(ImmutableArray<TKey> keys, TValue?[] made) => (_keys, _values) = (keys, made);

    /// <summary>Forgets everything.</summary>
    public void Forget() => Keep([], []);

    private bool IsSame(TKey one, TKey other) => same is null ? ReferenceEquals(one, other) : same.Equals(one, other);
}
