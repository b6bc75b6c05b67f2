namespace Explainers.Incremental;

/// <summary>Changes inputs, within <see cref="Engine.Change"/> only.</summary>
internal sealed class Edit
{
    private readonly Engine _engine;
    private bool _over;

    /// <summary>Starts an edit.</summary>
    internal Edit(Engine engine) => _engine = engine;

    /// <summary>Sets an input.</summary>
    public void Set<TKey, T>(Input<TKey, T> input, TKey key, T value, Durability durability) where TKey : notnull, IEquatable<TKey>
    {
        Check(input);
        input.Set(key, value, durability);
    }

    /// <summary>Removes an input.</summary>
    public void Remove<TKey, T>(Input<TKey, T> input, TKey key) where TKey : notnull, IEquatable<TKey>
    {
        Check(input);
        input.Remove(key);
    }

    /// <summary>Ends the edit.</summary>
    internal void End() => _over = true;

    private void Check(Store input)
    {
        if (_over) throw new InvalidOperationException("The edit is over.");
        if (input.Engine != _engine) throw new ArgumentException($"{input.Name} belongs to another engine.");
    }
}
