namespace Explainers.Benchmarks.Corpora;

/// <summary>A SplitMix64 generator of our own, so that the corpus never depends on the runtime's idea of chance.</summary>
internal sealed class Prng(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Gives a whole number from zero up to, but not including, the limit.</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>Gives a whole number between two bounds, both of which can occur.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Picks one of the choices.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Picks several different choices, in an order of their own.</summary>
    public IReadOnlyList<T> PickSeveral<T>(IReadOnlyList<T> choices, int count)
    {
        var pool = choices.ToArray();
        for (var i = 0; i < count; i++)
        {
            var other = i + Below(pool.Length - i);
            (pool[i], pool[other]) = (pool[other], pool[i]);
        }

        return pool[..count];
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
